package dev.reroll.cli.option;

import dev.reroll.app.select.Archives;
import dev.reroll.cli.terminal.ProgressLine;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.settings.ArchiveSettings;
import dev.reroll.settings.CacheFolder;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.Archive;
import dev.reroll.source.Limits;
import dev.reroll.source.ListPreference;
import dev.reroll.source.MailboxArchive;
import dev.reroll.source.MailboxSource;
import dev.reroll.source.Progress;
import dev.reroll.source.http.ProxyChoice;
import dev.reroll.source.http.WebCache;
import dev.reroll.source.http.WebClient;
import dev.reroll.source.http.WebRules;
import dev.reroll.source.mirror.MirrorArchive;
import dev.reroll.source.mirror.update.IndexOptions;
import dev.reroll.source.server.Fetcher;
import dev.reroll.source.server.Fetcher.FetchOptions;
import dev.reroll.source.server.PublicInboxServer;
import dev.reroll.source.server.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides where a series is looked for: in the mailboxes of {@code --mbox} and nowhere else; or in
 * the mirrors of {@code --mirror} and {@code reroll.mirror}, then on the server that the series'
 * address names, else on that of {@code b4.midmask}, else on lore.kernel.org.
 */
public final class ArchiveChoice {
  /** {@code --mbox}: the mailboxes to search. */
  public static final Option.Values MBOX =
      new Option.Values(
          "--mbox MAILBOX", "look in this mailbox, and nowhere else; may be given again");

  /** {@code --mirror}: the local mirrors to search. */
  public static final Option.Values MIRROR =
      new Option.Values(
          "--mirror DIR", "look in this public-inbox mirror first; may be given again");

  /** {@code --offline}: no requests to servers. */
  public static final Option.Flag OFFLINE = new Option.Flag("--offline", "ask no server");

  /** {@code --online}: permission to send the title of a draft to a server. */
  public static final Option.Flag ONLINE =
      new Option.Flag(
          "--online",
          "for one version in a MAILBOX, which may be a draft, look on a server for the version"
              + " before it; that tells its title",
          "Mirrors, and a server that is set (b4.midmask), are asked without it.");

  /** {@code --no-cache}: no cached answers of servers. */
  public static final Option.Flag NO_CACHE =
      new Option.Flag("-C, --no-cache", "re-fetch from the server");

  private final Streams streams;
  private final Report report;
  private final GivenWords options;
  private final GitSettings git;
  private final ArchiveSettings settings;
  private final Progress progress;

  ArchiveChoice(Streams streams, Report report, GivenWords options) {
    this.streams = streams;
    this.report = report;
    this.options = options;
    this.git = new GitSettings(streams.environment(), streams.workingFolder());
    this.settings = new ArchiveSettings(git);
    this.progress = ProgressLine.choose(streams, options.has(OutputChoice.QUIET));
  }

  /** Returns the options that say where a series is looked for. */
  public static Syntax.Section section() {
    return new Syntax.Section(
        "Where a SERIES is looked for", List.of(MBOX, MIRROR, OFFLINE, ONLINE, NO_CACHE));
  }

  /**
   * Returns the archives, none of them open yet.
   *
   * @param named the server that the series' address names
   */
  Archives choose(Optional<ServerAddress> named) throws Refusal {
    List<Archives.Opening> mailboxes = new ArrayList<>();
    for (String name : options.values(MBOX)) {
      mailboxes.add(() -> mailbox(name));
    }
    if (!mailboxes.isEmpty()) {
      return new Archives(mailboxes, Optional.empty());
    }
    List<Path> folders = mirrors();
    List<Archives.Opening> mirrors = folders.isEmpty() ? List.of() : List.of(() -> mirror(folders));
    ServerAddress address = named.isPresent() ? named.get() : configured();
    return new Archives(mirrors, Optional.of(() -> server(address)));
  }

  /**
   * Returns the archives that are asked about a draft: the same mailboxes and mirrors; a server
   * only if one is set, or {@code --online} is given, for a title tells what nobody has been told
   * yet.
   */
  Archives forDrafts() throws Refusal {
    Archives all = choose(Optional.empty());
    boolean mayAsk =
        options.has(ONLINE) || settings.mailMask().isPresent() || settings.searchMask().isPresent();
    return mayAsk && !options.has(OFFLINE) ? all : new Archives(all.local(), Optional.empty());
  }

  private Archive mailbox(String name) throws Refusal {
    MailboxSource source =
        new MailboxSource(
            streams.workingFolder(), streams.in(), Limits.DEFAULT, copyThatDiffers -> {});
    return MailboxArchive.of(name, source.read(name), progress);
  }

  private List<Path> mirrors() {
    List<Path> folders = new ArrayList<>();
    options.values(MIRROR).forEach(name -> folders.add(Path.of(name)));
    folders.addAll(settings.mirrors());
    return folders.stream().map(streams.workingFolder()::resolve).distinct().toList();
  }

  private Archive mirror(List<Path> folders) throws Refusal {
    return MirrorArchive.open(
        folders,
        settings.listPreference(),
        new IndexOptions(cacheFolder(), Limits.DEFAULT, progress, report));
  }

  private ServerAddress configured() throws Refusal {
    Optional<String> mailMask = settings.mailMask();
    Optional<String> searchMask = settings.searchMask();
    if (mailMask.isPresent()) {
      return searchMask.isPresent()
          ? ServerAddress.ofMasks(mailMask.get(), searchMask.get())
          : ServerAddress.ofMask(mailMask.get());
    }
    return searchMask.isPresent()
        ? ServerAddress.ofMasks(ServerAddress.LORE.mailMask(), searchMask.get())
        : ServerAddress.LORE;
  }

  private Archive server(ServerAddress address) throws Refusal {
    WebClient client =
        new WebClient(
            new ProxyChoice(streams.environment()), WebRules.DEFAULT, progress, report::now);
    Fetcher fetcher =
        new Fetcher(
            client, new WebCache(cacheFolder().resolve("http")), fetchOptions(), report::remark);
    return new PublicInboxServer(
        address, fetcher, new ListPreference(settings.listPreference()), report::warning);
  }

  private FetchOptions fetchOptions() {
    if (options.has(OFFLINE)) {
      return FetchOptions.offline();
    }
    return FetchOptions.keeping(options.has(NO_CACHE) ? Duration.ZERO : settings.cacheExpiry());
  }

  private Path cacheFolder() throws Refusal {
    return CacheFolder.find(git)
        .orElseThrow(
            () ->
                Refusal.unreadable(
                    "no place for a cache: neither HOME nor XDG_CACHE_HOME is set",
                    new Hint.Again("XDG_CACHE_HOME=/tmp ", "MESSAGE-ID")));
  }
}
