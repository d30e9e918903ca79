package dev.reroll.launch;

import dev.reroll.align.CreationFactor;
import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.problem.Diagnostic;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.render.text.RangeDiffText;
import dev.reroll.render.text.TextOptions;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks the whole corridor once with a mail of its own, on the second core, while the command line
 * is still being read on the first.
 *
 * <p>Java links a class and each call in it when they are first reached; in a short run that takes
 * longer than the comparison. What is walked here is linked when the real mails come. The result is
 * thrown away, and so is whatever goes wrong: it would go wrong again, where somebody is told.
 */
final class HeadStart implements Runnable, Consumer<Diagnostic> {
  static final String MAIL =
      """
      From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
      Message-ID: <1-%1$s@example.org>
      From: Ada Example <ada@example.org>
      Date: Tue, 14 Nov 2023 22:13:20 +0000
      Subject: [PATCH %1$s 1/1] io: read what was asked for

      Why %1$s.

      Signed-off-by: Ada Example <ada@example.org>
      ---
      diff --git a/io.c b/io.c
      index 1234567..89abcde 100644
      --- a/io.c
      +++ b/io.c
      @@ -1,3 +1,3 @@ static int io(void)
       {
      -\told();
      +\tnew_%1$s();
       }
      --\s
      2.47.0
      """;

  private HeadStart() {}

  /** Begins, where there is a second core; returns at once. */
  static void begin() {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(new HeadStart(), "head start");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    try {
      RangeDiffer differ = new RangeDiffer(patches("v1"), patches("v2"));
      RangeDiff result = differ.compare(CreationFactor.DEFAULT, 3);
      RangeDiffText.write(result, TextOptions.PLAIN, OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException unheard) {
      return;
    }
  }

  /** Hears nothing. */
  @Override
  public void accept(Diagnostic diagnostic) {}

  private List<ComparablePatch> patches(String version) {
    MailReader reader = new MailReader(this);
    List<MailItem> items = new ArrayList<>();
    Octets mailbox = Octets.utf8(MAIL.replace("%1$s", version));
    for (RawMessage message : MailboxSplitter.split(mailbox, "head start")) {
      items.addAll(reader.read(message));
    }
    SeriesVersion newest = SeriesCollector.collect(items).lineages().get(0).newest();
    return PreparedVersion.asMailed(newest, this).comparable();
  }
}
