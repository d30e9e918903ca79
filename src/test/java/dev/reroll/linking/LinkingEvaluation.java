package dev.reroll.linking;

import dev.reroll.mail.MailItem;
import dev.reroll.message.MessageId;
import dev.reroll.series.Query;
import dev.reroll.series.SearchPlan;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Links the versions of a whole list and holds the links against a manifest: how many of its links
 * are found, and of all links that are proposed, how many are right.
 *
 * <p>Arguments: the packed list, the manifest, the table of verdicts, and any of {@code hidden} (as
 * if authors had said nothing), {@code route} (each version looked for as {@code reroll diff MSGID}
 * does, by queries to an archive) and {@code sample}.
 */
public final class LinkingEvaluation {
  private static final int SAMPLE_SIZE = 50;
  private static final long SAMPLE_SEED = 20261122;

  private final PrintStream out;
  private final Verdicts verdicts;
  private final List<WantedPair> wanted;
  private final Map<MessageId, MessageId> expected = new HashMap<>();

  private LinkingEvaluation(PrintStream out, Verdicts verdicts, List<WantedPair> wanted) {
    this.out = out;
    this.verdicts = verdicts;
    this.wanted = wanted;
    wanted.forEach(pair -> expected.put(pair.after(), pair.before()));
  }

  /** Runs from the command line. */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    Set<String> modes = Set.copyOf(List.of(args).subList(3, args.length));
    Instant start = Instant.now();
    List<MailItem> items = ListArchive.read(Path.of(args[0]));
    Instant read = Instant.now();
    Grouped grouped = Grouped.of(items);
    out.printf(
        "%,d items read in %.1f s, linked in %.1f s%n",
        items.size(), seconds(start, read), seconds(read, Instant.now()));
    List<ManifestRow> rows = ManifestRow.read(Path.of(args[1]));
    Path folder = Path.of(args[1]).resolveSibling("io-uring");
    List<WantedPair> wanted =
        modes.contains("folders")
            ? FolderPairs.of(rows, folder)
            : WantedPair.of(rows, new ManifestMatch(grouped.versions()));
    int total = rows.stream().mapToInt(row -> row.wanted().size()).sum();
    out.printf("%d of %d pairs of the manifest are recognised%n", wanted.size(), total);
    LinkingEvaluation evaluation =
        new LinkingEvaluation(out, Verdicts.read(Path.of(args[2])), wanted);
    if (modes.contains("hidden")) {
      grouped = Grouped.of(HiddenEvidence.hide(items, grouped.bag()));
    }
    if (modes.contains("route")) {
      evaluation.route(items);
    } else if (modes.contains("sample")) {
      evaluation.sample(grouped);
    } else {
      evaluation.recall(grouped);
      evaluation.precision(grouped);
    }
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private void recall(Grouped grouped) {
    Map<WantedPair.Outcome, Integer> all = new EnumMap<>(WantedPair.Outcome.class);
    int byAuthor = 0;
    int foundByAuthor = 0;
    for (WantedPair pair : wanted) {
      WantedPair.Outcome outcome = pair.outcome(grouped);
      all.merge(outcome, 1, Integer::sum);
      byAuthor += pair.wanted().isByAuthor() ? 1 : 0;
      boolean isFound = outcome != WantedPair.Outcome.MISSED;
      foundByAuthor += pair.wanted().isByAuthor() && isFound ? 1 : 0;
      if (outcome != WantedPair.Outcome.FOUND) {
        miss(outcome, pair, grouped);
      }
    }
    out.printf("recall: %s of %d pairs%n", all, wanted.size());
    out.printf("  of those that authors linked: %d of %d%n", foundByAuthor, byAuthor);
  }

  private void miss(WantedPair.Outcome outcome, WantedPair pair, Grouped grouped) {
    SeriesVersion after = grouped.holding(pair.after()).orElseThrow();
    out.println(outcome + " " + pair.wanted());
    out.println("  wanted  " + grouped.holding(pair.before()).map(Proposed::describe).orElse("-"));
    out.println("  for     " + Proposed.describe(after));
    out.println("  instead " + grouped.before(after).map(Proposed::describe).orElse("-"));
  }

  private static List<Proposed> proposed(Grouped grouped) {
    List<Proposed> proposed = new ArrayList<>();
    for (SeriesVersion version : grouped.versions()) {
      Optional<SeriesVersion> before = grouped.before(version).filter(v -> v.id().isPresent());
      if (before.isPresent()) {
        proposed.add(new Proposed(before.get(), version, grouped.link(version).orElseThrow()));
      }
    }
    return proposed;
  }

  private boolean agrees(Proposed link) {
    MessageId before = expected.get(link.after().id().orElseThrow());
    return before != null && link.before().holds(before);
  }

  /** Returns {@code manifest}, or the verdict on a link that the manifest does not have. */
  private String standing(Proposed link) {
    String said = verdicts.of(link).map(Verdicts.Verdict::word).orElse("");
    return said.isEmpty() ? agrees(link) ? "manifest" : "not judged" : said;
  }

  private void precision(Grouped grouped) {
    Map<String, Integer> all = new java.util.TreeMap<>();
    Map<String, Integer> byAuthor = new java.util.TreeMap<>();
    Map<String, Integer> byKind = new java.util.TreeMap<>();
    for (Proposed link : proposed(grouped)) {
      String standing = standing(link);
      all.merge(standing, 1, Integer::sum);
      byKind.merge(link.link().strongest().kind() + ": " + standing, 1, Integer::sum);
      if (link.isByAuthor()) {
        byAuthor.merge(standing, 1, Integer::sum);
      }
      if (!agrees(link)) {
        boolean isOther = expected.containsKey(link.after().id().orElseThrow());
        out.println((isOther ? "OTHER THAN THE MANIFEST, " : "NOT IN THE MANIFEST, ") + standing);
        out.println(link.words());
        verdicts.of(link).ifPresent(verdict -> out.println("    " + verdict.reason()));
      }
    }
    out.println("links: " + share(all));
    out.println("  by authors: " + share(byAuthor));
    byKind.forEach((kind, count) -> out.println("  " + kind + " " + count));
  }

  private static String share(Map<String, Integer> counts) {
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    int right = counts.getOrDefault("manifest", 0) + counts.getOrDefault("right", 0);
    return total
        + " "
        + counts
        + String.format(", %.1f %% right", 100.0 * right / Math.max(1, total));
  }

  private void sample(Grouped grouped) {
    List<Proposed> links = new ArrayList<>(proposed(grouped));
    Collections.shuffle(links, new Random(SAMPLE_SEED));
    out.println("| older | newer | evidence | verdict |");
    out.println("|---|---|---|---|");
    for (Proposed link : links.subList(0, Math.min(SAMPLE_SIZE, links.size()))) {
      String verdict =
          verdicts.of(link).map(said -> said.word() + ": " + said.reason()).orElse("not judged");
      out.printf(
          "| %s `%s` | %s `%s` | %s | %s |%n",
          link.before().label(),
          link.beforeId(),
          link.after().label(),
          link.afterId(),
          link.kinds(),
          verdict);
    }
  }

  /** Starts at each newer version and asks a simulated archive what the plan says. */
  private void route(List<MailItem> items) {
    SimulatedArchive archive = new SimulatedArchive(items);
    Map<WantedPair.Outcome, Integer> all = new EnumMap<>(WantedPair.Outcome.class);
    Map<String, Integer> asked = new java.util.TreeMap<>();
    for (WantedPair pair : wanted) {
      Set<MailItem> union = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      List<MailItem> fetched = new ArrayList<>();
      SearchPlan plan = new SearchPlan(pair.after(), SearchPlan.Aim.PREDECESSOR);
      List<Query> queries = plan.next(SeriesCollector.collect(fetched));
      while (!queries.isEmpty()) {
        for (Query query : queries) {
          asked.merge(query.getClass().getSimpleName(), 1, Integer::sum);
          archive.search(query).stream().filter(union::add).forEach(fetched::add);
        }
        queries = plan.next(SeriesCollector.collect(fetched));
      }
      WantedPair.Outcome outcome = pair.outcome(Grouped.of(fetched));
      all.merge(outcome, 1, Integer::sum);
      if (outcome == WantedPair.Outcome.MISSED) {
        out.println("MISSED " + pair.wanted() + " " + pair.after());
      }
    }
    out.printf("by queries: %s of %d pairs; %s%n", all, wanted.size(), asked);
  }
}
