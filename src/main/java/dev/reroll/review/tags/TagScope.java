package dev.reroll.review.tags;

import dev.reroll.review.material.WordPattern;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a tag is given to, as far as the words around it tell.
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

  private static final String SET = "(patch[ -]?)?(series|set)\\>";
  private static final Pattern WHOLE =
      WordPattern.compile(
          "\\<(for|to|on|across) (all of )?(the|this|your) (whole |entire |full |complete )?("
              + SET
              + ")|\\<(whole|entire|full|complete) ("
              + SET
              + ")|\\<all (of )?(the |these )?(\\w++ )?patches\\>"
              + "|^\\W*+((the|this) )?("
              + SET
              + ")\\W*+((all )?(looks?|seems?|is|lgtm|now|still|as a whole)\\>|$)");
  private static final Pattern PART =
      WordPattern.compile(
          "\\<patch(es)?\\s*+#?\\d|\\<\\d++\\s*+(-|to|and|,|&|through)\\s*+#?\\d++\\>|#\\s?\\d++\\>"
              + "|\\<(except|first|last|but|rest|remaining|others?|some|most|few)\\>"
              + "|\\<(parts?|bits|side|portion)\\>|\\<(changes|code|patches)"
              + " (to|in|of|under|for)\\>|^\\s*+#\\s*+(?!for (the|this|all)\\>)\\w");
  private static final Pattern NOT =
      WordPattern.compile("\\<(not|no|never|without|later|will|if|once|until|before)\\>|n['’]t\\>");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s++(?=\\p{Lu})");

  /** Judges from the last sentence of {@code above}, the paragraph above or the tag's own. */
  static TagScope ofSentence(List<String> above) {
    String[] sentences = SENTENCE_END.split(String.join(" ", above).strip(), -1);
    return of(sentences[sentences.length - 1]);
  }

  /**
   * Judges from the words around one tag.
   *
   * @param value what stands behind the tag's colon
   * @param below the lines right below
   */
  static TagScope of(String value, List<String> below) {
    TagScope behind = of(value.substring(value.lastIndexOf('>') + 1));
    return behind.with(of(String.join(" ", below).strip()));
  }

  private static TagScope of(String text) {
    if (PART.matcher(text).find()) {
      return SOME;
    }
    return WHOLE.matcher(text).find() && !NOT.matcher(text).find() ? SERIES : UNSAID;
  }

  /** Returns what both mean together: some patches rather than all, and all rather than unsaid. */
  TagScope with(TagScope other) {
    if (this == SOME || other == SOME) {
      return SOME;
    }
    return this == SERIES || other == SERIES ? SERIES : UNSAID;
  }
}
