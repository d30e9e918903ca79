package dev.reroll.source.server;

import dev.reroll.source.Limits;
import dev.reroll.source.ListPreference;
import dev.reroll.source.Progress;
import dev.reroll.source.http.FaultServer;
import dev.reroll.source.http.ProxyChoice;
import dev.reroll.source.http.WebCache;
import dev.reroll.source.http.WebClient;
import dev.reroll.source.http.WebRules;
import dev.reroll.source.server.Fetcher.FetchOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Opens servers with a cache of its own, and with less patience than a person has. */
final class Client {
  private static final WebRules RULES =
      new WebRules(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(600),
          100,
          200_000,
          2,
          Duration.ofMillis(20),
          Duration.ofSeconds(5));

  private static final Limits LIMITS = new Limits(1_000_000, 500_000, 1_000);

  private final WebCache cache;
  private final List<String> said = new ArrayList<>();
  private FetchOptions manner = new FetchOptions(Duration.ZERO, false, LIMITS);

  Client(Path folder) {
    cache = new WebCache(folder.resolve("cache").resolve("http"));
  }

  WebCache cache() {
    return cache;
  }

  /** Returns what a person was told. */
  List<String> said() {
    return said;
  }

  Client keeping(Duration expiry) {
    manner = new FetchOptions(expiry, false, LIMITS);
    return this;
  }

  Client offline() {
    manner = FetchOptions.offline();
    return this;
  }

  PublicInboxServer at(FaultServer server) {
    return at(ServerAddress.ofBase(server.address() + "all/"));
  }

  PublicInboxServer at(ServerAddress address) {
    ListPreference preference = new ListPreference(List.of("*.kernel.example", "*"));
    return new PublicInboxServer(address, fetcher(), preference, said::add);
  }

  Fetcher fetcher() {
    WebClient web = new WebClient(new ProxyChoice(Map.of()), RULES, Progress.SILENT, said::add);
    return new Fetcher(web, cache, manner, said::add);
  }
}
