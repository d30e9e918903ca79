package dev.reroll.render.review;

import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.Tag;
import dev.reroll.series.SeriesVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the table of a review, one patch a line, and what it comes to. */
final class ReviewTable {
  private static final int NARROWEST = 50;
  private static final int NARROW = 64;
  private static final int WIDE = 100;
  private static final int MAX_KINDS = 3;

  private final Review review;
  private final ReviewPage page;
  private final Columns columns;

  /** The columns at which kind, lines, tags and title begin. */
  private record Columns(int number, int kind, int lines, int tags, int title) {}

  ReviewTable(Review review, ReviewPage page) {
    this.review = review;
    this.page = page;
    this.columns = columns();
  }

  void write() {
    page.wrapped(ColorSlot.COMMIT, "    ", versions());
    page.blank();
    if (review.patches().isEmpty()) {
      boolean isEmpty = review.rangeDiff().entries().isEmpty();
      page.line(
          ColorSlot.CONTEXT,
          isEmpty ? "No patches on either side." : "No patch is of these kinds.");
    }
    review.patches().forEach(this::row);
    page.blank();
    page.wrapped(ColorSlot.CONTEXT_BOLD, "  ", sentence());
  }

  private String versions() {
    String title = review.after().title();
    return name(review.before())
        + " → "
        + name(review.after())
        + (title.isEmpty() ? "" : ": " + title);
  }

  private static String name(SeriesVersion version) {
    return version.label()
        + version.date().map(d -> " (" + LocalDate.ofInstant(d, ZoneOffset.UTC) + ")").orElse("");
  }

  private String sentence() {
    String text = review.summary().sentence();
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private Columns columns() {
    int most = Math.max(review.rangeDiff().beforeCount(), review.rangeDiff().afterCount());
    int number = String.valueOf(most).length();
    int kind = 2 * number + 4 + 2;
    int lines = kind + widest(this::kinds) + 1;
    int linesEnd = lines + widest(this::lines);
    int tags = linesEnd > lines ? linesEnd + 1 : lines;
    int tagsEnd = tags + widest(this::tags);
    return new Columns(number, kind, lines, tags, tagsEnd > tags ? tagsEnd + 1 : tags);
  }

  private int widest(Function<PatchReview, String> text) {
    return review.patches().stream().map(text).mapToInt(String::length).max().orElse(0);
  }

  private void row(PatchReview patch) {
    ColorSlot slot = color(patch);
    page.line(
        line -> {
          line.add(slot, " " + number(patch.before()) + " " + patch.sign() + " ");
          line.add(slot, number(patch.after())).to(columns.kind());
          line.add(slot, kinds(patch)).to(columns.lines());
          line.add(ColorSlot.CONTEXT, lines(patch)).to(columns.tags());
          line.add(ColorSlot.CONTEXT, tags(patch)).to(columns.title());
          line.add(ColorSlot.CONTEXT, patch.title());
        });
  }

  private String number(Optional<NumberedPatch> side) {
    String text = side.map(s -> String.valueOf(s.ordinal())).orElse("-");
    return " ".repeat(columns.number() - text.length()) + text;
  }

  private static ColorSlot color(PatchReview patch) {
    return switch (patch.kind()) {
      case CODE -> ColorSlot.OLD_BOLD;
      case NEW -> ColorSlot.NEW;
      case DROPPED -> ColorSlot.OLD;
      case IDENTICAL, CONTEXT -> ColorSlot.CONTEXT_DIMMED;
      default -> ColorSlot.COMMIT;
    };
  }

  /** Returns the sorts of change; the narrower the screen, the fewer of them. */
  private String kinds(PatchReview patch) {
    String first = patch.kindWords() + (patch.twin().isPresent() ? " ≈" : "");
    if (page.width() < NARROW) {
      return first;
    }
    List<ChangeKind> others =
        patch.sortedKinds().stream().skip(1).filter(kind -> !kind.isNoise()).toList();
    boolean hasMessage = page.width() < WIDE && others.contains(ChangeKind.MESSAGE);
    List<ChangeKind> shown = hasMessage ? List.of(ChangeKind.MESSAGE) : others;
    return shown.stream()
        .limit(page.width() < WIDE ? 1 : MAX_KINDS)
        .map(kind -> ", " + kind)
        .collect(Collectors.joining("", first, ""));
  }

  private String lines(PatchReview patch) {
    boolean shown = patch.lines().total() > 0 && page.width() >= NARROWEST;
    return shown ? patch.lines().toString() : "";
  }

  /** Returns {@code +2R -T}: two Reviewed-by more, a Tested-by less. */
  private String tags(PatchReview patch) {
    if (page.width() < NARROWEST) {
      return "";
    }
    String gained = letters(patch.tags().gained(), "+");
    String lost = letters(patch.tags().lost(), "-");
    return gained.isEmpty() || lost.isEmpty() ? gained + lost : gained + " " + lost;
  }

  private static String letters(List<Tag> tags, String sign) {
    return "RAT"
        .chars()
        .mapToObj(letter -> of(tags, (char) letter, sign))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String of(List<Tag> tags, char letter, String sign) {
    long count =
        tags.stream().filter(Tag::isGiven).filter(tag -> tag.key().charAt(0) == letter).count();
    return count == 0 ? "" : sign + (count == 1 ? "" : String.valueOf(count)) + letter;
  }
}
