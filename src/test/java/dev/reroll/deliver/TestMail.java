package dev.reroll.deliver;

import dev.reroll.bytes.Octets;
import dev.reroll.deliver.MailComposer.Stamp;
import dev.reroll.deliver.OutgoingMail.Recipients;
import dev.reroll.deliver.OutgoingMail.ThreadPlace;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Makes mails that answer a patch series. */
public final class TestMail {
  static final Person ROBIN = new Person("Robin Reviewer", "robin@example.org");
  static final Recipients LIST =
      new Recipients(
          List.of(new Person("", "list@example.org")),
          List.of(new Person("Ada Author", "ada@example.org")),
          List.of());
  static final ThreadPlace PLACE =
      new ThreadPlace(
          new MessageId("v2-0@example.org"), List.of(new MessageId("v2-0@example.org")));
  static final Stamp STAMP =
      new Stamp(
          new MessageId("20260102030405.1-reroll@example.org"),
          ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.ofHours(1)));

  private TestMail() {}

  /** Returns a mail to the list with {@code body}. */
  static ComposedMail saying(String body) {
    return compose(
        new OutgoingMail(
            ROBIN, LIST, "Re: [PATCH v2 0/2] x", PLACE, "a@x b@x", true, Octets.utf8(body)));
  }

  static ComposedMail compose(OutgoingMail mail) {
    return new MailComposer("reroll/1.0", Optional.empty()).compose(mail, STAMP);
  }

  /** Returns a mail with one header more. */
  static Octets withHeader(String header) {
    return Octets.utf8(header + "\n" + saying("Hello\n").octets());
  }
}
