package dev.reroll.series;

import static dev.reroll.series.WrittenMail.collect;
import static dev.reroll.series.WrittenMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.message.MessageId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which reply is about which patch. */
class ConversationTest {
  private static final SeriesBag BAG =
      collect(
          mail("0", "[PATCH 0/1] io: rework").withoutDiff(),
          mail("1", "[PATCH 1/1] io: read").answering("0"),
          reply("s", "r").on(4),
          reply("r", "1").on(2),
          reply("c", "0").on(3),
          mail("v", "[PATCH v2 1/1] io: read").answering("1").on(5),
          reply("w", "v").on(6),
          reply("x", "gone").on(7));

  @Test
  void repliesAreAboutTheNearestPatchAbove() {
    assertThat(ids("1")).containsExactly("r < 1", "s < r");
    assertThat(ids("0")).containsExactly("c < 0");
    assertThat(ids("v")).containsExactly("w < v");
  }

  @Test
  void aReplyToAMailThatIsNotThereIsAboutNothing() {
    assertThat(BAG.conversation().topic(id("x"))).isEmpty();
    assertThat(BAG.conversation().topic(id("s"))).contains(id("1"));
  }

  @Test
  void aVersionHasTheRepliesToAllItsMailsByDate() {
    SeriesVersion first = BAG.lineages().get(0).versions().get(0);

    assertThat(BAG.conversation().about(first).stream().map(ConversationTest::words))
        .containsExactly("r < 1", "c < 0", "s < r");
  }

  @Test
  void aMailIsFoundInItsVersionAndAReplyInTheOneItIsAbout() {
    assertThat(BAG.find(id("1")).orElseThrow().version().label()).hasToString("v1");
    assertThat(BAG.find(id("s")).orElseThrow().version().label()).hasToString("v1");
    assertThat(BAG.find(id("w")).orElseThrow().version().label()).hasToString("v2");
    assertThat(BAG.find(id("x"))).isEmpty();
  }

  private static WrittenMail reply(String id, String parent) {
    return mail(id, "Re: [PATCH 1/1] io: read").withoutDiff().answering(parent).from("bob");
  }

  private static List<String> ids(String topic) {
    return BAG.conversation().about(id(topic)).stream().map(ConversationTest::words).toList();
  }

  private static String words(Conversation.Answer answer) {
    return (answer.reply().envelope().id().orElseThrow() + " < " + answer.parent())
        .replace("@example.org", "");
  }

  private static MessageId id(String local) {
    return new MessageId(local + "@example.org");
  }
}
