package dev.reroll.linking;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.CommitMessage;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MessageId;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of the mails what authors say about older versions: addresses and change-ids in the
 * texts, and the place of a version in another one's thread. What is left are titles, senders,
 * dates and diffs.
 */
final class HiddenEvidence {
  private final Map<MessageId, Set<MessageId>> ownMails = new HashMap<>();

  private HiddenEvidence(SeriesBag bag) {
    for (Lineage lineage : bag.lineages()) {
      for (SeriesVersion version : lineage.versions()) {
        Set<MessageId> ids = new HashSet<>(version.ids());
        version.ids().forEach(id -> ownMails.put(id, ids));
      }
    }
  }

  /**
   * Returns the items without that evidence.
   *
   * @param bag what is grouped with it: a mail stays below the mails of its own version
   */
  static List<MailItem> hide(List<MailItem> items, SeriesBag bag) {
    HiddenEvidence hidden = new HiddenEvidence(bag);
    List<MailItem> result = new ArrayList<>();
    for (MailItem item : items) {
      result.add(hidden.hide(item));
    }
    return result;
  }

  private MailItem hide(MailItem item) {
    if (item instanceof CoverLetter cover) {
      return new CoverLetter(alone(cover.envelope()), scrubbed(cover.text()));
    }
    if (item instanceof PatchMail patch) {
      CommitMessage message =
          new CommitMessage(patch.message().subject(), scrubbed(patch.message().body()));
      return new PatchMail(
          alone(patch.envelope()),
          patch.author(),
          message,
          scrubbed(patch.notes()),
          withoutTail(patch.diff()),
          patch.diffWhere());
    }
    return item;
  }

  private Envelope alone(Envelope envelope) {
    Set<MessageId> own =
        envelope.id().map(id -> ownMails.getOrDefault(id, Set.of())).orElse(Set.of());
    Optional<MessageId> parent = envelope.inReplyTo().filter(own::contains);
    List<MessageId> references = envelope.references().stream().filter(own::contains).toList();
    return new Envelope(
        envelope.id(),
        parent,
        references,
        envelope.from(),
        envelope.date(),
        envelope.subject(),
        envelope.rawSubject(),
        envelope.where());
  }

  private static Octets scrubbed(Octets text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (String line : lines(text)) {
      boolean isTelling = line.contains("://") || line.contains("@") || isChangeId(line);
      kept.append(isTelling ? "\n" : line);
    }
    return Octets.wrap(kept.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Takes change-ids from below the diff, which keeps its lines. */
  private static Octets withoutTail(Octets diff) {
    StringBuilder kept = new StringBuilder(diff.length());
    for (String line : lines(diff)) {
      kept.append(isChangeId(line) ? "\n" : line);
    }
    return Octets.wrap(kept.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean isChangeId(String line) {
    return line.toLowerCase(Locale.ROOT).startsWith("change-id:");
  }

  private static String[] lines(Octets text) {
    return text.decode(StandardCharsets.ISO_8859_1).split("(?<=\n)", -1);
  }
}
