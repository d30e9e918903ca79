package dev.reroll.review.result;

import java.util.List;

/**
 * Which trailers a patch gained and lost.
 *
 * @param gained those that only the new version has
 * @param lost those that only the old version has; someone who is there under another address is
 *     not lost
 */
public record TagChange(List<Tag> gained, List<Tag> lost) {
  /** Neither gained nor lost. */
  public static final TagChange NONE = new TagChange(List.of(), List.of());

  public TagChange {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }

  /** Returns which trailers only one side has. */
  public static TagChange between(List<Tag> before, List<Tag> after) {
    return new TagChange(without(after, before), without(before, after));
  }

  private static List<Tag> without(List<Tag> tags, List<Tag> others) {
    return tags.stream().filter(tag -> others.stream().noneMatch(tag::isSameAs)).toList();
  }
}
