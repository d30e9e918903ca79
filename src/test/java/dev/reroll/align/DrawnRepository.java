package dev.reroll.align;

import dev.reroll.align.Alignment.Match;
import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drawn series as branches of one repository.
 *
 * <p>Behind each patch comes a merge that puts the tree back, which a range-diff leaves out: so
 * every patch may add the same file, and patches may be equal.
 *
 * <pre>
 *   base ── patch 0 ── merge ── patch 1 ── merge      each merge has the tree of base
 *      └────────────────┴────────────────────┘
 * </pre>
 */
final class DrawnRepository {
  private static final Pattern LINE =
      Pattern.compile("^ *(\\d+|-):  \\S+ [=!<>] +(\\d+|-):  \\S+ .*");

  private final GitCommand git;

  private DrawnRepository(GitCommand git) {
    this.git = git;
  }

  static DrawnRepository write(Path directory, List<DrawnSeries> drawn)
      throws IOException, InterruptedException {
    GitCommand git = new GitCommand(directory);
    git.run(List.of("init", "-q", "--bare", "."));
    StringBuilder script = new StringBuilder();
    commit(script, "base", 1, "M 100644 inline g\n" + data("g\n"));
    int mark = 1;
    for (int n = 0; n < drawn.size(); n++) {
      mark = branch(script, "before" + n, drawn.get(n).before(), mark);
      mark = branch(script, "after" + n, drawn.get(n).after(), mark);
    }
    git.run(script.toString().getBytes(StandardCharsets.UTF_8), List.of("fast-import", "--quiet"));
    return new DrawnRepository(git);
  }

  private static int branch(
      StringBuilder script, String name, List<List<String>> series, int mark) {
    int next = mark;
    script.append("reset refs/heads/").append(name).append("\nfrom :1\n\n");
    for (List<String> content : series) {
      StringBuilder text = new StringBuilder();
      content.forEach(line -> text.append(line).append('\n'));
      commit(script, name, ++next, "M 100644 inline f\n" + data(text.toString()));
      commit(script, name, ++next, "merge :1\nD f\n");
    }
    return next;
  }

  private static void commit(StringBuilder script, String branch, int mark, String changes) {
    script.append("commit refs/heads/").append(branch).append("\nmark :").append(mark);
    script.append("\ncommitter A <a@example.org> ").append(1_700_000_000 + mark);
    script.append(" +0000\n").append(data("patch " + mark)).append(changes).append('\n');
  }

  private static String data(String text) {
    return "data " + text.length() + "\n" + text + "\n";
  }

  /** Returns what git makes of the series with this index; nothing where git does not end. */
  Optional<Alignment> align(int index, CreationFactor factor, int seconds)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            "range-diff",
            "--no-color",
            "-s",
            "--creation-factor=" + factor.percent(),
            "base..before" + index,
            "base..after" + index);
    return git.runAtMost(seconds, arguments)
        .map(output -> read(new String(output, StandardCharsets.UTF_8)));
  }

  private static Alignment read(String output) {
    List<Match> matches = new ArrayList<>();
    List<Integer> removed = new ArrayList<>();
    List<Integer> added = new ArrayList<>();
    for (String line : output.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      if (matcher.group(2).equals("-")) {
        removed.add(Integer.parseInt(matcher.group(1)) - 1);
      } else if (matcher.group(1).equals("-")) {
        added.add(Integer.parseInt(matcher.group(2)) - 1);
      } else {
        matches.add(
            new Match(
                Integer.parseInt(matcher.group(1)) - 1, Integer.parseInt(matcher.group(2)) - 1));
      }
    }
    return new Alignment(matches, removed, added);
  }
}
