package dev.reroll.render.html.page;

import java.util.List;

/**
 * The whole lineage, ready for the template.
 *
 * @param title the newest version's title
 * @param versions the versions, oldest first
 * @param rows the patches of all versions
 * @param others comparisons of versions that do not follow each other
 */
public record PageIndex(Text title, List<Stop> versions, List<Row> rows, List<PageLink> others) {
  /**
   * One version on the time line.
   *
   * @param version the version
   * @param link the page that compares it with the one that it follows; leads nowhere for the first
   * @param sentence that comparison in a line; empty for the first
   * @param evidence why it is held to follow that one, a line each, the strongest first
   * @param guess whether nothing but likeness speaks for it
   */
  public record Stop(
      PageVersion version, PageLink link, Text sentence, List<Text> evidence, boolean guess) {
    public Stop {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * One patch through all versions.
   *
   * @param title its newest title
   * @param cells one for each version
   */
  public record Row(Text title, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What a version made of a patch.
   *
   * @param state {@code same}, {@code changed}, {@code new}, {@code gone}, {@code first}; empty
   *     where the patch is not there
   * @param sign the sign of that
   * @param number its number in the version; empty where it is not there
   * @param url where that can be read; empty where it cannot
   */
  public record Cell(String state, String sign, String number, String url) {
    /** Stands where a version does not have a patch. */
    public static final Cell NONE = new Cell("", "", "", "");

    /** Returns how a screen reader should call it. */
    public String words() {
      return switch (state) {
        case "same" -> "unchanged";
        case "first" -> "";
        default -> state;
      };
    }
  }

  public PageIndex {
    versions = List.copyOf(versions);
    rows = List.copyOf(rows);
    others = List.copyOf(others);
  }
}
