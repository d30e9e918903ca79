package dev.reroll.source.server;

import dev.reroll.message.MessageId;
import dev.reroll.message.Octets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the page that public-inbox sends with status 300 for an id that a list does not have: links
 * to the same mail in other lists, or to mails whose ids are like it, then to other archives.
 */
final class CandidatePage {
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
