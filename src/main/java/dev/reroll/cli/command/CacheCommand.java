package dev.reroll.cli.command;

import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.terminal.ClosedPipe;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.settings.CacheFolder;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import dev.reroll.source.http.WebCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code reroll cache}. */
public final class CacheCommand implements Command {
  private static final Option.Flag CLEAR =
      new Option.Flag("--clear", "delete every answer and every archive");

  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public CacheCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return new Syntax("cache")
        .section("", CLEAR, OutputChoice.QUIET, OutputChoice.DEBUG, OutputChoice.HELP);
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    Options options = Options.parse(syntax(), words);
    if (options.has(OutputChoice.QUIET)) {
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
    boolean clears = options.has(CLEAR);
    String answers = clears ? cleared(cache) : shown(cache);
    print(answers + archives(archives, folder, clears), options.has(OutputChoice.QUIET));
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

  /**
   * The archives of classes that the launcher keeps in the cache, a folder for each installation of
   * reroll and each JDK: {@code archive/JAVA_HOME/LIB}. The launcher touches the file {@code used}
   * there at each run.
   *
   * <p>A run may start while its archive is removed: one that has it open keeps it, and Java passes
   * over one that is not there. So removing is always safe, and only costs the next run some time;
   * still nothing is removed by itself that a process has open, or that a maker is at work on.
   */
  private static final class ClassArchives {
    private static final Duration MAX_UNUSED = Duration.ofDays(30);
    private static final Duration MAX_MAKING = Duration.ofMinutes(10);
    private static final String ENDING = ".archive";
    private static final String USED = "used";
    private static final String MAKING = "making";

    private final Path root;
    private final Instant now;

    /** Looks into reroll's own cache folder, which need not exist. */
    ClassArchives(Path cacheFolder, Instant now) {
      this.root = cacheFolder.resolve("archive");
      this.now = now;
    }

    /**
     * What one installation keeps for one JDK.
     *
     * @param folder the folder of its archives
     * @param octetCount the room that they take
     * @param lastUsed when a run last had them, as far as the file system tells
     */
    record Installation(Path folder, long octetCount, Instant lastUsed) {}

    /** Why archives are taken away. */
    enum Reason {
      GONE("its installation is gone"),
      UNUSED("not used for 30 days");

      private final String words;

      Reason(String words) {
        this.words = words;
      }

      @Override
      public String toString() {
        return words;
      }
    }

    /** Archives that were taken away. */
    record Removed(Installation installation, Reason reason) {}

    /** Returns what there is, in the order of the paths. */
    List<Installation> all() throws IOException {
      List<Installation> found = new ArrayList<>();
      if (!Files.isDirectory(root)) {
        return found;
      }
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              if (folder.endsWith(MAKING)) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              List<Path> archives = archivesIn(folder);
              if (!archives.isEmpty()) {
                found.add(installation(folder, archives));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
      found.sort((one, other) -> one.folder().compareTo(other.folder()));
      return found;
    }

    private static List<Path> archivesIn(Path folder) throws IOException {
      List<Path> archives = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
        for (Path file : files) {
          if (Files.isRegularFile(file)) {
            archives.add(file);
          }
        }
      }
      return archives;
    }

    private Installation installation(Path folder, List<Path> archives) throws IOException {
      long octetCount = 0;
      Instant lastUsed = Instant.EPOCH;
      for (Path archive : archives) {
        BasicFileAttributes file = Files.readAttributes(archive, BasicFileAttributes.class);
        octetCount += file.size();
        lastUsed = later(lastUsed, file.lastModifiedTime().toInstant());
        lastUsed = later(lastUsed, file.lastAccessTime().toInstant());
      }
      Path used = folder.resolve(USED);
      if (Files.exists(used)) {
        lastUsed = later(lastUsed, Files.getLastModifiedTime(used).toInstant());
      }
      return new Installation(folder, octetCount, lastUsed);
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }

    /** Removes what nobody can or does use any more; returns what that was. */
    List<Removed> removeUnused() throws IOException {
      List<Removed> removed = new ArrayList<>();
      for (Installation installation : all()) {
        boolean isGone = isGone(installation.folder());
        boolean isUnused = installation.lastUsed().isBefore(now.minus(MAX_UNUSED));
        if ((isGone || isUnused) && !isBeingMade(installation) && !isOpen(installation)) {
          remove(installation);
          removed.add(new Removed(installation, isGone ? Reason.GONE : Reason.UNUSED));
        }
      }
      return removed;
    }

    /**
     * Whether neither the JDK nor the jar is there, wherever the one path ends and the other
     * begins.
     */
    private boolean isGone(Path folder) {
      Path both = root.relativize(folder);
      for (int end = 1; end < both.getNameCount(); end++) {
        Path java = root.getRoot().resolve(both.subpath(0, end)).resolve("bin/java");
        Path jar =
            root.getRoot().resolve(both.subpath(end, both.getNameCount())).resolve("reroll.jar");
        if (!Files.notExists(java) && !Files.notExists(jar)) {
          return false;
        }
      }
      return true;
    }

    private boolean isBeingMade(Installation installation) throws IOException {
      Path lock = installation.folder().resolve(MAKING);
      return Files.exists(lock)
          && Files.getLastModifiedTime(lock).toInstant().isAfter(now.minus(MAX_MAKING));
    }

    /** Whether a process that we may look into has one of the archives in its memory. */
    private static boolean isOpen(Installation installation) {
      String place = " " + installation.folder() + "/";
      try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
        for (Path process : processes) {
          if (maps(process).contains(place)) {
            return true;
          }
        }
      } catch (IOException noSuchFolder) {
        return false;
      }
      return false;
    }

    private static String maps(Path process) {
      try {
        return new String(Files.readAllBytes(process.resolve("maps")), StandardCharsets.UTF_8);
      } catch (IOException endedOrNotOurs) {
        return "";
      }
    }

    /** Removes the archives of one installation, and the folders that hold nothing else. */
    void remove(Installation installation) throws IOException {
      for (Path archive : archivesIn(installation.folder())) {
        Files.deleteIfExists(archive);
      }
      Files.deleteIfExists(installation.folder().resolve(USED));
      Path folder = installation.folder();
      while (!folder.equals(root) && isEmpty(folder)) {
        Files.deleteIfExists(folder);
        folder = folder.resolveSibling(".").normalize();
      }
    }

    private static boolean isEmpty(Path folder) throws IOException {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        return !files.iterator().hasNext();
      }
    }
  }

  /** The words around the options in {@code reroll cache --help}. */
  private static final class Help {
    static final String HEAD =
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
        """;

    static final String TAIL = "";

    private Help() {}
  }
}
