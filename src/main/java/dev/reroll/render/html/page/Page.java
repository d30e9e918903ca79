package dev.reroll.render.html.page;

import java.util.List;
import java.util.Optional;

/**
 * A comparison of two versions, ready for the template.
 *
 * @param title the newer version's title
 * @param before the older version
 * @param after the newer version
 * @param sentence the comparison in one line
 * @param alerts what to know before reading
 * @param trail links to the pages beside this one; empty for a page that stands alone
 * @param cover the cover letter, where there is one
 * @param facts what to know of the whole series
 * @param patches the patches, in order
 * @param end how the end results differ, where that is known
 */
public record Page(
    Text title,
    PageVersion before,
    PageVersion after,
    Text sentence,
    List<PageFact.Item> alerts,
    List<PageLink> trail,
    Optional<PageCover> cover,
    List<PageFact> facts,
    List<PagePatch> patches,
    Optional<PageEnd> end) {
  public Page {
    alerts = List.copyOf(alerts);
    trail = List.copyOf(trail);
    facts = List.copyOf(facts);
    patches = List.copyOf(patches);
  }

  /** Returns the title of the browser's window. */
  public String windowTitle() {
    return before.label() + " → " + after.label() + ": " + title;
  }

  /** Counts the patches of one state. */
  public long count(String state) {
    return patches.stream().filter(patch -> patch.head().state().equals(state)).count();
  }
}
