package dev.reroll.source.server;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailDate;
import dev.reroll.message.HeaderLine;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import dev.reroll.source.Archive;
import dev.reroll.source.ListPreference;
import dev.reroll.source.ShellWord;
import dev.reroll.source.http.WebClient.WebAnswer;
import dev.reroll.source.http.WebClient.WebRequest;
import dev.reroll.source.server.ServerAddress.PercentCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the archives of a public-inbox server: one list, or all that it has. */
public final class PublicInboxServer implements Archive {
  private static final int MAX_CANDIDATES = 3;

  private final ServerAddress address;
  private final Fetcher fetcher;
  private final ListPreference preference;
  private final Consumer<String> warnings;

  /**
   * Creates a server; nothing is sent yet.
   *
   * @param warnings hears what was searched for in another way than it should be
   */
  public PublicInboxServer(
      ServerAddress address,
      Fetcher fetcher,
      ListPreference preference,
      Consumer<String> warnings) {
    this.address = address;
    this.fetcher = fetcher;
    this.preference = preference;
    this.warnings = warnings;
  }

  @Override
  public String name() {
    return address.host();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where only ids like this one are known, the refusal names them.
   */
  @Override
  public List<RawMessage> thread(MessageId id) throws Refusal {
    List<RawMessage> mails = at(address.thread(id));
    return mails.isEmpty() && !fetcher.isOffline() ? elsewhere(id) : mails;
  }

  /**
   * {@inheritDoc}
   *
   * @throws Refusal also where the server rejects the query in its simplest form
   */
  @Override
  public List<RawMessage> search(Query query) throws Refusal {
    if (query instanceof Query.Thread thread) {
      return at(address.thread(thread.id()));
    }
    List<String> forms = SearchTerms.of(query);
    for (String form : forms) {
      WebRequest request = WebRequest.post(address.search(form));
      Fetcher.Fetched fetched = fetcher.fetch(request);
      if (fetched.outcome() != Fetcher.Outcome.REJECTED) {
        return ArrivalOrder.of(preference.chosen(fetched.mails()));
      }
      warnings.accept(address.host() + " rejects the search " + form + " (500)");
    }
    if (forms.isEmpty()) {
      return List.of();
    }
    throw Refusal.unreached(
        "cannot search " + address.host() + ": it rejects every form of the query (500)",
        "curl -s -d '' " + ShellWord.of(address.search(forms.get(0)).toString()));
  }

  @Override
  public void close() {
    // Connections are the JDK's, which closes them when they have been idle.
  }

  private List<RawMessage> at(URI thread) throws Refusal {
    return preference.chosen(fetcher.fetch(WebRequest.get(thread)).mails());
  }

  /** The page of an id knows more than its mailbox: the list that has it, or ids like it. */
  private List<RawMessage> elsewhere(MessageId id) throws Refusal {
    WebRequest request = WebRequest.get(address.page(id));
    WebAnswer answer = fetcher.ask(request);
    if (Fetcher.isRedirect(answer)) {
      return at(mailboxOf(Redirect.target(request, answer)));
    }
    if (answer.status() != 300) {
      return List.of();
    }
    List<CandidatePage.Candidate> candidates = CandidatePage.read(answer.body(), request.address());
    for (CandidatePage.Candidate candidate : candidates) {
      if (candidate.id().equals(id)) {
        return at(mailboxOf(candidate.page()));
      }
    }
    if (!candidates.isEmpty()) {
      throw like(id, candidates);
    }
    return List.of();
  }

  private static URI mailboxOf(URI page) {
    String address = page.toString();
    return URI.create(address.endsWith("/") ? address : address + "/").resolve("t.mbox.gz");
  }

  private Refusal like(MessageId id, List<CandidatePage.Candidate> candidates) {
    List<String> ids =
        candidates.stream()
            .map(candidate -> candidate.id().value())
            .distinct()
            .limit(MAX_CANDIDATES)
            .toList();
    return new Refusal(
        Refusal.Kind.NOTHING_TO_COMPARE,
        address.host() + " has no mail '" + id + "', but " + String.join(", ", ids),
        ids.stream().map(like -> Hint.again(ShellWord.of(like))).toList());
  }

  /**
   * Puts mails of several threads, which a search brings one thread after the other, into the order
   * in which they arrived: by the topmost {@code Received}, as public-inbox does, else by {@code
   * Date}.
   */
  private static final class ArrivalOrder {
    private ArrivalOrder() {}

    static List<RawMessage> of(List<RawMessage> mails) {
      List<Arrived> arrived = new ArrayList<>();
      for (RawMessage mail : mails) {
        arrived.add(new Arrived(mail, timeOf(mail.octets())));
      }
      Collections.sort(arrived);
      List<RawMessage> ordered = new ArrayList<>();
      for (Arrived one : arrived) {
        ordered.add(one.mail());
      }
      return ordered;
    }

    /**
     * Compares by itself: what Comparator.comparing gives is linked at run time, which takes long.
     */
    private record Arrived(RawMessage mail, Instant time) implements Comparable<Arrived> {
      @Override
      public int compareTo(Arrived other) {
        return time.compareTo(other.time);
      }
    }

    private static Instant timeOf(Octets mail) {
      Optional<Instant> sent = Optional.empty();
      int at = 0;
      for (int colon = HeaderLine.colonOf(mail, at); colon > 0; ) {
        int end = HeaderLine.endOfHeader(mail, at);
        String value = mail.slice(colon + 1, end).decode(StandardCharsets.ISO_8859_1);
        if (HeaderLine.isNamed(mail, at, colon, "received")) {
          Optional<Instant> received = MailDate.parse(value.substring(value.lastIndexOf(';') + 1));
          if (received.isPresent()) {
            return received.get();
          }
        } else if (HeaderLine.isNamed(mail, at, colon, "date")) {
          sent = MailDate.parse(value);
        }
        at = end;
        colon = at < mail.length() ? HeaderLine.colonOf(mail, at) : -1;
      }
      return sent.orElse(Instant.EPOCH);
    }
  }

  /**
   * Reads the page that public-inbox sends with status 300 for an id that a list does not have:
   * links to the same mail in other lists, or to mails whose ids are like it, then to other
   * archives.
   */
  private static final class CandidatePage {
    private static final String LINK = "href=\"";
    private static final String OTHER_ARCHIVES = "try an external site";

    private CandidatePage() {}

    /**
     * Names a mail that the page links to.
     *
     * @param page where it is, with a slash at its end
     */
    record Candidate(MessageId id, URI page) {}

    /**
     * Returns the candidates in the order of the page, which stands at {@code base}; none where the
     * server knows nothing like the id.
     */
    static List<Candidate> read(Octets page, URI base) {
      String html = page.decode(StandardCharsets.UTF_8);
      int end = html.indexOf(OTHER_ARCHIVES);
      String own = end < 0 ? html : html.substring(0, end);
      List<Candidate> candidates = new ArrayList<>();
      for (int at = own.indexOf(LINK); at >= 0; at = own.indexOf(LINK, at)) {
        at += LINK.length();
        int quote = own.indexOf('"', at);
        if (quote < 0) {
          break;
        }
        candidate(own.substring(at, quote), base).ifPresent(candidates::add);
      }
      return candidates;
    }

    private static Optional<Candidate> candidate(String target, URI base) {
      String address = target.replace("&amp;", "&").replace("&#38;", "&");
      if (!address.endsWith("/")) {
        return Optional.empty();
      }
      int slash = address.lastIndexOf('/', address.length() - 2);
      String id = PercentCode.decode(address.substring(slash + 1, address.length() - 1));
      try {
        return id.indexOf('@') > 0
            ? Optional.of(new Candidate(new MessageId(id), base.resolve(address)))
            : Optional.empty();
      } catch (IllegalArgumentException noAddress) {
        return Optional.empty();
      }
    }
  }
}
