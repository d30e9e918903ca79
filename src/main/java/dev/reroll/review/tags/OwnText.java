package dev.reroll.review.tags;

import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.review.material.MessageText;
import dev.reroll.review.result.SamePerson;
import dev.reroll.review.result.Tag;
import dev.reroll.series.Conversation;
import dev.reroll.series.SeriesVersion;

/** Knows on which versions a person had a word: an answer, or a tag in a patch. */
public final class OwnText {
  private final Person person;
  private final Conversation conversation;

  /** Looks at what {@code person} said in {@code conversation}. */
  public OwnText(Person person, Conversation conversation) {
    this.person = person;
    this.conversation = conversation;
  }

  /** Whether the person answered a mail of {@code version}, or gave a tag that is in it. */
  public boolean areOn(SeriesVersion version) {
    return conversation.about(version).stream()
            .anyMatch(answer -> SamePerson.test(person, answer.reply().envelope().from()))
        || version.patches().stream().anyMatch(this::isTagged);
  }

  private boolean isTagged(PatchMail patch) {
    return MessageText.of(patch).tags().stream()
        .filter(Tag::isGiven)
        .flatMap(tag -> tag.person().stream())
        .anyMatch(giver -> SamePerson.test(person, giver));
  }
}
