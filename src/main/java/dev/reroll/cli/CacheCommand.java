package dev.reroll.cli;

import dev.reroll.message.Refusal;
import dev.reroll.settings.CacheFolder;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import dev.reroll.source.http.WebCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll cache}. */
final class CacheCommand implements Command {
  private static final String HELP =
      """
      Show or delete what is cached: answers of servers, archives for quick starts.

      Where do these mails come from, and how do I get rid of them? Threads and
      searches are cached for b4.cache-expire minutes, ten unless set; -C re-fetches,
      --offline takes them at any age, up to 30 days.

        reroll cache
        reroll cache --clear

      Unlike -C, which skips the cache for one run, this empties it. Archives of
      classes, which let each installation start sooner, have a line each; without
      being asked it removes those whose installation is gone or that were not used
      for 30 days. The index of a mirror is neither and stays.

      Usage: reroll cache [OPTIONS]

            --clear            delete every answer and every archive
        -q, --quiet            print only errors
            --debug            show a stack trace if reroll fails
        -h, --help             show this help
      """;

  private final Streams streams;
  private final Report report;

  CacheCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public CommandSpec options() {
    return new Options.Description("cache").flag("--clear").spec();
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    Options options = Options.parse(options(), words);
    if (options.has("--quiet")) {
      report.beQuiet();
    }
    if (!options.names().isEmpty()) {
      String name = options.names().get(0);
      throw Refusal.unreadable(
          "cache takes no arguments: " + ShellWord.of(name), "reroll cache --clear");
    }
    Path folder = folder();
    WebCache cache = new WebCache(folder.resolve("http"));
    ClassArchives archives = new ClassArchives(folder, Instant.now());
    boolean clears = options.has("--clear");
    String answers = clears ? cleared(cache) : shown(cache);
    print(answers + archives(archives, folder, clears), options.has("--quiet"));
    return ExitCode.DONE;
  }

  private String archives(ClassArchives archives, Path folder, boolean clears) throws Refusal {
    try {
      for (ClassArchives.Removed removed : archives.removeUnused()) {
        report.remark("removed " + archives(removed.installation()) + ": " + removed.reason());
      }
      StringBuilder lines = new StringBuilder();
      for (ClassArchives.Installation installation : archives.all()) {
        if (clears) {
          archives.remove(installation);
        }
        lines
            .append(installation.folder())
            .append(": ")
            .append(clears ? "deleted " : "")
            .append(amount(installation))
            .append('\n');
      }
      return lines.toString();
    } catch (IOException failed) {
      throw Refusal.unreadable(
          "cannot delete all archives in " + folder + ": " + failed.getMessage(),
          "ls -l " + ShellWord.of(folder.toString()));
    }
  }

  private static String archives(ClassArchives.Installation installation) {
    return "the archives in " + installation.folder() + ", " + kilobytes(installation.octetCount());
  }

  private static String amount(ClassArchives.Installation installation) {
    return "archives, "
        + kilobytes(installation.octetCount())
        + ", last used "
        + LocalDate.ofInstant(installation.lastUsed(), ZoneOffset.UTC);
  }

  private Path folder() throws Refusal {
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    return CacheFolder.find(settings)
        .orElseThrow(
            () ->
                Refusal.unreadable(
                    "no place for a cache: neither HOME nor XDG_CACHE_HOME is set",
                    "HOME=~ reroll cache"));
  }

  private static String shown(WebCache cache) {
    return cache.folder() + ": " + amount(cache.answerCount(), cache.octetCount()) + "\n";
  }

  private static String cleared(WebCache cache) throws Refusal {
    long octets = cache.octetCount();
    int count = cache.clear();
    if (cache.answerCount() > 0) {
      throw Refusal.unreadable(
          "cannot delete everything in " + cache.folder(),
          "ls -l " + ShellWord.of(cache.folder().toString()));
    }
    return cache.folder() + ": deleted " + amount(count, octets) + "\n";
  }

  private static String amount(int count, long octets) {
    return count + (count == 1 ? " answer, " : " answers, ") + kilobytes(octets);
  }

  private static String kilobytes(long octets) {
    return (octets + 1023) / 1024 + " kB";
  }

  private void print(String text, boolean quiet) throws IOException {
    if (!quiet) {
      ClosedPipe.guard(streams.out()).write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
