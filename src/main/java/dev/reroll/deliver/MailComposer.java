package dev.reroll.deliver;

import dev.reroll.message.MessageId;
import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a mail into headers and an encoded body (RFC 5322, 2045 and 3834). */
public final class MailComposer {
  /** Says in each of our mails which two versions it compares. */
  public static final String VERSIONS_HEADER = "X-Reroll-Versions";

  private final String userAgent;
  private final Optional<BodyEncoding> encoding;

  /**
   * Readies a composer.
   *
   * @param userAgent what names this program and its version
   * @param encoding how bodies travel; empty for what suits each
   */
  public MailComposer(String userAgent, Optional<BodyEncoding> encoding) {
    this.userAgent = userAgent;
    this.encoding = encoding;
  }

  /** Composes {@code mail}; its lines end in LF. */
  public ComposedMail compose(OutgoingMail mail, Stamp stamp) {
    Octets body = withLastLineEnd(mail.body());
    BodyEncoding chosen = encoding.orElseGet(() -> BodyEncoding.choose(body));
    Octets headers = headers(mail, stamp, chosen);
    Octets encoded = chosen.encode(body);
    return ComposedMail.of(
        new OctetBuilder(headers.length() + encoded.length() + 1)
            .append(headers)
            .append('\n')
            .append(encoded)
            .toOctets());
  }

  private Octets headers(OutgoingMail mail, Stamp stamp, BodyEncoding chosen) {
    HeaderWriter headers = new HeaderWriter();
    headers
        .people("From", List.of(mail.from()))
        .people("To", mail.recipients().to())
        .people("Cc", mail.recipients().cc())
        .people("Bcc", mail.recipients().bcc())
        .text("Subject", mail.subject())
        .fixed("Date", stamp.headerDate())
        .fixed("Message-ID", bracketed(stamp.id()))
        .fixed("In-Reply-To", bracketed(mail.place().parent()))
        .fixed("References", references(mail.place()))
        .fixed("User-Agent", HeaderText.clean(userAgent))
        .fixed(VERSIONS_HEADER, mail.versions());
    if (!mail.confirmed()) {
      headers.fixed("Auto-Submitted", "auto-generated");
    }
    return headers
        .fixed("MIME-Version", "1.0")
        .fixed("Content-Type", "text/plain; charset=UTF-8")
        .fixed("Content-Transfer-Encoding", chosen.token())
        .toOctets();
  }

  private static String references(ThreadPlace place) {
    return place.references().stream()
        .map(MailComposer::bracketed)
        .collect(Collectors.joining(" "));
  }

  private static String bracketed(MessageId id) {
    return "<" + id + ">";
  }

  private static Octets withLastLineEnd(Octets body) {
    return body.isEmpty() || body.endsWith("\n")
        ? body
        : new OctetBuilder(body.length() + 1).append(body).append('\n').toOctets();
  }
}
