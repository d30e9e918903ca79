package dev.reroll.render.html;

import dev.reroll.interdiff.Interdiff;
import java.util.List;
import java.util.Optional;

/**
 * How a page is written.
 *
 * @param links where mails can be read
 * @param maxUnchanged how many unchanged lines a page holds at most; where there are more, all of
 *     them are left out, and the page says so
 * @param trail the pages beside this one, by words and file name; empty for a page alone
 * @param remarks what to know of how the comparison came about, a line each
 * @param endResult how the end results differ: the third view; empty for a page without it
 */
public record PageOptions(
    MailLinks links,
    int maxUnchanged,
    List<Neighbour> trail,
    List<String> remarks,
    Optional<Interdiff> endResult) {
  /** Links to lore, with room for 20,000 unchanged lines. */
  public static final PageOptions STANDARD =
      new PageOptions(MailLinks.LORE, 20_000, List.of(), List.of(), Optional.empty());

  /**
   * Another page in the same folder.
   *
   * @param words what the link says: {@code v1 → v2}
   * @param file its file name; empty for the page itself
   */
  public record Neighbour(String words, String file) {}

  public PageOptions {
    trail = List.copyOf(trail);
    remarks = List.copyOf(remarks);
  }

  /** Returns the same with other pages beside this one. */
  public PageOptions withTrail(List<Neighbour> other) {
    return new PageOptions(links, maxUnchanged, other, remarks, endResult);
  }

  /** Returns the same with other remarks. */
  public PageOptions withRemarks(List<String> other) {
    return new PageOptions(links, maxUnchanged, trail, other, endResult);
  }

  /** Returns the same with how the end results differ. */
  public PageOptions withEndResult(Optional<Interdiff> other) {
    return new PageOptions(links, maxUnchanged, trail, remarks, other);
  }
}
