package dev.reroll.review.result;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts patches by what became of them, and says it in a line.
 *
 * @param counts patches by their most serious sort of change; sorts that do not occur are left out
 * @param anotherLook those that a reviewer should read again, new ones included
 * @param sentence what a person would say: {@code 2 of 7 need another look: 3/7 code, 5/7 code; 1
 *     new; tags lost on 2/7}
 */
public record ReviewSummary(
    Map<ChangeKind, Integer> counts, List<PatchReview> anotherLook, String sentence) {
  public ReviewSummary {
    Map<ChangeKind, Integer> sorted = new EnumMap<>(ChangeKind.class);
    sorted.putAll(counts);
    counts = Collections.unmodifiableMap(sorted);
    anotherLook = List.copyOf(anotherLook);
  }
}
