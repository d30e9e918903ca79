package dev.reroll.render.html.page;

import java.util.List;

/**
 * What became of one patch, or of a pair.
 *
 * @param head what the summary and the heading say of it
 * @param open whether it is unfolded at first
 * @param facts what to know beside its diff
 * @param body its lines
 */
public record PagePatch(Head head, boolean open, List<PageFact> facts, Body body) {
  /**
   * Names a patch and its change in a line.
   *
   * @param id its anchor
   * @param state {@code same}, {@code changed}, {@code gone}, {@code new}
   * @param sign {@code = ! < >}
   * @param before its number in the old version; empty where it has none
   * @param after its number in the new version; empty where it has none
   * @param title its title
   * @param kinds its sorts of change, the most serious first
   * @param size how many lines were added and removed
   * @param notes short remarks: tags, comments, moves
   */
  public record Head(
      String id,
      String state,
      String sign,
      String before,
      String after,
      Text title,
      List<String> kinds,
      String size,
      List<Note> notes) {
    public Head {
      kinds = List.copyOf(kinds);
      notes = List.copyOf(notes);
    }

    /** Returns how a screen reader should call its sign. */
    public String words() {
      return switch (state) {
        case "same" -> "unchanged";
        case "changed" -> "changed";
        case "gone" -> "dropped";
        default -> "new";
      };
    }
  }

  /**
   * A short remark.
   *
   * @param alert whether it asks for a look
   */
  public record Note(String words, boolean alert) {}

  /**
   * The lines of a patch or of a pair.
   *
   * @param hunks the range-diff; empty without a partner, or a difference
   * @param side both patches side by side; empty likewise
   * @param lines the only or the unchanged patch; empty for a changed pair, or where it is left out
   * @param leftOutCount how many unchanged lines are left out of the page
   */
  public record Body(
      List<PageHunk> hunks, List<PageChunk> side, List<PageLine> lines, int leftOutCount) {
    public Body {
      hunks = List.copyOf(hunks);
      side = List.copyOf(side);
      lines = List.copyOf(lines);
    }
  }

  public PagePatch {
    facts = List.copyOf(facts);
  }
}
