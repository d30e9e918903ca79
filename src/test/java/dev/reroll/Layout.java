package dev.reroll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of rooms and edges: who may look at whom, and which library is allowed where.
 *
 * @param root the package that holds all others
 */
record Layout(String root) {
  /** From left to right. */
  private static final List<String> ROOMS =
      List.of(
          "bytes",
          "problem",
          "message",
          "mail",
          "patch",
          "series",
          "linediff",
          "apply",
          "interdiff",
          "align",
          "rangediff",
          "review",
          "render");

  private static final List<String> EDGES =
      List.of("source", "repo", "patchwork", "deliver", "settings");

  /** What puts rooms and edges to use, from left to right. */
  private static final List<String> SKIN = List.of("app", "cli", "launch");

  /** What edges stand on that open repositories: JGit has settings of the whole process. */
  private static final String GROUND = "jgit";

  /**
   * The packages of each place that has more than one, from left to right: where the place itself
   * stands last, it is the entry that calls its wings; where it stands first, they share it.
   */
  private static final Map<String, List<String>> WINGS =
      Map.ofEntries(
          Map.entry(
              "app",
              List.of("app.select", "app.prepare", "app.tree", "app.compare", "app.mail", "app")),
          Map.entry("mail", List.of("mail.subject", "mail")),
          Map.entry(
              "apply",
              List.of(
                  "apply.tree",
                  "apply.read",
                  "apply.content",
                  "apply.merge",
                  "apply.run",
                  "apply")),
          Map.entry(
              "review",
              List.of(
                  "review.result",
                  "review.material",
                  "review.code",
                  "review.kinds",
                  "review.tags",
                  "review.comments",
                  "review.moves",
                  "review.changelog",
                  "review.cover",
                  "review.flags",
                  "review")),
          Map.entry(
              "render",
              List.of(
                  "render.color",
                  "render.text",
                  "render.review",
                  "render.mail",
                  "render.html.page",
                  "render.html",
                  "render.json",
                  "render")),
          Map.entry(
              "source",
              List.of(
                  "source",
                  "source.http",
                  "source.server",
                  "source.mirror.inbox",
                  "source.mirror.arrivals",
                  "source.mirror.index",
                  "source.mirror.update",
                  "source.mirror.query",
                  "source.mirror")),
          Map.entry(
              "repo",
              List.of(
                  "repo.place",
                  "repo.revisions",
                  "repo.objects",
                  "repo.paths",
                  "repo.attributes",
                  "repo.diff",
                  "repo.commits",
                  "repo.base",
                  "repo.write",
                  "repo")),
          Map.entry(
              "cli", List.of("cli.terminal", "cli.option", "cli.manual", "cli.command", "cli")));

  private static final List<String> EVERYWHERE = List.of("java", "javax", "org.jspecify");

  private static final List<String> JAKARTA_MAIL =
      List.of("jakarta.mail", "jakarta.activation", "org.eclipse.angus");

  private static final List<String> JSON =
      List.of("com.fasterxml.jackson", "tools.jackson", "com.grack.nanojson");

  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "mail", joined(JAKARTA_MAIL, List.of("org.apache.commons.compress")),
          "linediff", List.of("com.github.difflib"),
          "rangediff", List.of("com.github.difflib"),
          "render", joined(List.of("gg.jte"), JSON),
          "source", List.of("org.eclipse.jgit", "org.sqlite"),
          "repo", List.of("org.eclipse.jgit"),
          "patchwork", JSON,
          "deliver", JAKARTA_MAIL,
          "settings", List.of("org.eclipse.jgit"),
          "cli", List.of("picocli"));

  boolean isRoom(String packageName) {
    return place(packageName).filter(ROOMS::contains).isPresent();
  }

  boolean isIn(String place, String packageName) {
    return isWithin(root + "." + place, packageName);
  }

  /** Whether the package is the root, or one of a room, an edge, {@code app}, cli or launch. */
  boolean isKnown(String packageName) {
    return packageName.equals(root)
        || place(packageName).filter(place -> wings(place).contains(packageName)).isPresent();
  }

  /** Whether both packages are of one place, and {@code target} is to the right. */
  boolean isWingToTheRight(String from, String target) {
    Optional<String> place = place(from);
    if (place.isEmpty() || !place.equals(place(target))) {
      return false;
    }
    List<String> wings = wings(place.get());
    return wings.indexOf(from) < wings.indexOf(target);
  }

  /** Returns the packages of a place by their whole names, from left to right. */
  private List<String> wings(String place) {
    return WINGS.getOrDefault(place, List.of(place)).stream()
        .map(wing -> root + "." + wing)
        .toList();
  }

  /** Whether a class of {@code from} may use one of {@code target}. */
  boolean mayUse(String from, String target) {
    if (isWithin(root, target)) {
      return ownPlacesSeenFrom(from).stream().anyMatch(place -> isIn(place, target));
    }
    return EVERYWHERE.stream().anyMatch(library -> isWithin(library, target))
        || librariesOf(from).stream().anyMatch(library -> isWithin(library, target));
  }

  /** Whether the package is neither ours nor the JDK's nor JSpecify's. */
  boolean isLibrary(String packageName) {
    return !isWithin(root, packageName)
        && EVERYWHERE.stream().noneMatch(library -> isWithin(library, packageName));
  }

  private List<String> ownPlacesSeenFrom(String from) {
    String place = place(from).orElse("");
    if (ROOMS.contains(place)) {
      return ROOMS.subList(0, ROOMS.indexOf(place) + 1);
    }
    if (EDGES.contains(place)) {
      return joined(ROOMS, List.of(place, GROUND));
    }
    if (place.equals(GROUND)) {
      return List.of(GROUND);
    }
    List<String> seen = joined(ROOMS, EDGES);
    return joined(seen, SKIN.subList(0, SKIN.indexOf(place) + 1));
  }

  private List<String> librariesOf(String packageName) {
    String place = place(packageName).orElseThrow();
    return place.equals(GROUND)
        ? List.of("org.eclipse.jgit")
        : LIBRARIES.getOrDefault(place, List.of());
  }

  private Optional<String> place(String packageName) {
    return joined(joined(ROOMS, EDGES), joined(List.of(GROUND), SKIN)).stream()
        .filter(place -> isIn(place, packageName))
        .findFirst();
  }

  private static boolean isWithin(String parent, String packageName) {
    return packageName.equals(parent) || packageName.startsWith(parent + ".");
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
