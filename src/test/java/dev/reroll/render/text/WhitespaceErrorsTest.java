package dev.reroll.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.PatchId;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.color.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * White-space errors and headings in colour, without dual colours. What is expected was taken from
 * real git; colours are written as words here.
 */
class WhitespaceErrorsTest {
  private static final Map<ColorSlot, String> COLORS =
      Map.of(
          ColorSlot.NEW, "(new)",
          ColorSlot.FUNC, "(func)",
          ColorSlot.FRAG, "(frag)",
          ColorSlot.CONTEXT, "(context)",
          ColorSlot.WHITESPACE, "(error)");

  private static String body(String rule, Entry.Changed entry, Map<ColorSlot, String> colors) {
    TextOptions options =
        new TextOptions(
            Palette.of(colors),
            false,
            WhitespaceRule.parse(rule),
            TextFilter.AS_IS,
            12,
            true,
            true,
            true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RangeDiffText.write(new RangeDiff(1, 1, List.of(entry)), options, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    String text = out.toString(StandardCharsets.UTF_8).replace("\u001b[m", "(end)");
    return text.substring(text.indexOf('\n') + 1).replaceAll("(?m)^    ", "");
  }

  private static String line(String rule, String text) {
    BodyHunk hunk = hunk("", 1, 1, "+" + text);
    return body(rule, entry("a\nb\n", "a\n" + text + "\nb\n", hunk), COLORS)
        .replaceFirst("^.*\n", "");
  }

  private static Entry.Changed entry(String before, String after, BodyHunk hunk) {
    return new Entry.Changed(side(before), side(after), List.of(hunk));
  }

  private static NumberedPatch side(String text) {
    PatchId id = new PatchId("0".repeat(40));
    Octets octets = Octets.utf8(text);
    return new NumberedPatch(
        1, new ComparablePatch(Octets.utf8("title"), id, Optional.empty(), octets, 0, 0));
  }

  private static BodyHunk hunk(String heading, int before, int after, String... lines) {
    List<BodyHunk.Line> parsed = new ArrayList<>();
    for (String line : lines) {
      parsed.add(new BodyHunk.Line(line.charAt(0), Octets.utf8(line.substring(1))));
    }
    return new BodyHunk(Octets.utf8(heading), before, after, parsed);
  }

  @Test
  void blanksAtTheEndAreMarked() {
    assertThat(line("", "x \t")).isEqualTo("(new)+(end)(new)x(end)(error) \t(end)\n");
  }

  @Test
  void formFeedAtTheEndIsNoWhiteSpace() {
    assertThat(line("", "x  \f")).isEqualTo("(new)+(end)(new)x  \f(end)\n");
  }

  @Test
  void tabInIndentIsMarkedWithoutTheBlanksBeforeIt() {
    assertThat(line("tab-in-indent,-space-before-tab", "  \tx"))
        .isEqualTo("(new)+(end)  (error)\t(end)(new)x(end)\n");
  }

  @Test
  void blanksBeforeATabAreMarkedWithoutTheTab() {
    assertThat(line("tab-in-indent", "  \tx"))
        .isEqualTo("(new)+(end)(error)  (end)\t(new)x(end)\n");
  }

  @Test
  void withoutAColourForErrorsALineIsOnePiece() {
    Map<ColorSlot, String> colors = Map.of(ColorSlot.NEW, "(new)");
    Entry.Changed entry = entry("a\n", "x \na\n", hunk("", 0, 0, "+x "));
    assertThat(body("", entry, colors)).endsWith("(new)+x (end)\n");
  }

  @Test
  void emptyLineAddedAtTheEndIsMarkedWithItsSign() {
    Entry.Changed entry = entry("a\n", "a\n\n", hunk("", 0, 0, " a", "+"));
    assertThat(body("", entry, COLORS)).endsWith("(context) a(end)\n(error)+(end)\n");
  }

  @Test
  void withoutContextAnEmptyLineBehindTheLastIsNotMarked() {
    Entry.Changed entry = entry("a\n", "a\n\n", hunk("", 1, 1, "+"));
    assertThat(body("", entry, COLORS)).endsWith("(new)+(end)\n");
    Entry.Changed oneMore = entry("a\n\n", "a\n\n\n", hunk("", 2, 2, "+"));
    assertThat(body("", oneMore, COLORS)).endsWith("(error)+(end)\n");
  }

  @Test
  void emptyLineAboveTheEndIsNotMarked() {
    Entry.Changed entry = entry("a\nb\n", "a\n\nb\n", hunk("", 1, 1, "+"));
    assertThat(body("", entry, COLORS)).endsWith("(new)+(end)\n");
  }

  @Test
  void emptyLinesAtTheEndAreNotMarkedWhereTheOldTextHasAsMany() {
    Entry.Changed entry = entry("a\n \n", "a\n\n", hunk("", 0, 0, " a", "- ", "+"));
    assertThat(body("", entry, COLORS)).endsWith("(new)+(end)\n");
  }

  @Test
  void headingEndsAtACarriageReturnBeforeItsLastOctet() {
    Entry.Changed entry = entry("a\n", "b\n", hunk("a\rx", 0, 0, "+b"));
    assertThat(body("", entry, COLORS)).startsWith("(frag)@@(end)(context) (end)(func)a\r(end)x\n");
  }

  @Test
  void blanksBeforeAHeadingBelongToTheGap() {
    Entry.Changed entry = entry("a\n", "b\n", hunk(" lead: x", 0, 0, "+b"));
    assertThat(body("", entry, COLORS))
        .startsWith("(frag)@@(end)(context)  (end)(func)lead: x(end)\n");
  }
}
