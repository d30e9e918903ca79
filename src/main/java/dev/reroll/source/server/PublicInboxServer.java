package dev.reroll.source.server;

import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.series.Query;
import dev.reroll.source.Archive;
import dev.reroll.source.ShellWord;
import dev.reroll.source.http.WebAnswer;
import dev.reroll.source.http.WebRequest;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** Opens the archives of a public-inbox server: one list, or all that it has. */
public final class PublicInboxServer implements Archive {
  private static final int MOST_CANDIDATES = 3;

  private final ServerAddress address;
  private final Fetcher fetcher;
  private final ListPreference preference;
  private final Consumer<String> warnings;

  /**
   * Readies a server; nothing is sent yet.
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
    List<String> forms = SearchWords.of(query);
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
            .limit(MOST_CANDIDATES)
            .toList();
    return new Refusal(
        Refusal.Kind.NOTHING_TO_COMPARE,
        address.host() + " has no mail '" + id + "', but " + String.join(", ", ids),
        ids.stream().map(like -> "reroll diff " + ShellWord.of(like)).toList());
  }
}
