package dev.reroll.render.text;

import dev.reroll.series.Evidence;
import dev.reroll.series.Link;

/** Says in words why a version is held to follow another. */
final class LinkWords {
  private LinkWords() {}

  /** Returns the strongest evidence: {@code v1: same title and author}. */
  static String brief(Link link) {
    String guess = link.isGuess() ? " (a guess)" : "";
    return link.before() + guess + ": " + of(link.strongest());
  }

  /** Returns a piece of evidence with what was found; a title is seen anyway. */
  static String of(Evidence evidence) {
    boolean isSaid =
        evidence.detail().isEmpty() || evidence.kind() == Evidence.Kind.TITLE_AND_AUTHOR;
    return evidence.kind() + (isSaid ? "" : ", " + evidence.detail());
  }
}
