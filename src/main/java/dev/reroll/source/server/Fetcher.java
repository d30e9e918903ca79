package dev.reroll.source.server;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.source.Limits;
import dev.reroll.source.ShellWord;
import dev.reroll.source.http.WebCache;
import dev.reroll.source.http.WebClient;
import dev.reroll.source.http.WebClient.WebAnswer;
import dev.reroll.source.http.WebClient.WebRequest;
import dev.reroll.source.http.WebFailure;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Fetches mailboxes: from the cache while they are fresh, else from the server. */
public final class Fetcher {
  /** How long answers are kept for {@code --offline}. */
  private static final Duration MAX_STAY = Duration.ofDays(30);

  /** An age that nobody needs to hear of. */
  private static final Duration RECENT = Duration.ofMinutes(10);

  private static final int MAX_REDIRECTS = 5;
  private static final int MISSING = 404;

  private final WebClient client;
  private final WebCache cache;
  private final FetchOptions options;
  private final Consumer<String> remarks;
  private final Mailbag mailbag;
  private boolean isSwept;
  private boolean saidNotKept;

  /**
   * Creates a fetcher; nothing is read or sent yet.
   *
   * @param remarks hears how old a mailbox is that was kept for long, and the first search that was
   *     not asked
   */
  public Fetcher(WebClient client, WebCache cache, FetchOptions options, Consumer<String> remarks) {
    this.client = client;
    this.cache = cache;
    this.options = options;
    this.remarks = remarks;
    this.mailbag = new Mailbag(options.limits());
  }

  /** What a request came to. */
  enum Outcome {
    /** There is a mailbox. */
    FOUND,
    /** There is none. */
    NONE,
    /** The server cannot read the query. */
    REJECTED
  }

  /**
   * What a request came to.
   *
   * @param mails none unless found
   */
  record Fetched(Outcome outcome, List<RawMessage> mails) {}

  boolean isOffline() {
    return options.isOffline();
  }

  /**
   * Fetches the mailbox that {@code request} asks for.
   *
   * @throws Refusal where the server was not reached, or sent something else
   */
  Fetched fetch(WebRequest request) throws Refusal {
    Duration maxAge = options.isOffline() ? MAX_STAY.multipliedBy(100) : options.expiry();
    Optional<WebCache.Kept> kept = maxAge.isZero() ? Optional.empty() : cache.find(request, maxAge);
    if (kept.isPresent()) {
      Optional<Fetched> fetched = fromCache(kept.get(), request);
      if (fetched.isPresent()) {
        return fetched.get();
      }
    }
    return options.isOffline() ? notKept(request) : fromServer(request);
  }

  /** Asks for a page that is no mailbox; redirects are the caller's. */
  WebAnswer ask(WebRequest request) throws Refusal {
    return client.ask(request);
  }

  /** An answer without octets was kept for a search that found nothing. */
  private Optional<Fetched> fromCache(WebCache.Kept kept, WebRequest request) {
    try {
      if (options.isOffline() && kept.age().compareTo(RECENT) > 0) {
        remarks.accept("offline: " + request.address() + " as it was " + ago(kept.age()));
      }
      return Optional.of(fetched(kept.body(), request));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private Fetched fetched(Octets body, WebRequest request) throws IOException {
    return body.isEmpty()
        ? new Fetched(Outcome.NONE, List.of())
        : new Fetched(Outcome.FOUND, mailbag.mails(body, request.address().toString()));
  }

  private Fetched notKept(WebRequest request) throws Refusal {
    if (request.method().equals("POST")) {
      if (!saidNotKept) {
        remarks.accept("offline: this search is not cached: " + request.address());
      }
      saidNotKept = true;
      return new Fetched(Outcome.NONE, List.of());
    }
    throw Refusal.unreached(
        "offline, and " + request.address() + " is not cached from an earlier run",
        "curl -sO " + ShellWord.of(request.address().toString()));
  }

  private Fetched fromServer(WebRequest request) throws Refusal {
    try {
      return once(request);
    } catch (IOException damaged) {
      // The transfer was whole and its content is not: some servers die so. Once more.
    }
    try {
      return once(request);
    } catch (IOException damaged) {
      throw Refusal.unreached(
          "cannot use what " + request.address() + " sent: " + damaged.getMessage(),
          "curl -s " + ShellWord.of(request.address().toString()) + " | gzip -t");
    }
  }

  private Fetched once(WebRequest request) throws Refusal, IOException {
    WebAnswer answer = followed(request);
    if (answer.status() == MISSING) {
      return missing(request);
    }
    if (answer.status() == 500 && request.method().equals("POST")) {
      return new Fetched(Outcome.REJECTED, List.of());
    }
    if (BotWall.isPage(answer) && answer.status() != 500) {
      throw BotWall.refusal(request, answer);
    }
    if (answer.status() != 200) {
      throw WebFailure.status(request, answer);
    }
    if (!Mailbag.isMailbox(answer.body())) {
      throw wrongType(request, answer);
    }
    Fetched fetched = fetched(answer.body(), request);
    keep(request, answer.body());
    return fetched;
  }

  private Fetched missing(WebRequest request) {
    if (request.method().equals("POST")) {
      keep(request, Octets.EMPTY);
    }
    return new Fetched(Outcome.NONE, List.of());
  }

  private WebAnswer followed(WebRequest request) throws Refusal {
    WebRequest current = request;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      WebAnswer answer = client.ask(current);
      if (!isRedirect(answer)) {
        return answer;
      }
      URI target = Redirect.target(current, answer);
      current = new WebRequest(request.method(), target);
    }
    throw Refusal.unreached(
        "cannot fetch "
            + request.address()
            + ": it redirects more than "
            + MAX_REDIRECTS
            + " times",
        "curl -sIL " + ShellWord.of(request.address().toString()));
  }

  static boolean isRedirect(WebAnswer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> answer.location().isPresent();
      default -> false;
    };
  }

  private void keep(WebRequest request, Octets body) {
    if (options.expiry().isZero()) {
      return;
    }
    cache.store(request, body);
    if (!isSwept) {
      isSwept = true;
      cache.deleteOlderThan(MAX_STAY);
    }
  }

  private static Refusal wrongType(WebRequest request, WebAnswer answer) {
    String type = answer.contentType().isEmpty() ? "no type" : "'" + answer.contentType() + "'";
    return Refusal.unreached(
        "cannot fetch " + request.address() + ": it sent " + type + ", not a mailbox",
        "curl -sI " + ShellWord.of(request.address().toString()));
  }

  private static String ago(Duration age) {
    long minutes = age.toMinutes();
    if (minutes < 120) {
      return minutes + " minutes ago";
    }
    return age.toHours() < 48 ? age.toHours() + " hours ago" : age.toDays() + " days ago";
  }

  /**
   * Tells the pages that keep programs out from the answers of a mail archive: HTML where a mailbox
   * was asked for, often with status 200.
   */
  private static final class BotWall {
    private static final int HEAD_LENGTH = 256;

    private BotWall() {}

    static boolean isPage(WebAnswer answer) {
      Octets body = answer.body();
      String head =
          body.slice(0, Math.min(HEAD_LENGTH, body.length()))
              .decode(StandardCharsets.ISO_8859_1)
              .stripLeading()
              .toLowerCase(Locale.ROOT);
      return answer.contentType().toLowerCase(Locale.ROOT).startsWith("text/html")
          || head.startsWith("<!doctype html")
          || head.startsWith("<html");
    }

    /** Refuses, and says how to get the mails in another way. */
    static Refusal refusal(WebRequest request, WebAnswer answer) {
      String base = request.address().resolve("/LIST/0").toString();
      return Refusal.unreached(
          "cannot fetch "
              + request.address()
              + ": it answered "
              + answer.status()
              + " with a web page instead of mails, as servers that keep programs out do",
          "git clone --mirror " + base + " LIST/git/0.git",
          "git config --global reroll.mirror \"$PWD/LIST\"");
    }
  }

  /** Unpacks the mailbox that a server sent, within limits. */
  private static final class Mailbag {
    private static final int CHUNK = 1 << 16;

    private final Limits limits;

    Mailbag(Limits limits) {
      this.limits = limits;
    }

    /** Whether {@code body} begins like a mailbox, packed or not. */
    static boolean isMailbox(Octets body) {
      return isPacked(body) || body.startsWith("From ");
    }

    /**
     * Returns the mails in {@code body}.
     *
     * @param name what the mails are said to come from
     * @throws IOException where it is damaged, or more than the limits allow
     */
    List<RawMessage> mails(Octets body, String name) throws IOException {
      Octets mailbox = isPacked(body) ? unpacked(body) : body;
      List<RawMessage> mails = MailboxSplitter.split(mailbox, name);
      if (mails.size() > limits.messageCount()) {
        throw new IOException("it holds more than " + limits.messageCount() + " mails");
      }
      for (RawMessage mail : mails) {
        if (mail.octets().length() > limits.messageOctets()) {
          throw new IOException("a mail in it is larger than " + limits.messageOctets() + " bytes");
        }
      }
      return mails;
    }

    private static boolean isPacked(Octets body) {
      return body.length() >= 2 && body.at(0) == 0x1F && body.at(1) == (byte) 0x8B;
    }

    private Octets unpacked(Octets body) throws IOException {
      OctetBuilder out = new OctetBuilder(Math.max(CHUNK, body.length() * 3));
      byte[] chunk = new byte[CHUNK];
      try (InputStream in =
          new GZIPInputStream(new ByteArrayInputStream(body.toByteArray()), CHUNK)) {
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
          if (count > limits.mailboxOctets() - out.length()) {
            throw new IOException(
                "unpacked it is larger than " + limits.mailboxOctets() + " bytes");
          }
          out.append(Octets.wrap(chunk, 0, count));
        }
      } catch (EOFException e) {
        throw new IOException("its gzip data ends early, after byte " + out.length(), e);
      } catch (ZipException e) {
        throw new IOException("its gzip data is damaged after byte " + out.length(), e);
      }
      return out.toOctets();
    }
  }

  /**
   * When the server is asked, when an answer that was kept will do, and how much one may hold.
   *
   * @param expiry how old an answer may be; where it is zero none will do, and none is kept
   * @param isOffline whether no server is asked at all: then any age will do
   * @param limits of one mailbox, unpacked
   */
  public record FetchOptions(Duration expiry, boolean isOffline, Limits limits) {
    /** More than any thread, or any search that makes sense: 512 MiB, 64 MiB, 200,000 mails. */
    private static final Limits LARGEST = new Limits(512 << 20, 64 << 20, 200_000);

    /** Keeps answers for {@code expiry}, none where it is zero. */
    public static FetchOptions keeping(Duration expiry) {
      return new FetchOptions(expiry, false, LARGEST);
    }

    /** Asks no server, and takes what was kept, however old. */
    public static FetchOptions offline() {
      return new FetchOptions(Duration.ZERO, true, LARGEST);
    }
  }
}
