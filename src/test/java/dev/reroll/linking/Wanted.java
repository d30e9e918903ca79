package dev.reroll.linking;

import java.util.Set;

/**
 * One link that the manifest asks for.
 *
 * @param lineage the name of the lineage in the manifest
 * @param before the label of the older version there
 * @param after the label of the newer version
 * @param evidence what the manifest says tied them: {@code link}, {@code fuzzy}, …
 */
record Wanted(String lineage, String before, String after, String evidence) {
  private static final Set<String> BY_AUTHORS = Set.of("link", "change-id", "in-reply-to");

  boolean isByAuthor() {
    return BY_AUTHORS.contains(evidence);
  }

  @Override
  public String toString() {
    return lineage + ": " + before + " <- " + after + " (" + evidence + ")";
  }
}
