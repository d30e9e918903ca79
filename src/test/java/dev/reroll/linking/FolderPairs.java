package dev.reroll.linking;

import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the links of a manifest whose versions lie in a mailbox each, so that all ids are known.
 */
final class FolderPairs {
  private FolderPairs() {}

  /** Returns the links between complete versions that follow each other, of all lineages. */
  static List<WantedPair> of(List<ManifestRow> rows, Path folder) throws Refusal {
    List<WantedPair> pairs = new ArrayList<>();
    for (ManifestRow row : rows) {
      List<ManifestRow.Version> versions = row.complete();
      List<Wanted> wanted = row.wanted();
      for (int i = 1; i < versions.size(); i++) {
        MessageId before = firstMail(folder.resolve(row.id()), versions.get(i - 1).label());
        MessageId after = firstMail(folder.resolve(row.id()), versions.get(i).label());
        pairs.add(new WantedPair(wanted.get(i - 1), before, after));
      }
    }
    return pairs;
  }

  private static MessageId firstMail(Path lineage, String label) throws Refusal {
    MailReader reader = new MailReader(found -> {});
    MailboxSource source =
        new MailboxSource(InputStream.nullInputStream(), Limits.DEFAULT, found -> {});
    for (RawMessage message : source.read(lineage.resolve(label + ".mbox.gz").toString())) {
      for (MailItem item : reader.read(message)) {
        if (item.envelope().id().isPresent()) {
          return item.envelope().id().get();
        }
      }
    }
    throw new IllegalStateException("no mail in " + lineage + "/" + label);
  }
}
