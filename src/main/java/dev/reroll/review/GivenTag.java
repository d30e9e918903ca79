package dev.reroll.review;

import dev.reroll.mail.Envelope;
import dev.reroll.message.MessageId;
import dev.reroll.series.Conversation;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a tag that somebody gave in an answer.
 *
 * @param tag the tag, which names the sender of the answer
 * @param mail the answer
 * @param topic the patch or cover letter that it is about
 * @param version the version that this belongs to
 * @param forSeries whether it is meant for all patches
 */
record GivenTag(Tag tag, Envelope mail, MessageId topic, VersionLabel version, boolean forSeries) {
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
    for (int i = 0; i < lines.size(); i++) {
      Optional<Tag> tag = tag(lines.get(i)).filter(found -> isOwn(found, mail));
      if (tag.isPresent()) {
        TagScope scope = TagScope.of(above(lines, i), tag.get().value(), below(lines, i));
        boolean all = scope == TagScope.SERIES || (toCover && scope == TagScope.UNSAID);
        if (!(scope == TagScope.SOME && toCover)) {
          given.add(new GivenTag(tag.get(), mail, answer.topic(), version.label(), all));
        }
      }
    }
  }

  private static Optional<Tag> tag(ReplyText.Line line) {
    return line.depth() > 0 ? Optional.empty() : MessageText.tag(line.text()).filter(Tag::isGiven);
  }

  /** Returns the paragraph that ends right above the tags that line {@code index} is among. */
  private static List<String> above(List<ReplyText.Line> lines, int index) {
    int end = index;
    while (end > 0 && (lines.get(end - 1).isBlank() || tag(lines.get(end - 1)).isPresent())) {
      end--;
    }
    int start = end;
    while (start > 0 && isSpoken(lines.get(start - 1))) {
      start--;
    }
    return lines.subList(start, end).stream().map(ReplyText.Line::text).toList();
  }

  private static List<String> below(List<ReplyText.Line> lines, int index) {
    int end = index + 1;
    while (end < lines.size() && isSpoken(lines.get(end))) {
      end++;
    }
    return lines.subList(index + 1, end).stream().map(ReplyText.Line::text).toList();
  }

  private static boolean isSpoken(ReplyText.Line line) {
    return line.depth() == 0 && !line.isBlank() && tag(line).isEmpty();
  }

  private static boolean isOwn(Tag tag, Envelope mail) {
    return tag.person().filter(person -> SamePerson.test(person, mail.from())).isPresent();
  }
}
