package dev.reroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.align.AlignEvents;
import dev.reroll.align.CreationFactor;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.DiffEvents;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.DiffParser;
import dev.reroll.problem.Locator;
import dev.reroll.rangediff.RangeDiffer;
import java.util.ArrayList;
import java.util.List;

/** Walks the rooms from mails to a comparison directly, to hear which branches it takes. */
final class Reading {
  private static final Locator NOWHERE = new Locator("drawn", 0);

  private final List<ComparablePatch> before;
  private final List<ComparablePatch> after;

  private Reading(List<ComparablePatch> before, List<ComparablePatch> after) {
    this.before = before;
    this.after = after;
  }

  /** Reads two mailboxes of patches. */
  static Reading of(String before, String after) {
    return new Reading(patches(before), patches(after));
  }

  private static List<ComparablePatch> patches(String mailbox) {
    List<ComparablePatch> patches = new ArrayList<>();
    MailReader reader = new MailReader(diagnostic -> {});
    Octets octets = Octets.wrap(OctetText.bytes(mailbox));
    for (RawMessage message : MailboxSplitter.split(octets, "drawn")) {
      for (MailItem item : reader.read(message)) {
        assertThat(item.getClass()).as(message.where().toString()).isEqualTo(PatchMail.class);
        PatchMail mail = (PatchMail) item;
        patches.add(
            ComparableText.of(mail, DiffParser.parse(mail.diff(), NOWHERE, diagnostic -> {})));
      }
    }
    return patches;
  }

  void compare(Variant variant, DiffEvents diffEvents, AlignEvents alignEvents) {
    CreationFactor factor = new CreationFactor(variant.number("--creation-factor=", 60));
    new RangeDiffer(before, after, diffEvents, alignEvents)
        .compare(factor, variant.number("-U", 3));
  }

  /** Whether to create some patch costs more than an exact pair is worth. */
  boolean hasDearPatch(Variant variant) {
    long factor = variant.number("--creation-factor=", 60);
    return before.stream().anyMatch(patch -> patch.diffSize() * factor / 100 > 1 << 16)
        || after.stream().anyMatch(patch -> patch.diffSize() * factor / 100 > 1 << 16);
  }
}
