package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One way to ask for a range-diff: options, git's configuration, and how wide ids are. */
final class Variant {
  private static final List<String> WHITESPACE =
      List.of(
          "trailing-space",
          "-trailing-space",
          "-blank-at-eol",
          "-blank-at-eof",
          "indent-with-non-tab",
          "tab-in-indent",
          "-space-before-tab",
          "cr-at-eol",
          "indent-with-non-tab,tabwidth=4",
          "tab-in-indent,-space-before-tab,cr-at-eol");
  private static final List<String> SLOTS =
      List.of(
          "context",
          "plain",
          "old",
          "new",
          "commit",
          "frag",
          "func",
          "whitespace",
          "meta",
          "contextDimmed",
          "oldDimmed",
          "newDimmed",
          "contextBold",
          "oldBold",
          "newBold");
  private static final List<String> COLORS =
      List.of(
          "red",
          "normal",
          "bold ul blue",
          "reset",
          "#ff8800 reverse",
          "214",
          "7 1",
          "brightgreen black",
          "nobold red italic",
          "strike",
          "default",
          "no-dim cyan blink",
          "green white");

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> config = new LinkedHashMap<>();
  private int abbrev = 12;

  private Variant() {}

  static Variant plain() {
    return new Variant();
  }

  static Variant colored() {
    Variant variant = new Variant();
    variant.options.add("--color=always");
    return variant;
  }

  /** Draws any of the ways; a lopsided pair gets a creation factor that makes it so. */
  static Variant draw(Chance chance, Shape shape) {
    Variant variant = new Variant();
    if (chance.percent(70)) {
      variant.drawColors(chance);
    }
    if (shape == Shape.LOPSIDED || chance.percent(40)) {
      int factor =
          shape == Shape.LOPSIDED
              ? chance.of(9000, 30000, 50000, 90000)
              : chance.of(0, 1, 10, 30, 59, 61, 80, 90, 99, 100, 150, 1000, 30000);
      variant.options.add("--creation-factor=" + factor);
    }
    if (chance.percent(40)) {
      variant.options.add("-U" + chance.of(0, 0, 1, 2, 5, 10, 40));
    }
    if (chance.percent(25)) {
      variant.options.add(chance.of("--left-only", "--right-only"));
    }
    if (chance.percent(8)) {
      variant.options.add(chance.of("-s", "--no-patch"));
    }
    if (chance.percent(12)) {
      variant.abbrev = chance.between(10, 40);
    }
    return variant;
  }

  private void drawColors(Chance chance) {
    options.add("--color=always");
    if (chance.percent(60)) {
      options.add("--no-dual-color");
    }
    if (chance.percent(50)) {
      config.put("core.whitespace", chance.of(WHITESPACE));
    }
    if (chance.percent(40)) {
      for (int i = chance.between(1, 5); i > 0; i--) {
        config.put("color.diff." + chance.of(SLOTS), chance.of(COLORS));
      }
      // Two names of one slot: git takes whichever stands later.
      if (config.containsKey("color.diff.context")) {
        config.remove("color.diff.plain");
      }
    }
  }

  List<String> options() {
    return options;
  }

  /** Returns the names of all options and keys that can be drawn, as {@link #names} has them. */
  static List<String> allNames() {
    List<String> names = new ArrayList<>();
    for (String option :
        List.of(
            "--color=always",
            "--no-dual-color",
            "--creation-factor",
            "-U",
            "--left-only",
            "--right-only",
            "-s",
            "--no-patch",
            "--abbrev")) {
      names.add("option " + option);
    }
    names.add("config core.whitespace");
    SLOTS.forEach(slot -> names.add("config color.diff." + slot));
    return names;
  }

  /** Returns the names of the options and keys that it has, without their values. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    ourOptions().forEach(option -> names.add("option " + option.replaceFirst("=?\\d+$", "")));
    config.keySet().forEach(key -> names.add("config " + key));
    return names;
  }

  /** Returns what we are given: git has no option for the width of ids in a range-diff. */
  List<String> ourOptions() {
    List<String> ours = new ArrayList<>(options);
    if (abbrev != 12) {
      ours.add("--abbrev=" + abbrev);
    }
    return ours;
  }

  /** Returns the environment's variables that carry the configuration. */
  Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>(config);
    all.put("core.abbrev", String.valueOf(abbrev));
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("GIT_CONFIG_COUNT", String.valueOf(all.size()));
    int i = 0;
    for (Map.Entry<String, String> entry : all.entrySet()) {
      environment.put("GIT_CONFIG_KEY_" + i, entry.getKey());
      environment.put("GIT_CONFIG_VALUE_" + i++, entry.getValue());
    }
    return environment;
  }

  /** Returns the value of an option such as {@code -U}, or the standard. */
  int number(String option, int standard) {
    return options.stream()
        .filter(given -> given.startsWith(option))
        .map(given -> Integer.parseInt(given.substring(option.length())))
        .findFirst()
        .orElse(standard);
  }

  @Override
  public String toString() {
    return String.join(" ", ourOptions()) + (config.isEmpty() ? "" : " " + config);
  }
}
