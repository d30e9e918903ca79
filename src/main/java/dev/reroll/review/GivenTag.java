package dev.reroll.review;

import dev.reroll.mail.Envelope;
import dev.reroll.message.MessageId;
import dev.reroll.series.Conversation;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final Pattern SERIES =
      Pattern.compile(
          "(?i).*\\b(the|this|whole|entire|full|patch) ?(whole |entire |full )?(series|set|patchset|patch set)\\b.*|(?i).*\\ball patches\\b.*");
  private static final Pattern SOME =
      Pattern.compile(
          "(?i).*\\bpatch(es)?\\s*#?\\d.*|.*\\b\\d+\\s*(-|to|and|,)\\s*\\d+\\b.*|.*\\b(except|first|last|but|rest|remaining|others?)\\b.*");

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
    String spoken = "";
    for (ReplyText.Line line : ReplyText.of(answer.reply().text()).lines()) {
      if (line.depth() > 0) {
        spoken = "";
        continue;
      }
      Optional<Tag> tag =
          MessageText.tag(line.text()).filter(Tag::isGiven).filter(found -> isOwn(found, mail));
      if (tag.isEmpty()) {
        spoken = spoken + " " + line.text();
        continue;
      }
      boolean some = SOME.matcher(spoken).matches();
      boolean all = !some && (toCover || SERIES.matcher(spoken).matches());
      if (!(some && toCover)) {
        given.add(new GivenTag(tag.get(), mail, answer.topic(), version.label(), all));
      }
    }
  }

  private static boolean isOwn(Tag tag, Envelope mail) {
    return tag.person().filter(person -> SamePerson.test(person, mail.from())).isPresent();
  }
}
