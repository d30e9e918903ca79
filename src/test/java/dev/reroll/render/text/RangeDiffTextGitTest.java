package dev.reroll.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.align.CreationFactor;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.GitCommand;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.RawMessage;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.DiffParser;
import dev.reroll.problem.Locator;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.render.color.AnsiColor;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.color.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole range-diffs in colour, with white-space errors of all kinds, as real git prints them. */
class RangeDiffTextGitTest {
  private static final String BASE = numbers(40);
  private static final String OLD = BASE.replace("\n5\n", "\n5\nold\n");
  private static final String ERRORS =
      lines(
          "five\ttab",
          "five   ",
          "   \tfive",
          "\t  five",
          "          five",
          "\tfive",
          "  ",
          "",
          "five\r",
          "five \r",
          "\r",
          "\t \tfive \t",
          "\ffive\u000b",
          "five\f",
          "        ",
          "\t",
          "five \u00a0",
          " \t five");
  private static final String NEW = BASE.replace("\n5\n", "\n5\n" + ERRORS);
  private static final List<String> RULES =
      List.of(
          "trailing-space",
          "-trailing-space",
          "-space-before-tab",
          "indent-with-non-tab",
          "tab-in-indent",
          "tab-in-indent,-space-before-tab",
          "cr-at-eol",
          "-blank-at-eof",
          "-blank-at-eol",
          "-blank-at-eol,-blank-at-eof",
          "indent-with-non-tab,tabwidth=4",
          "indent,tabwidth=63",
          "indent,tabwidth=64",
          "cr-at-eol,-blank-at-eol",
          "t",
          "-b",
          "cr",
          "INDENT",
          "indent tabwidth=5x",
          "tabwidth= 4, indent",
          "unknown");

  private final GitCommand git;
  private final Path folder;

  RangeDiffTextGitTest(@TempDir Path folder) {
    this.folder = folder;
    this.git = new GitCommand(folder);
  }

  @Test
  void whiteSpaceErrorsAreMarkedByEveryRule() throws Exception {
    twoSeries(4);
    for (String rule : RULES) {
      for (int context : List.of(0, 1, 3)) {
        TextOptions options = options(false, WhitespaceRule.parse(rule));
        List<String> arguments =
            List.of(
                "-c", "core.whitespace=" + rule, "range-diff", "--no-dual-color", "-U" + context);

        assertThat(ours(options, context))
            .as("%s, context %d", rule, context)
            .isEqualTo(gits(arguments));
      }
    }
  }

  @Test
  void dualColoursStandWhereGitPutsThem() throws Exception {
    twoSeries(3);

    assertThat(ours(options(true, WhitespaceRule.STANDARD), 3))
        .isEqualTo(gits(List.of("range-diff")));
  }

  @Test
  void theWidthOfNumbersFollowsTheLargerSeries() throws Exception {
    for (int count : List.of(8, 9, 98, 99)) {
      twoSeries(count);

      assertThat(ours(options(true, WhitespaceRule.STANDARD), 3))
          .as("%d patches", count)
          .isEqualTo(gits(List.of("range-diff")));
      removeRepository();
    }
  }

  private void removeRepository() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".git"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void twoSeries(int count) throws Exception {
    GitCommand.require();
    git.run(List.of("init", "-q"));
    git.run(List.of("config", "user.name", "Ada"));
    git.run(List.of("config", "user.email", "ada@example.org"));
    commit("base", BASE);
    git.run(List.of("tag", "base"));
    series("before", count, OLD + "\ttabbed\n \tx\n", "first", "x%d\n");
    series(
        "after", count, NEW + "\ttabbed\n  \ty\n\n \n", "first\n\n  indented\n\ttab", "x%d\n\n \n");
  }

  private void series(String branch, int count, String text, String first, String line)
      throws Exception {
    git.run(List.of("checkout", "-q", "-B", branch, "base"));
    commit(first, text);
    String content = text;
    for (int i = 1; i < count; i++) {
      content += line.formatted(i);
      commit("patch " + i + "\n\nbody", content);
    }
  }

  private void commit(String message, String content) throws Exception {
    Files.writeString(folder.resolve("f"), content);
    git.run(List.of("add", "f"));
    git.run(List.of("commit", "-q", "-m", message));
  }

  private String gits(List<String> arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-c", "core.abbrev=12"));
    all.addAll(arguments);
    all.addAll(List.of("--color=always", "--creation-factor=999", "base..before", "base..after"));
    return withoutIds(git.run(all));
  }

  private String ours(TextOptions options, int context) throws Exception {
    RangeDiff comparison =
        new RangeDiffer(patches("before"), patches("after"))
            .compare(new CreationFactor(999), context);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RangeDiffText.write(comparison, options, out);
    return withoutIds(out.toByteArray());
  }

  private List<ComparablePatch> patches(String branch) throws Exception {
    List<String> commits =
        new String(
                git.run(List.of("rev-list", "--reverse", "base.." + branch)),
                StandardCharsets.UTF_8)
            .lines()
            .toList();
    List<ComparablePatch> patches = new ArrayList<>();
    for (String commit : commits) {
      Octets mail = Octets.wrap(git.run(List.of("format-patch", "--stdout", "-1", commit)));
      RawMessage message =
          new RawMessage(Optional.empty(), mail.slice(mail.endOfLine(0)), new Locator("m", 0));
      PatchMail patch = (PatchMail) new MailReader(found -> {}).read(message).get(0);
      patches.add(
          ComparableText.of(patch, DiffParser.parse(patch.diff(), patch.diffWhere(), found -> {})));
    }
    return patches;
  }

  private static TextOptions options(boolean dual, WhitespaceRule rule) {
    Map<ColorSlot, String> colors = new EnumMap<>(ColorSlot.class);
    for (ColorSlot slot : ColorSlot.values()) {
      colors.put(slot, AnsiColor.parse(slot.standard()).orElseThrow());
    }
    return new TextOptions(Palette.of(colors), dual, rule, TextFilter.AS_IS, 12, true, true, true);
  }

  private static String withoutIds(byte[] printed) {
    return new String(printed, StandardCharsets.ISO_8859_1)
        .replaceAll(
            "(?m)^((?:\u001b\\[\\d*m)? *(?:\\d+|-):  )[0-9a-f-]{12}(.*?: {2})[0-9a-f-]{12}",
            "$1$2");
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static String numbers(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }
}
