package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to ask for the range-diff of two branches.
 *
 * @param words options and ranges, the same for git and for us
 * @param config git's configuration
 * @param names what to count it as
 */
record RangeVariant(List<String> words, Map<String, String> config, List<String> names) {
  private static final List<String> PATHS =
      List.of(
          "src",
          "src/",
          "*.c",
          "dir/*",
          ":!docs",
          ":(icase)MAKEFILE",
          ":(glob)**/*.c",
          ":(glob)src/*.c",
          ":(literal)src",
          ":(exclude)*.txt",
          ":/src/alpha.c",
          "kind",
          "module",
          "side",
          "Mak?file",
          "src/[ab]*");

  static RangeVariant draw(Chance chance) {
    List<String> words = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (List<String> option : options(chance)) {
      words.addAll(option);
      option.forEach(word -> names.add("option " + word.replaceFirst("=?\\d+$", "")));
    }
    List<String> form = form(chance);
    words.addAll(form);
    names.add("form " + String.join(" ", form));
    if (chance.percent(30)) {
      words.add("--");
      for (int i = chance.between(1, 2); i > 0; i--) {
        String path = chance.of(PATHS);
        words.add(path);
        names.add("path " + path);
      }
    }
    Map<String, String> config = config(chance);
    config.forEach((key, value) -> names.add("config " + key + "=" + value));
    return new RangeVariant(words, config, names);
  }

  private static List<List<String>> options(Chance chance) {
    List<List<String>> options = new ArrayList<>();
    List<String> all =
        List.of(
            "--color=always",
            "--notes=review",
            "--notes=commits",
            "--no-notes",
            "--notes",
            "--left-only",
            "--right-only",
            "--notes=*",
            "-s",
            "-p",
            "-U1",
            "-u",
            "--creation-factor=90",
            "--creat=75",
            "--no-renames",
            "--submodule=log",
            "--submodule",
            "--dual-color",
            "--no-dual-color");
    for (String option : all) {
      if (chance.percent(12)) {
        options.add(List.of(option));
      }
    }
    if (options.stream().anyMatch(option -> option.get(0).startsWith("--notes="))) {
      // Without it, git before 2.43 shows the standard notes beside those that are named.
      options.add(0, List.of("--notes"));
    }
    if (options.contains(List.of("--left-only"))) {
      options.remove(List.of("--right-only"));
    }
    return options;
  }

  private static List<String> form(Chance chance) {
    return chance.of(
        List.of(
            List.of("base..before", "base..after"),
            List.of("base", "before", "after"),
            List.of("before...after"),
            List.of("before^!", "after^!"),
            List.of("before^-", "after^-1"),
            List.of("before~1..before", "base..after"),
            List.of("refs/heads/base..before", "..after")));
  }

  private static Map<String, String> config(Chance chance) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("core.abbrev", chance.of("12", "auto", "no", "5", "20"));
    if (chance.percent(10)) {
      config.put("diff.renames", chance.of("false", "true"));
    }
    if (chance.percent(15)) {
      config.put("diff.context", chance.of("0", "1", "5"));
    }
    if (chance.percent(10)) {
      config.put("diff.renameLimit", "1");
    }
    if (chance.percent(10)) {
      config.put("log.mailmap", "false");
    }
    if (chance.percent(15)) {
      config.put("notes.displayRef", chance.of("refs/notes/review", "refs/notes/*"));
    }
    if (chance.percent(10)) {
      config.put("core.notesRef", "refs/notes/review");
    }
    config.put("diff.own.xfuncname", "!^int io_1\n^[[:space:]]*(call_[0-9]+|int [^(]*)");
    return config;
  }

  /** Returns the environment's variables that carry the configuration. */
  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("GIT_CONFIG_COUNT", String.valueOf(config.size()));
    int i = 0;
    for (Map.Entry<String, String> entry : config.entrySet()) {
      environment.put("GIT_CONFIG_KEY_" + i, entry.getKey());
      environment.put("GIT_CONFIG_VALUE_" + i++, entry.getValue());
    }
    return environment;
  }
}
