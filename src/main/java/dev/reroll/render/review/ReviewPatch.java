package dev.reroll.render.review;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.text.BodyWriter;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.FileCount;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.PatchReview.HunkReview;
import dev.reroll.review.result.PatchReview.Rename;
import dev.reroll.review.result.Review;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes one patch of a review: what its author says, and what changed but noise. */
final class ReviewPatch {
  private final Review review;
  private final PatchReview patch;
  private final ReviewPage page;

  ReviewPatch(Review review, PatchReview patch, ReviewPage page) {
    this.review = review;
    this.patch = patch;
    this.page = page;
  }

  void write(ReviewOptions options) {
    if (patch.kind().isNoise() && !options.everything()) {
      return;
    }
    page.heading(number() + ": " + patch.title());
    twin();
    patch.tags().gained().forEach(tag -> page.line(ColorSlot.NEW, "  + " + tag));
    patch.tags().lost().forEach(tag -> page.line(ColorSlot.OLD, "  - " + tag));
    patch.changelogs().forEach(log -> ReviewCover.changelog(page, log, "  "));
    patch.renames().forEach(this::rename);
    patch
        .unseen()
        .forEach(unseen -> page.wrapped(ColorSlot.OLD_BOLD, "    ", "  " + unseen.sentence()));
    hunks(options);
    alone(options);
  }

  private String number() {
    String old =
        patch
            .before()
            .map(side -> review.before().label() + " " + of(side, review.rangeDiff().beforeCount()))
            .orElse("");
    String current =
        patch
            .after()
            .map(side -> review.after().label() + " " + of(side, review.rangeDiff().afterCount()))
            .orElse("");
    if (old.isEmpty() || current.isEmpty()) {
      return (old + current) + " (" + patch.kind() + ")";
    }
    return old + " → " + current;
  }

  private static String of(NumberedPatch side, int count) {
    return side.ordinal() + "/" + count;
  }

  private void twin() {
    Optional<TitleTwin> twin = patch.twin();
    boolean isOnly = review.rangeDiff().beforeCount() == 1 && review.rangeDiff().afterCount() == 1;
    if (twin.isEmpty() || isOnly) {
      return; // Of two single patches nobody doubts that they are a pair.
    }
    String factor =
        twin.get().factor().isPresent()
            ? "; --creation-factor=" + twin.get().factor().getAsInt() + verb(twin.get())
            : "";
    page.wrapped(
        ColorSlot.CONTEXT,
        "    ",
        "  ≈ paired by its title only, the diffs are too different for the creation factor"
            + factor);
  }

  private static String verb(TitleTwin twin) {
    return twin.confirmed() ? " pairs them" : " or more should pair them";
  }

  private void rename(Rename rename) {
    String places = rename.placeCount() == 1 ? " place" : " places";
    page.line(
        ColorSlot.CONTEXT,
        "  " + rename.before() + " → " + rename.after() + ", " + rename.placeCount() + places);
  }

  private void hunks(ReviewOptions options) {
    BodyWriter writer = new BodyWriter(options.text(), page.octets());
    Map<ChangeKind, Integer> folded = new EnumMap<>(ChangeKind.class);
    for (HunkReview hunk : patch.hunks()) {
      if (options.everything() || !isFolded(hunk)) {
        hunk(writer, hunk.hunk());
      } else {
        folded.merge(hunk.kind(), 1, Integer::sum);
      }
    }
    if (!folded.isEmpty()) {
      page.line(ColorSlot.CONTEXT_DIMMED, "    (folded: " + counts(folded) + ")");
    }
  }

  private static String counts(Map<ChangeKind, Integer> folded) {
    return folded.entrySet().stream()
        .map(entry -> hunks(entry.getValue()) + " of " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String hunks(int count) {
    return count == 1 ? "1 hunk" : count + " hunks";
  }

  /** Tags and renames stand above already. */
  private static boolean isFolded(HunkReview hunk) {
    return hunk.isNoise() || hunk.kind() == ChangeKind.TAGS || hunk.kind() == ChangeKind.RENAMES;
  }

  private static void hunk(BodyWriter writer, BodyHunk hunk) {
    writer.heading(hunk.heading());
    hunk.lines().forEach(line -> writer.line(line, false));
  }

  /** Writes a patch without a partner: its files, and all of it where everything is asked for. */
  private void alone(ReviewOptions options) {
    if (patch.before().isPresent() && patch.after().isPresent()) {
      return;
    }
    for (FileCount file : patch.files()) {
      page.line(ColorSlot.CONTEXT, "    " + file.path() + " | " + file.lines());
    }
    if (options.everything()) {
      content(options, patch.after().or(patch::before).orElseThrow().patch());
    }
  }

  private void content(ReviewOptions options, ComparablePatch whole) {
    Octets text = whole.text().slice(whole.diffOffset());
    for (int start = 0; start < text.length(); ) {
      int end = text.endOfLine(start);
      Octets line = text.slice(start, end - 1);
      Octets color = options.text().palette().of(slot(line));
      page.octets().append("    ").append(color);
      options.text().filter().append(line, 0, line.length(), page.octets());
      page.octets()
          .append(color.isEmpty() ? Octets.EMPTY : options.text().palette().reset())
          .append('\n');
      start = end;
    }
  }

  private static ColorSlot slot(Octets line) {
    char sign = line.isEmpty() ? ' ' : (char) line.at(0);
    return switch (sign) {
      case '+' -> ColorSlot.NEW;
      case '-' -> ColorSlot.OLD;
      case '@' -> ColorSlot.FRAG;
      default -> ColorSlot.CONTEXT;
    };
  }
}
