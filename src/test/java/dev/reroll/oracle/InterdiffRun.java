package dev.reroll.oracle;

import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiffer;
import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.interdiff.Interdiffer.Version;
import dev.reroll.linediff.GitCommand;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.Patch;
import dev.reroll.render.text.DiffStat;
import dev.reroll.render.text.DiffText;
import dev.reroll.render.text.TextOptions;
import dev.reroll.series.SeriesCollector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws pairs of versions, makes the difference of their end results of the mails alone, and holds
 * it against git: applied to the older end result it gives the newer one, and it is what {@code git
 * diff} prints.
 */
public final class InterdiffRun {
  private static final int STANDARD_WIDTH = 80;

  private final Path folder;
  private final ScratchRepository git;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  /** Creates a run that keeps its files below {@code folder}. */
  public InterdiffRun(Path folder) throws IOException {
    this(folder, GitCommand.INSTALLED);
  }

  /** Creates a run against another git. */
  public InterdiffRun(Path folder, String program) throws IOException {
    this.folder = folder;
    this.git = new ScratchRepository(folder.resolve("repository"), program);
  }

  /** Runs one pair. */
  public void run(long seed) throws IOException {
    SeriesPair pair = SeriesDraw.draw(seed);
    git.load(pair);
    Interdiff ours = Interdiffer.compare(version("before", "v1"), version("after", "v2"), 3);
    count("pairs");
    ours.untold().forEach(file -> count("left out: " + file.why().reason()));

    String text = text(ours);
    String expected = git.run(List.of("diff", "--patch-with-stat", "before", "after"), Map.of());
    if (!ours.untold().isEmpty()) {
      return;
    }
    boolean isBinary = expected.contains("\nBinary files ");
    count(isBinary ? "binary" : "text");
    expected = expected.replaceAll("(?md) \\|( *) Bin .*", " |$1 Bin");
    if (text.equals(expected)) {
      count("as git diff prints it");
    } else {
      count("otherwise than git diff");
      Files.write(folder.resolve(seed + ".git"), OctetText.bytes(expected));
      Files.write(folder.resolve(seed + ".ours"), OctetText.bytes(text));
      differences.add(String.valueOf(seed));
    }
    if (!isBinary) {
      check(seed, text);
    }
  }

  /** Applies the difference to the older end result. */
  private void check(long seed, String text) throws IOException {
    Map<String, String> index =
        Map.of("GIT_INDEX_FILE", folder.resolve("index").toAbsolutePath().toString());
    Path patch = folder.resolve(seed + ".ours").toAbsolutePath();
    Files.write(patch, OctetText.bytes(text));
    git.run(List.of("read-tree", "before"), index);
    try {
      if (!text.isEmpty()) {
        git.run(List.of("apply", "--cached", "--whitespace=nowarn", patch.toString()), index);
      }
      String tree = git.run(List.of("write-tree"), index);
      String wanted = git.run(List.of("rev-parse", "after^{tree}"), Map.of());
      if (!tree.equals(wanted)) {
        problems.add("seed " + seed + ": gives another tree, " + patch);
      }
    } catch (ScratchRepository.GitFailed failed) {
      problems.add("seed " + seed + ": " + failed.getMessage());
    }
  }

  private static String text(Interdiff interdiff) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!interdiff.files().isEmpty()) {
      DiffStat.of(interdiff.files(), TextOptions.PLAIN, STANDARD_WIDTH).writeTo(out);
      out.write('\n');
      DiffText.write(interdiff.files(), TextOptions.PLAIN, out);
    }
    return OctetText.of(out.toByteArray());
  }

  private Version version(String branch, String label) throws IOException {
    Octets mails = Octets.wrap(OctetText.bytes(git.formatPatch(branch, List.of())));
    MailReader reader = new MailReader(unheard -> {});
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : MailboxSplitter.split(mails, branch)) {
      items.addAll(reader.read(message));
    }
    List<NamedPatch> patches = new ArrayList<>();
    for (PatchMail mail : SeriesCollector.collect(items).lineages().get(0).newest().patches()) {
      Patch patch = DiffParser.parse(mail.diff(), mail.diffWhere(), unheard -> {});
      patches.add(new NamedPatch("patch " + (patches.size() + 1), patch));
    }
    return new Version(label, patches);
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** Returns what was wrong, one text for each pair. */
  public List<String> problems() {
    return problems;
  }

  /** Returns the seeds whose difference is correct but not the one that git prints. */
  public List<String> differences() {
    return differences;
  }

  /** Returns how often each outcome occurred. */
  public Map<String, Integer> counts() {
    return counts;
  }
}
