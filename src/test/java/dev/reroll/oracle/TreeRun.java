package dev.reroll.oracle;

import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.Manner.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Compares mails that were made in many ways, by way of the tree that they apply to, with what git
 * says of the commits that it makes of them.
 */
public final class TreeRun {
  private static final Set<Shape> SHAPES =
      EnumSet.of(
          Shape.GENERAL,
          Shape.IDENTICAL,
          Shape.DIFFERENT,
          Shape.TEXTS,
          Shape.MANY_EDITS,
          Shape.SLIDES);

  /** Ways to write a diff that git, asked again, would write otherwise. */
  private static final List<String> MANNERS =
      List.of(
          "-U1",
          "-U5",
          "-U8",
          "--patience",
          "--histogram",
          "--minimal",
          "--no-renames",
          "--find-copies-harder",
          "--function-context",
          "--inter-hunk-context=9",
          "--no-indent-heuristic",
          "--full-index");

  private static final Map<String, Pattern> FEATURES =
      Map.ofEntries(
          feature("rename", "(?md)^ +.?.?## .* => .* ##$"),
          feature("rename in the mail", "(?md)^rename from "),
          feature("copy in the mail", "(?md)^copy from "),
          feature("mode change", "(?md)^old mode "),
          feature("binary", "(?md)^GIT binary patch"),
          feature("new file", "(?md)^new file mode 100644"),
          feature("deleted file", "(?md)^deleted file mode "),
          feature("symbolic link", "(?md)^new file mode 120000"),
          feature("no newline", "(?md)^\\\\ No newline"),
          feature("carriage return", "(?md)^[-+].*\r\n"),
          feature("quoted path", "(?md)^diff --git \""),
          feature("empty file", "(?md)^index 0+\\.\\.e69de29"));

  /** Where the base of the series can be found. */
  private enum Rung {
    NAMED_COMMIT,
    SEARCHED_COMMIT,
    BLOBS_ALONE
  }

  private final ScratchRepository git;
  private final Path folder;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Creates a run that keeps its files below {@code folder}. */
  public TreeRun(Path folder) throws IOException {
    this(folder, GitCommand.INSTALLED);
  }

  /** Creates a run against another git. */
  public TreeRun(Path folder, String program) throws IOException {
    this.folder = folder.toAbsolutePath();
    OracleRun.delete(this.folder);
    this.git = new ScratchRepository(this.folder.resolve("repository"), program);
    for (String name : allNames()) {
      counts.put(name, 0);
    }
  }

  private static Map.Entry<String, Pattern> feature(String name, String pattern) {
    return Map.entry(name, Pattern.compile(pattern));
  }

  private static List<String> allNames() {
    List<String> names = new ArrayList<>();
    FEATURES.keySet().forEach(name -> names.add("feature " + name));
    MANNERS.forEach(manner -> names.add("mails with " + manner));
    for (Rung rung : Rung.values()) {
      names.add("base " + rung);
    }
    names.add("feature .gitattributes");
    names.add("feature .mailmap");
    names.add("feature diff that the tree changed");
    return names;
  }

  /** Runs {@code count} seeds from {@code first} on. */
  public void run(long first, int count) throws IOException {
    counts.put("pairs", 0);
    for (long seed = first; counts.getOrDefault("pairs", 0) < count; seed++) {
      if (SHAPES.contains(Shape.of(seed))) {
        try {
          runOne(seed);
        } catch (ScratchRepository.GitFailed refused) {
          add("refused by git am");
        }
      }
    }
  }

  /** One version: the file of its mails, their text, and the commit that git made of them. */
  private record Version(Path mailbox, String mails, String commit) {}

  private void runOne(long seed) throws IOException {
    Chance chance = new Chance(seed ^ 0x7ee5);
    git.run(List.of("checkout", "-q", "-f", "--orphan", "nowhere"), Map.of());
    SeriesPair drawn = SeriesDraw.draw(seed);
    git.load(chance.percent(65) ? withCopies(drawn, chance) : drawn);
    String base = git.run(List.of("rev-parse", "base"), Map.of()).strip();
    Rung rung = chance.of(Rung.values());
    Version before = version("before", rung, chance);
    Version after = version("after", rung, chance);
    surroundings(chance);
    git.run(List.of("symbolic-ref", "HEAD", "refs/heads/nowhere"), Map.of());
    if (rung == Rung.BLOBS_ALONE) {
      for (String branch : List.of("base", "before", "after")) {
        git.run(List.of("update-ref", "-d", "refs/heads/" + branch), Map.of());
      }
    }
    add("pairs");
    add("base " + rung);
    Optional<String> problem = compare(base, before, after);
    problem.ifPresent(where -> problems.add("seed " + seed + " " + rung + ": " + where));
  }

  /** Adds a patch to both versions that makes a new file much like an old one. */
  private static SeriesPair withCopies(SeriesPair pair, Chance chance) {
    return new SeriesPair(
        pair.base(), withCopy(pair.before(), chance.seed()), withCopy(pair.after(), chance.seed()));
  }

  private static List<Commit> withCopy(List<Commit> commits, long seed) {
    List<Commit> more = new ArrayList<>(commits);
    Tree tree = commits.get(commits.size() - 1).tree().copy();
    Optional<String> path = tree.drawText(new Chance(seed).random());
    path.flatMap(tree::find)
        .ifPresent(
            file -> tree.put("copied", file.withContent(LineEdits.edit(file.content(), seed, 1))));
    tree.put("beside", TreeFile.plain("beside\n"));
    more.add(new Commit(SeriesDraw.DEFAULT, "copy\n", tree));
    return more;
  }

  private Version version(String name, Rung rung, Chance chance) throws IOException {
    List<String> options = new ArrayList<>();
    for (String manner : MANNERS) {
      if (chance.percent(18) && (!manner.startsWith("-U") || !options.toString().contains("-U"))) {
        options.add(manner);
        add("mails with " + manner);
      }
    }
    if (rung == Rung.NAMED_COMMIT) {
      options.add("--base=base");
    }
    Manner manner = new Manner(options, Set.of(), Container.MBOX);
    String mails = git.formatPatch(name, options);
    Path mailbox = folder.resolve(name + ".mbox");
    Files.write(mailbox, OctetText.bytes(mails));
    return new Version(mailbox, mails, git.am(new Mails(mails, manner, chance.seed())));
  }

  /** Writes what git reads beside the commits. */
  private void surroundings(Chance chance) throws IOException {
    boolean mapped = chance.percent(30);
    Files.writeString(
        git.folder().resolve(".mailmap"),
        mapped ? "Mapped Ada <mapped@example.org> <ada@example.org>\n" : "");
    add("feature .mailmap", mapped ? 1 : 0);
    String attributes =
        chance.percent(30) ? chance.of("*.c diff=cpp\n", "*.txt -diff\n", "*.bin diff\n") : "";
    Files.writeString(git.folder().resolve(".gitattributes"), attributes);
    add("feature .gitattributes", attributes.isEmpty() ? 0 : 1);
  }

  private Optional<String> compare(String base, Version before, Version after) throws IOException {
    List<String> ranges = List.of(base + ".." + before.commit(), base + ".." + after.commit());
    String expected =
        HeaderMask.mask(
            ScratchRepository.withoutTrailingDots(
                git.run(
                    List.of("-c", "core.abbrev=12", "range-diff", ranges.get(0), ranges.get(1)),
                    Map.of())));
    String mailboxes = before.mailbox() + " " + after.mailbox();
    CommandRun ours = run("diff -g " + git.folder() + " " + mailboxes);
    count(before.mails() + after.mails() + expected);
    boolean changed = !HeaderMask.mask(run("diff --no-tree " + mailboxes).out()).equals(expected);
    add("feature diff that the tree changed", changed ? 1 : 0);
    String actual = HeaderMask.mask(ours.out());
    if (!ours.err().matches("(?s).*: applied to [^;]*; \\S+: applied to .*")) {
      boolean isCopied =
          (before.mails() + after.mails()).contains("\nsimilarity index 100%\ncopy ");
      add("not applied");
      return isCopied ? Optional.empty() : Optional.of(ours.err());
    }
    if (ours.exit() == ExitCode.DONE && actual.equals(expected)) {
      return Optional.empty();
    }
    Files.write(folder.resolve("git.txt"), OctetText.bytes(expected));
    Files.write(folder.resolve("ours.txt"), OctetText.bytes(actual));
    return Optional.of(
        Difference.between(0, Variant.plain(), expected, actual).where() + "\n" + ours.err());
  }

  private static CommandRun run(String words) {
    return CommandRun.of(List.of(words.split(" ")), Map.of());
  }

  private void count(String text) {
    FEATURES.forEach(
        (name, pattern) -> add("feature " + name, pattern.matcher(text).find() ? 1 : 0));
  }

  private void add(String name) {
    add(name, 1);
  }

  private void add(String name, int count) {
    counts.merge(name, count, Integer::sum);
  }

  /** Returns what differed, one text for each pair. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Returns what occurred less than {@code least} times. */
  public List<String> rarerThan(int least) {
    return allNames().stream().filter(name -> counts.getOrDefault(name, 0) < least).toList();
  }

  /** Returns a table of all counts. */
  public String table() {
    StringBuilder table = new StringBuilder();
    counts.forEach((name, count) -> table.append(String.format("%6d  %s%n", count, name)));
    return table.toString();
  }
}
