package dev.reroll.render.html;

import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.render.html.page.PageLink;
import dev.reroll.render.html.page.Text;
import dev.reroll.review.result.PatchReview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names the places of patches on a page: {@code p3} for the third patch of the new version, {@code
 * dropped2} for the second of the old one where the new one has no partner for it.
 */
final class PatchAnchors {
  private final Map<Integer, String> ofBefore = new HashMap<>();
  private final Map<Integer, String> ofAfter = new HashMap<>();

  PatchAnchors(List<PatchReview> patches) {
    for (PatchReview patch : patches) {
      String anchor = of(patch);
      patch.before().ifPresent(side -> ofBefore.put(side.ordinal(), anchor));
      patch.after().ifPresent(side -> ofAfter.put(side.ordinal(), anchor));
    }
  }

  /** Returns the anchor of a patch of the review. */
  static String of(PatchReview patch) {
    Optional<NumberedPatch> after = patch.after();
    return after.isPresent()
        ? "p" + after.get().ordinal()
        : "dropped" + patch.before().orElseThrow().ordinal();
  }

  /** Returns a link to a patch of the old version. */
  PageLink before(int ordinal) {
    return link(ofBefore, ordinal);
  }

  /** Returns a link to a patch of the new version. */
  PageLink after(int ordinal) {
    return link(ofAfter, ordinal);
  }

  private static PageLink link(Map<Integer, String> anchors, int ordinal) {
    String anchor = anchors.getOrDefault(ordinal, "");
    return new PageLink(Text.plain(String.valueOf(ordinal)), anchor.isEmpty() ? "" : "#" + anchor);
  }
}
