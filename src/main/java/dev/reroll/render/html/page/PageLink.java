package dev.reroll.render.html.page;

/**
 * A link.
 *
 * @param words what is read
 * @param url where it leads; empty where that is not known, then the words stand alone
 */
public record PageLink(Text words, String url) {
  /** Whether it leads anywhere. */
  public boolean leads() {
    return !url.isEmpty();
  }
}
