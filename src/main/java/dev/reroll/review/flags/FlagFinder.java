package dev.reroll.review.flags;

import dev.reroll.mail.Envelope;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.review.material.Material;
import dev.reroll.review.result.ChangelogCheck;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.ReviewFlag.Change;
import dev.reroll.review.result.ReviewFlag.Kind;
import dev.reroll.review.result.TagAudit;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The search for the flags of a review: first those of the series, then patch by patch. */
public final class FlagFinder {
  private static final Set<String> NO_TREES =
      Set.of("patch", "patches", "patchset", "rfc", "rft", "resend", "repost", "rebase", "rebased");

  private FlagFinder() {}

  /**
   * Returns the flags of a review of {@code material}; takes time linear in its texts.
   *
   * @param findings what was found of tags and changelogs
   */
  public static List<ReviewFlag> find(
      Material material, List<PatchReview> patches, FlagRules rules, Findings findings) {
    List<ReviewFlag> flags = new ArrayList<>();
    SeriesVersion before = material.before().version();
    SeriesVersion after = material.after().version();
    tree(before, after).ifPresent(flags::add);
    base(before, after).ifPresent(flags::add);
    InterfaceFlags interfaces = new InterfaceFlags(material, rules);
    for (PatchReview patch : patches) {
      flags.addAll(interfaces.of(patch));
      flags.addAll(TrailerFlags.of(patch));
      flags.addAll(findings.of(patch));
      broken(patch, material).ifPresent(flags::add);
    }
    return flags;
  }

  /** The findings of other parts of a review that are flags, too. */
  public record Findings(TagAudit tags, ChangelogCheck changelog) {
    private List<ReviewFlag> of(PatchReview patch) {
      List<ReviewFlag> flags = new ArrayList<>();
      List<String> kept =
          tags.findings().stream()
              .filter(tag -> isSame(tag.patch(), patch))
              .filter(tag -> tag.fate() == TagAudit.Fate.KEPT_ON_CHANGED_CODE)
              .map(tag -> tag.tag().toString())
              .toList();
      if (!kept.isEmpty()) {
        flags.add(new ReviewFlag(Kind.TAG_KEPT, Change.CHANGED, Optional.of(patch), kept));
      }
      boolean isUnsaid =
          changelog.findings().stream()
              .anyMatch(
                  finding ->
                      isSame(finding.patch(), patch)
                          && finding.kind() == ChangelogCheck.Kind.NOT_MENTIONED);
      if (isUnsaid) {
        flags.add(
            new ReviewFlag(Kind.NOT_MENTIONED, Change.MISSING, Optional.of(patch), List.of()));
      }
      return flags;
    }
  }

  private static boolean isSame(PatchReview one, PatchReview other) {
    return one.before()
            .map(NumberedPatch::ordinal)
            .equals(other.before().map(NumberedPatch::ordinal))
        && one.after()
            .map(NumberedPatch::ordinal)
            .equals(other.after().map(NumberedPatch::ordinal));
  }

  private static Optional<ReviewFlag> broken(PatchReview patch, Material material) {
    boolean isWhole =
        patch
            .after()
            .map(side -> material.after().patches().get(side.ordinal() - 1).isWhole())
            .orElse(true);
    boolean wasWhole =
        patch
            .before()
            .map(side -> material.before().patches().get(side.ordinal() - 1).isWhole())
            .orElse(true);
    return isWhole || !wasWhole
        ? Optional.empty()
        : Optional.of(
            new ReviewFlag(Kind.BROKEN_DIFF, Change.ADDED, Optional.of(patch), List.of()));
  }

  private static Optional<ReviewFlag> tree(SeriesVersion before, SeriesVersion after) {
    List<String> old = trees(before);
    List<String> current = trees(after);
    boolean isChange = old.size() == 1 && current.size() == 1 && !old.equals(current);
    return isChange ? Optional.of(series(Kind.TREE, old.get(0), current.get(0))) : Optional.empty();
  }

  /** Returns the lower-case words of the subject's brackets that may name a tree. */
  private static List<String> trees(SeriesVersion version) {
    Optional<Envelope> first =
        version
            .cover()
            .map(cover -> cover.envelope())
            .or(() -> version.patches().stream().findFirst().map(mail -> mail.envelope()));
    return first.map(mail -> mail.subject().tags()).orElse(List.of()).stream()
        .filter(word -> !word.isEmpty() && Character.isLetter(word.charAt(0)))
        .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)) && !NO_TREES.contains(word))
        .toList();
  }

  private static Optional<ReviewFlag> base(SeriesVersion before, SeriesVersion after) {
    Optional<String> old = before.baseCommit();
    Optional<String> current = after.baseCommit();
    boolean isChange =
        old.isPresent()
            && current.isPresent()
            && !old.get().startsWith(current.get())
            && !current.get().startsWith(old.get());
    return isChange ? Optional.of(series(Kind.BASE, old.get(), current.get())) : Optional.empty();
  }

  private static ReviewFlag series(Kind kind, String before, String after) {
    return new ReviewFlag(kind, Change.CHANGED, Optional.empty(), List.of(before, after));
  }
}
