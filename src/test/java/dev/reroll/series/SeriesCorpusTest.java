package dev.reroll.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.source.Limits;
import dev.reroll.source.MailboxSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Groups the threads of the corpus, replies and other people's patches included, and holds the
 * versions against the mailboxes that the corpus has for each.
 */
class SeriesCorpusTest {
  private static final Path CORPUS = Path.of(System.getProperty("reroll.corpus", "")).normalize();

  @BeforeEach
  void corpusIsThere() {
    assumeTrue(Files.exists(CORPUS.resolve("manifest.tsv")), "no corpus at " + CORPUS);
  }

  @Test
  void everyVersionHasTheMailsThatTheCorpusHasForIt() throws Exception {
    Map<String, String> found = new TreeMap<>();
    List<Path> lineages = lineages();
    for (Path lineage : lineages) {
      List<SeriesVersion> versions = versions(collect(lineage));
      for (Path file : versionFiles(lineage)) {
        Set<MessageId> wanted = ids(items(file));
        boolean same = versions.stream().anyMatch(version -> ids(version).equals(wanted));
        if (!same) {
          found.put(lineage.getFileName() + "\t" + nameOf(file), "other mails");
        }
      }
    }

    assertThat(lineages).hasSize(39);
    assertThat(found.keySet()).isEqualTo(exceptions().keySet());
    assertThat(exceptions().values()).noneMatch(String::isBlank);
  }

  @Test
  void versionsAreLabelledAsTheirSubjectsSay() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Path lineage : lineages()) {
      List<SeriesVersion> versions = versions(collect(lineage));
      for (Path file : versionFiles(lineage)) {
        SeriesVersion version = closest(versions, ids(items(file)));
        String label = nameOf(file);
        VersionLabel own = version.label();
        String plain = (own.rfc() ? "rfc-v" : "v") + own.number() + (own.resend() ? "-resend" : "");
        if (!label.replace("-partial", "").replaceAll("b$", "").equals(plain)) {
          wrong.add(lineage.getFileName() + " " + label + " is called " + own);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void theVersionsOfAWorkAreOneLineage() throws Exception {
    List<String> split = new ArrayList<>();
    for (Path lineage : lineages()) {
      Set<Integer> homes = new TreeSet<>();
      List<Lineage> collected = collect(lineage).lineages();
      for (Path file : versionFiles(lineage)) {
        homes.add(homeOf(ids(items(file)), collected));
      }
      if (homes.size() > 1) {
        split.add(lineage.getFileName() + " " + homes);
      }
    }

    assertThat(split).isEmpty();
  }

  private static int homeOf(Set<MessageId> wanted, List<Lineage> lineages) {
    SeriesVersion version =
        closest(lineages.stream().flatMap(one -> one.versions().stream()).toList(), wanted);
    for (int i = 0; i < lineages.size(); i++) {
      if (lineages.get(i).versions().contains(version)) {
        return i;
      }
    }
    throw new AssertionError("a version without a lineage");
  }

  private static SeriesVersion closest(List<SeriesVersion> versions, Set<MessageId> wanted) {
    SeriesVersion best = versions.get(0);
    for (SeriesVersion version : versions) {
      if (sharedCount(version, wanted) > sharedCount(best, wanted)) {
        best = version;
      }
    }
    return best;
  }

  private static long sharedCount(SeriesVersion version, Set<MessageId> wanted) {
    return ids(version).stream().filter(wanted::contains).count();
  }

  private static List<SeriesVersion> versions(SeriesBag bag) {
    return bag.lineages().stream().flatMap(lineage -> lineage.versions().stream()).toList();
  }

  private static SeriesBag collect(Path lineage) throws Refusal {
    return SeriesCollector.collect(items(lineage.resolve("thread.mbox.gz")));
  }

  private static Set<MessageId> ids(SeriesVersion version) {
    List<MailItem> items = new ArrayList<>(version.ownPatches());
    version.cover().ifPresent(items::add);
    return ids(items);
  }

  private static Set<MessageId> ids(List<MailItem> items) {
    Set<MessageId> ids = new HashSet<>();
    items.stream().map(MailItem::envelope).map(Envelope::id).forEach(id -> id.ifPresent(ids::add));
    return ids;
  }

  private static List<MailItem> items(Path file) throws Refusal {
    MailReader reader = new MailReader(found -> {});
    MailboxSource source =
        new MailboxSource(InputStream.nullInputStream(), Limits.DEFAULT, found -> {});
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : source.read(file.toString())) {
      items.addAll(reader.read(message));
    }
    return items;
  }

  private static List<Path> lineages() throws IOException {
    try (Stream<Path> folders = Files.list(CORPUS.resolve("io-uring"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> versionFiles(Path lineage) {
    try (Stream<Path> files = Files.list(lineage)) {
      return files.filter(file -> !nameOf(file).equals("thread")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".mbox.gz", "");
  }

  /** Returns the reason for each exception, by lineage and version with a tab between. */
  private static Map<String, String> exceptions() throws IOException {
    try (InputStream in = SeriesCorpusTest.class.getResourceAsStream("corpus-exceptions.tsv")) {
      Map<String, String> reasons = new HashMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        String[] columns = line.split("\t", 3);
        if (columns.length == 3 && !line.startsWith("#")) {
          reasons.put(columns[0] + "\t" + columns[1], columns[2]);
        }
      }
      return new TreeMap<>(reasons);
    }
  }
}
