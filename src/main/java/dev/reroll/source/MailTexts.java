package dev.reroll.source;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Reply;
import dev.reroll.message.Octets;
import java.util.List;
import java.util.stream.Stream;

/** Returns what a mail says, for searching in it. */
final class MailTexts {
  private MailTexts() {}

  /** Returns the decoded texts of {@code item}; below a patch's diff there may be one as well. */
  static List<String> of(MailItem item) {
    return octets(item).map(Octets::toString).toList();
  }

  private static Stream<Octets> octets(MailItem item) {
    if (item instanceof PatchMail patch) {
      return Stream.of(patch.message().body(), patch.notes(), patch.diff());
    }
    if (item instanceof CoverLetter cover) {
      return Stream.of(cover.text());
    }
    return item instanceof Reply reply ? Stream.of(reply.text()) : Stream.empty();
  }
}
