package dev.reroll.bench;

import dev.reroll.align.Aligner;
import dev.reroll.align.Alignment;
import dev.reroll.align.CreationFactor;
import dev.reroll.align.DiffPart;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.LineTable;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.DiffParser;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.render.text.RangeDiffText;
import dev.reroll.render.text.TextOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times the rooms on a series of which every patch was changed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SeriesBenchmark {
  private static final CreationFactor FACTOR = CreationFactor.DEFAULT;
  private static final int CONTEXT = 3;

  /** Patches in each version. */
  @Param({"5", "60", "200", "1000"})
  public int patches;

  private Octets beforeMailbox = Octets.EMPTY;
  private Octets afterMailbox = Octets.EMPTY;
  private List<ComparablePatch> before = List.of();
  private List<ComparablePatch> after = List.of();
  private List<DiffPart> beforeParts = List.of();
  private List<DiffPart> afterParts = List.of();

  /** Writes both mailboxes, and parses them once for those that begin with parsed patches. */
  @Setup(Level.Trial)
  public void generate() {
    beforeMailbox = GeneratedSeries.mailbox(patches, false);
    afterMailbox = GeneratedSeries.mailbox(patches, true);
    before = parse(beforeMailbox);
    after = parse(afterMailbox);
    LineTable table = new LineTable();
    beforeParts = parts(before, table);
    afterParts = parts(after, table);
  }

  /** From the octets of one mailbox to comparable patches. */
  @Benchmark
  public List<ComparablePatch> parse() {
    return parse(afterMailbox);
  }

  /** From interned diff parts to the alignment: bounds, the costs that are needed, assignment. */
  @Benchmark
  public Alignment costMatrix() {
    return new Aligner(beforeParts, afterParts).align(FACTOR);
  }

  /** From the octets of two mailboxes to the printed range-diff. */
  @Benchmark
  public RangeDiff wholeComparison() throws IOException {
    RangeDiff result =
        new RangeDiffer(parse(beforeMailbox), parse(afterMailbox)).compare(FACTOR, CONTEXT);
    RangeDiffText.write(result, TextOptions.PLAIN, OutputStream.nullOutputStream());
    return result;
  }

  private static List<ComparablePatch> parse(Octets mailbox) {
    MailReader reader = new MailReader(diagnostic -> {});
    List<ComparablePatch> parsed = new ArrayList<>();
    for (RawMessage message : MailboxSplitter.split(mailbox, "generated")) {
      for (MailItem item : reader.read(message)) {
        if (item instanceof PatchMail mail) {
          parsed.add(
              ComparableText.of(
                  mail, DiffParser.parse(mail.diff(), mail.diffWhere(), diagnostic -> {})));
        }
      }
    }
    return parsed;
  }

  private static List<DiffPart> parts(List<ComparablePatch> patches, LineTable table) {
    List<DiffPart> parts = new ArrayList<>();
    for (ComparablePatch patch : patches) {
      int[] lines = table.internLines(patch.text().slice(patch.diffOffset()));
      parts.add(new DiffPart(lines, patch.diffSize()));
    }
    return parts;
  }
}
