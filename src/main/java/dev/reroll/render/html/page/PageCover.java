package dev.reroll.render.html.page;

import java.util.List;

/**
 * How the cover letter changed.
 *
 * @param changed whether it did
 * @param mails the two letters
 * @param paragraphs in order
 */
public record PageCover(boolean changed, List<PageLink> mails, List<Paragraph> paragraphs) {
  /**
   * One paragraph.
   *
   * @param style {@code kept}, {@code changed}, {@code removed}, {@code added}
   * @param sign the sign beside it; empty for one that was kept
   */
  public record Paragraph(String style, String sign, Text text) {}

  public PageCover {
    mails = List.copyOf(mails);
    paragraphs = List.copyOf(paragraphs);
  }
}
