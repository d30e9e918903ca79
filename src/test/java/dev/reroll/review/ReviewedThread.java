package dev.reroll.review;

import dev.reroll.align.CreationFactor;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.Patch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.review.flags.FlagRules;
import dev.reroll.review.material.Material;
import dev.reroll.review.result.Review;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reviews the newest version of a thread against the one before it. */
public final class ReviewedThread {
  private ReviewedThread() {}

  /** Reviews the thread of the test resource {@code situation/thread.mbox} of this package. */
  public static Review of(String situation) throws IOException {
    String name = situation + "/thread.mbox";
    try (InputStream in =
        Objects.requireNonNull(ReviewedThread.class.getResourceAsStream(name), name)) {
      return of(Octets.wrap(in.readAllBytes()));
    }
  }

  /** Reviews the thread in {@code mailbox}. */
  public static Review of(Octets mailbox) {
    SeriesBag bag = bag(mailbox);
    Lineage lineage = bag.lineages().get(0);
    return review(bag, lineage, lineage.before(lineage.newest()).orElseThrow(), lineage.newest());
  }

  /** Sorts the mails of {@code mailbox} into series. */
  public static SeriesBag bag(Octets mailbox) {
    MailReader reader = new MailReader(diagnostic -> {});
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : MailboxSplitter.split(mailbox, "thread.mbox")) {
      items.addAll(reader.read(message));
    }
    return SeriesCollector.collect(items);
  }

  /** Reviews {@code after} against {@code before}. */
  public static Review review(
      SeriesBag bag, Lineage lineage, SeriesVersion before, SeriesVersion after) {
    List<Patch> old = parsed(before);
    List<Patch> current = parsed(after);
    RangeDiffer differ = new RangeDiffer(comparable(before, old), comparable(after, current));
    RangeDiff result = differ.compare(CreationFactor.DEFAULT, 3);
    return Reviewer.review(
        new Material(
            new Material.Version(before, old),
            new Material.Version(after, current),
            result,
            differ.titleTwins(result, CreationFactor.DEFAULT),
            3,
            new Material.Talk(bag.conversation(), lineage.versions())),
        FlagRules.STANDARD);
  }

  private static List<Patch> parsed(SeriesVersion version) {
    return version.patches().stream()
        .map(mail -> DiffParser.parse(mail.diff(), mail.diffWhere(), diagnostic -> {}))
        .toList();
  }

  private static List<ComparablePatch> comparable(SeriesVersion version, List<Patch> patches) {
    List<ComparablePatch> comparable = new ArrayList<>();
    for (int i = 0; i < patches.size(); i++) {
      comparable.add(ComparableText.of(version.patches().get(i), patches.get(i)));
    }
    return comparable;
  }
}
