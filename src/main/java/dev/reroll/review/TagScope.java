package dev.reroll.review;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Says what a tag is given to, as far as the words around it tell.
 *
 * <p>Only the words that belong to the tag count: what stands behind the address, the lines right
 * below, and the last sentence above. Somebody who asks for another series in the first paragraph
 * and tags one patch in the last has not tagged the series.
 */
enum TagScope {
  /** The words say that it is for all patches. */
  SERIES,
  /** The words say that it is for some patches, or for all but some. */
  SOME,
  /** The words say nothing of it. */
  UNSAID;

  private static final String SET = "(patch[ -]?)?(series|set)\\b|(patch[ -]?)(series|set)\\b";
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?i)\\b(for|to|on|across) (all of )?(the|this|your) (whole |entire |full |complete )?("
              + SET
              + ")|\\b(whole|entire|full|complete) ("
              + SET
              + ")|\\ball (of )?(the |these )?(\\w+ )?patches\\b"
              + "|^\\W*((the|this) )?("
              + SET
              + ")\\W*((all )?(looks?|seems?|is|lgtm|now|still|as a whole)\\b|$)");
  private static final Pattern PART =
      Pattern.compile(
          "(?i)\\bpatch(es)?\\s*#?\\d|\\b\\d+\\s*(-|to|and|,|&|through)\\s*#?\\d+\\b|#\\s?\\d+\\b"
              + "|\\b(except|first|last|but|rest|remaining|others?|some|most|few)\\b"
              + "|\\b(parts?|bits|side|portion)\\b"
              + "|\\b(changes|code|patches) (to|in|of|under|for)\\b|^\\s*#\\s*(?!for (the|this|all)\\b)\\w");
  private static final Pattern NOT =
      Pattern.compile("(?i)\\b(not|no|never|without|later|will|if|once|until|before)\\b|n['’]t\\b");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");

  /**
   * Judges from the words of one mail.
   *
   * @param above the lines of the paragraph above, or of the tag's own
   * @param value what stands behind the tag's colon
   * @param below the lines right below
   */
  static TagScope of(List<String> above, String value, List<String> below) {
    String[] sentences = SENTENCE_END.split(String.join(" ", above).strip(), -1);
    String behind = value.substring(value.lastIndexOf('>') + 1);
    List<String> words =
        List.of(sentences[sentences.length - 1], behind, String.join(" ", below).strip());
    if (words.stream().anyMatch(text -> PART.matcher(text).find())) {
      return SOME;
    }
    boolean all =
        words.stream().anyMatch(text -> WHOLE.matcher(text).find() && !NOT.matcher(text).find());
    return all ? SERIES : UNSAID;
  }
}
