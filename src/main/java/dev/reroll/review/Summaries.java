package dev.reroll.review;

import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review.ReviewSummary;
import dev.reroll.review.result.TagAudit;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sums a review up. */
final class Summaries {
  private static final int MAX_NAMED = 8;

  private final List<PatchReview> patches;
  private final TagAudit tags;
  private final Numbers numbers;
  private final Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);

  private Summaries(List<PatchReview> patches, TagAudit tags, Numbers numbers) {
    this.patches = patches;
    this.tags = tags;
    this.numbers = numbers;
    patches.forEach(patch -> counts.merge(patch.kind(), 1, Integer::sum));
  }

  static ReviewSummary of(List<PatchReview> patches, TagAudit tags, Numbers numbers) {
    Summaries summary = new Summaries(patches, tags, numbers);
    return new ReviewSummary(summary.counts, summary.anotherLook(), summary.sentence());
  }

  private List<PatchReview> anotherLook() {
    return patches.stream().filter(patch -> patch.kind().needsAnotherLook()).toList();
  }

  private String sentence() {
    List<PatchReview> changed = ofKind(ChangeKind.CODE);
    int total = (int) patches.stream().filter(patch -> patch.after().isPresent()).count();
    List<String> parts = new ArrayList<>();
    parts.add(changed.isEmpty() ? nothing(total) : look(changed, total));
    count(ChangeKind.NEW, "new").ifPresentAdd(parts);
    count(ChangeKind.DROPPED, "dropped").ifPresentAdd(parts);
    String lost = lostTags();
    if (!lost.isEmpty()) {
      parts.add("tags lost on " + lost);
    }
    return String.join("; ", parts);
  }

  private String nothing(int total) {
    boolean hasNew = counts.containsKey(ChangeKind.NEW);
    if (counts.getOrDefault(ChangeKind.IDENTICAL, 0) == total && total > 0) {
      return total == 1 ? "the patch is identical" : "all " + total + " patches are identical";
    }
    String kept = hasNew ? "no old patch to re-read" : "nothing to re-read";
    String kinds = smallKinds();
    return kinds.isEmpty() ? kept : kept + ": " + kinds;
  }

  /** Counts what changed without changing what the patches do. */
  private String smallKinds() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() != ChangeKind.NEW && entry.getKey() != ChangeKind.DROPPED)
        .sorted(Comparator.comparing(Map.Entry<ChangeKind, Integer>::getKey).reversed())
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private String look(List<PatchReview> changed, int total) {
    String verb = changed.size() == 1 ? " needs" : " need";
    String names = named(changed.stream().map(patch -> numbers.of(patch) + " code").toList());
    return changed.size() + " of " + total + verb + " another look: " + names;
  }

  private String lostTags() {
    return named(
        tags.findings().stream()
            .filter(finding -> finding.fate() == TagAudit.Fate.DROPPED_ON_SAME_CODE)
            .map(finding -> numbers.of(finding.patch()))
            .distinct()
            .toList());
  }

  private static String named(List<String> names) {
    String first = names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
    int more = names.size() - MAX_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private List<PatchReview> ofKind(ChangeKind kind) {
    return patches.stream().filter(patch -> patch.kind() == kind).toList();
  }

  private Part count(ChangeKind kind, String word) {
    return new Part(counts.getOrDefault(kind, 0), word);
  }

  /** A number of patches and what they are. */
  private record Part(int count, String word) {
    void ifPresentAdd(List<String> parts) {
      if (count > 0) {
        parts.add(count + " " + word);
      }
    }
  }

  /** Names patches as people do: {@code 3/7}. */
  static final class Numbers {
    private final SeriesVersion before;
    private final SeriesVersion after;

    Numbers(SeriesVersion before, SeriesVersion after) {
      this.before = before;
      this.after = after;
    }

    /** Returns the patch's number in the new version; for one that is gone, in the old one. */
    String of(PatchReview patch) {
      Optional<NumberedPatch> current = patch.after();
      return current.isPresent()
          ? current.get().ordinal() + "/" + after.patches().size()
          : before.label()
              + " "
              + patch.before().orElseThrow().ordinal()
              + "/"
              + before.patches().size();
    }
  }
}
