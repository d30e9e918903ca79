package dev.reroll.review.tags;

import dev.reroll.mail.Envelope;
import dev.reroll.message.MessageId;
import dev.reroll.review.material.Material;
import dev.reroll.review.material.ReplyText;
import dev.reroll.review.material.TagReader;
import dev.reroll.review.material.WordPattern;
import dev.reroll.review.result.SamePerson;
import dev.reroll.review.result.Tag;
import dev.reroll.series.Conversation;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag that somebody gave in an answer.
 *
 * <p>Some ask for a tag only in case that the answer helps ("If these findings have caused you to
 * resend, please add the following tag"), and some tag a few patches in an answer to the cover
 * letter. Such a tag is not missed anywhere, and where it appears it has been given.
 *
 * @param tag the tag, which names the sender of the answer
 * @param mail the answer
 * @param topic the patch or cover letter that it is about
 * @param version the version that this belongs to
 * @param reach which patches it is meant for
 */
record GivenTag(Tag tag, Envelope mail, MessageId topic, VersionLabel version, Reach reach) {
  /** Which patches a tag is meant for. */
  enum Reach {
    /** All patches. */
    SERIES,
    /** The patch that the answer is about. */
    TOPIC,
    /** Some patches that only its giver and the author know. */
    UNKNOWN
  }

  private static final Pattern CONDITION = WordPattern.compile("\\<if\\>");
  private static final Pattern OFFER =
      WordPattern.compile(
          "\\<(?:add|include|use) (?:the following|this|these|the) (?:tag|trailer|line)s?\\>");

  /** Returns the tags given in answers to any version. */
  static List<GivenTag> in(Material material) {
    List<GivenTag> given = new ArrayList<>();
    for (SeriesVersion version : material.talk().versions()) {
      for (Conversation.Answer answer : material.talk().conversation().about(version)) {
        read(answer, version, given);
      }
    }
    return given;
  }

  private static void read(
      Conversation.Answer answer, SeriesVersion version, List<GivenTag> given) {
    boolean toCover =
        version
            .cover()
            .flatMap(cover -> cover.envelope().id())
            .filter(answer.topic()::equals)
            .isPresent();
    Envelope mail = answer.reply().envelope();
    List<ReplyText.Line> lines = ReplyText.of(answer.reply().text()).lines();
    Paragraph above = new Paragraph();
    for (int i = 0; i < lines.size(); i++) {
      TagReader.Found found = tags(lines, i);
      above.take(lines.get(i), !found.tags().isEmpty());
      for (Tag tag : found.tags()) {
        if (isOwn(tag, mail)) {
          TagScope scope = above.scope().with(TagScope.of(tag.value(), below(lines, i)));
          Reach reach = above.isOffer() ? Reach.UNKNOWN : reach(scope, toCover);
          given.add(new GivenTag(tag, mail, answer.topic(), version.label(), reach));
        }
      }
      i += found.lineCount() - 1;
    }
  }

  /**
   * The paragraph that ends right above the tags that are read next. What it means is found out
   * once for all of them: hundreds of tags may stand below one long paragraph.
   */
  private static final class Paragraph {
    private final List<String> lines = new ArrayList<>();
    private boolean ended = true;
    private TagScope scope = TagScope.UNSAID;
    private boolean isOffer;
    private boolean isRead;

    void take(ReplyText.Line line, boolean isTag) {
      boolean isSpoken = line.depth() == 0 && !line.isBlank() && !isTag;
      if (isSpoken && !ended) {
        lines.add(line.text());
      } else if (isSpoken || (line.depth() > 0 && !line.isBlank())) {
        lines.clear();
        lines.addAll(isSpoken ? List.of(line.text()) : List.of());
      }
      isRead &= !isSpoken && (isTag || line.isBlank());
      ended = !isSpoken;
    }

    TagScope scope() {
      read();
      return scope;
    }

    boolean isOffer() {
      read();
      return isOffer;
    }

    private void read() {
      if (!isRead) {
        scope = TagScope.ofSentence(lines);
        isOffer = GivenTag.isOffer(lines);
        isRead = true;
      }
    }
  }

  private static boolean isOffer(List<String> above) {
    String text = String.join(" ", above);
    Matcher condition = CONDITION.matcher(text);
    return condition.find() && OFFER.matcher(text).find(condition.end());
  }

  private static Reach reach(TagScope scope, boolean toCover) {
    return switch (scope) {
      case SERIES -> Reach.SERIES;
      case SOME -> toCover ? Reach.UNKNOWN : Reach.TOPIC;
      case UNSAID -> toCover ? Reach.SERIES : Reach.TOPIC;
    };
  }

  /** Whether it is meant for all patches. */
  boolean forSeries() {
    return reach == Reach.SERIES;
  }

  /** Returns the tags given in the line at {@code index}, which is not quoted. */
  private static TagReader.Found tags(List<ReplyText.Line> lines, int index) {
    ReplyText.Line line = lines.get(index);
    boolean goesOn = index + 1 < lines.size() && lines.get(index + 1).depth() == 0;
    TagReader.Found found =
        line.depth() > 0
            ? new TagReader.Found(List.of(), 1)
            : TagReader.readGiven(line.text(), goesOn ? lines.get(index + 1).text() : "");
    List<Tag> given = found.tags().stream().filter(Tag::isGiven).toList();
    return new TagReader.Found(given, given.isEmpty() ? 1 : found.lineCount());
  }

  private static List<String> below(List<ReplyText.Line> lines, int index) {
    int end = index + 1;
    while (end < lines.size() && isSpoken(lines, end)) {
      end++;
    }
    return lines.subList(index + 1, end).stream().map(ReplyText.Line::text).toList();
  }

  private static boolean isSpoken(List<ReplyText.Line> lines, int index) {
    ReplyText.Line line = lines.get(index);
    return line.depth() == 0 && !line.isBlank() && tags(lines, index).tags().isEmpty();
  }

  private static boolean isOwn(Tag tag, Envelope mail) {
    return tag.person().filter(person -> SamePerson.test(person, mail.from())).isPresent();
  }

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
        WordPattern.compile(
            "\\<(not|no|never|without|later|will|if|once|until|before)\\>|n['’]t\\>");
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

    /**
     * Returns what both mean together: some patches rather than all, and all rather than unsaid.
     */
    TagScope with(TagScope other) {
      if (this == SOME || other == SOME) {
        return SOME;
      }
      return this == SERIES || other == SERIES ? SERIES : UNSAID;
    }
  }
}
