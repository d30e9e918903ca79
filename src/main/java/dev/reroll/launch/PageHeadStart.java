package dev.reroll.launch;

import dev.reroll.align.CreationFactor;
import dev.reroll.app.compare.VersionComparer;
import dev.reroll.app.prepare.PreparedVersions;
import dev.reroll.app.prepare.VersionPreparer;
import dev.reroll.app.select.Discussion;
import dev.reroll.app.select.SelectedVersion;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.render.html.HtmlPage;
import dev.reroll.render.html.PageOptions;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes one small page into nothing, on the second core, while the command line and the mails are
 * still being read on the first: what {@link HeadStart} is to a comparison. The result is thrown
 * away, and so is whatever goes wrong.
 */
final class PageHeadStart {
  private PageHeadStart() {}

  /** Begins, where there is a second core; returns at once. */
  static void begin() {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(PageHeadStart::walk, "head start");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void walk() {
    try {
      SeriesBag before = bag("v1");
      SeriesBag after = bag("v2");
      // Each by itself: to link versions takes long, and most runs need not.
      SeriesVersion older = before.lineages().get(0).newest();
      SeriesVersion newer = after.lineages().get(0).newest();
      SelectedVersions selected =
          new SelectedVersions(
              new SelectedVersion.Mailed(older),
              new SelectedVersion.Mailed(newer),
              Optional.empty(),
              new Discussion.Found(after.conversation(), List.of(older, newer), List.of()),
              List.of(),
              List.of());
      PreparedVersions prepared =
          new VersionPreparer(Optional.empty(), unheard -> {}).prepare(selected);
      HtmlPage.write(
          new VersionComparer(CreationFactor.DEFAULT, 3).compare(prepared).review(),
          PageOptions.STANDARD,
          OutputStream.nullOutputStream());
    } catch (Refusal | IOException | RuntimeException unheard) {
      return;
    }
  }

  private static SeriesBag bag(String version) {
    MailReader reader = new MailReader(unheard -> {});
    List<MailItem> items = new ArrayList<>();
    Octets mailbox = Octets.utf8(HeadStart.MAIL.replace("%1$s", version));
    for (RawMessage message : MailboxSplitter.split(mailbox, "head start")) {
      items.addAll(reader.read(message));
    }
    return SeriesCollector.collect(items);
  }
}
