package dev.reroll.render.text;

import dev.reroll.render.color.ColorSlot;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the versions of a series, one a line: label, day, patches, and why each follows another.
 *
 * <pre>
 *   version  sent        patches  follows
 *   rfc-v1   2026-03-02        3
 * * v2       2026-03-09   2 of 3  rfc-v1: linked, Link to v1: https://lists.example.org/1
 *            v3 was not found
 *   v4       2026-03-23        4  v2 (a guess): same content, 3 of 4 titles
 * </pre>
 */
public final class TimelineText {
  private static final String MARK = "* ";

  private final Lineage lineage;
  private final Optional<SeriesVersion> named;
  private final ScreenOptions options;
  private final OutputStream stream;
  private final int labelEnd;
  private final int countWidth;

  private TimelineText(
      Lineage lineage, Optional<SeriesVersion> named, ScreenOptions options, OutputStream stream) {
    this.lineage = lineage;
    this.named = named;
    this.options = options;
    this.stream = stream;
    this.labelEnd =
        MARK.length() + longest(lineage.versions(), v -> v.label().toString(), "version");
    this.countWidth = longest(lineage.versions(), TimelineText::count, "patches");
  }

  /**
   * Writes the versions of {@code lineage}, the oldest first.
   *
   * @param named the version to mark
   */
  public static void write(
      Lineage lineage, Optional<SeriesVersion> named, ScreenOptions options, OutputStream stream)
      throws IOException {
    new TimelineText(lineage, named, options, stream).write();
  }

  private void write() throws IOException {
    head();
    for (SeriesVersion version : lineage.versions()) {
      missing(version);
      version(version);
    }
  }

  private void head() throws IOException {
    new ScreenLine(options)
        .add(ColorSlot.CONTEXT_BOLD, lineage.title())
        .add(ColorSlot.CONTEXT, ", " + lineage.newest().sender().name())
        .end()
        .writeTo(stream);
    stream.write('\n');
    ScreenLine line = new ScreenLine(options).add(ColorSlot.CONTEXT, "  version");
    line.to(labelEnd + 2).add(ColorSlot.CONTEXT, "sent");
    count(line, "patches");
    line.to(line.column() + 2).add(ColorSlot.CONTEXT, "follows").end().writeTo(stream);
  }

  private void version(SeriesVersion version) throws IOException {
    boolean marked = named.filter(version::equals).isPresent();
    ScreenLine line = new ScreenLine(options);
    line.add(marked ? ColorSlot.NEW : ColorSlot.CONTEXT, marked ? MARK : "  ");
    line.add(marked ? ColorSlot.NEW_BOLD : ColorSlot.CONTEXT_BOLD, version.label().toString());
    line.to(labelEnd + 2).add(ColorSlot.CONTEXT, day(version));
    count(line, count(version));
    lineage
        .link(version)
        .ifPresent(
            link ->
                line.to(line.column() + 2)
                    .add(
                        link.isGuess() ? ColorSlot.OLD : ColorSlot.CONTEXT,
                        EvidenceText.LinkText.brief(link)));
    line.end().writeTo(stream);
  }

  private void count(ScreenLine line, String count) {
    int start = labelEnd + 2 + "2026-03-02".length() + 2;
    line.to(start + countWidth - count.length()).add(ColorSlot.CONTEXT, count);
  }

  private void missing(SeriesVersion version) throws IOException {
    List<Integer> numbers = lineage.missingBefore(version);
    if (!numbers.isEmpty()) {
      int first = numbers.get(0);
      int last = numbers.get(numbers.size() - 1);
      String which = first == last ? "v" + first + " was" : "v" + first + " to v" + last + " were";
      ScreenLine line = new ScreenLine(options);
      line.to(labelEnd + 2).add(ColorSlot.OLD, which + " not found").end().writeTo(stream);
    }
  }

  /** Returns how many patches there are: {@code 4}, {@code 3 of 4}, {@code 1 new of 4}. */
  static String count(SeriesVersion version) {
    int total = version.slots().size();
    int there = version.patches().size();
    int own = version.ownPatches().size();
    if (own < there) {
      return own + " resent of " + total;
    }
    return there < total ? there + " of " + total : String.valueOf(total);
  }

  static String day(SeriesVersion version) {
    return version
        .date()
        .map(date -> LocalDate.ofInstant(date, ZoneOffset.UTC).toString())
        .orElse("?");
  }

  private static int longest(
      List<SeriesVersion> versions, Function<SeriesVersion, String> words, String head) {
    return versions.stream().map(words).mapToInt(String::length).reduce(head.length(), Math::max);
  }
}
