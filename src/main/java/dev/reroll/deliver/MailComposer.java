package dev.reroll.deliver;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.deliver.OutgoingMail.ThreadPlace;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a mail into headers and an encoded body (RFC 5322, 2045 and 3834). */
public final class MailComposer {
  /** Says in each of our mails which two versions it compares. */
  public static final String VERSIONS_HEADER = "X-Reroll-Versions";

  private final String userAgent;
  private final Optional<BodyEncoding> encoding;

  /**
   * Creates a composer.
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

  /**
   * Writes headers, folded at 76 columns where they have blanks (RFC 5322, 2.2.3); line ends are
   * LF.
   */
  private static final class HeaderWriter {
    private static final int WIDTH = 76;

    private final OctetBuilder out = new OctetBuilder(1024);

    /** Appends a header whose value is known to be clean. */
    HeaderWriter fixed(String name, String value) {
      return folded(name, List.of(value.split(" ", -1)));
    }

    /** Appends a header whose value may be anything. */
    HeaderWriter text(String name, String value) {
      return folded(name, HeaderText.words(value));
    }

    /** Appends a header of people, folded between them where that will do; none for nobody. */
    HeaderWriter people(String name, List<Person> people) {
      if (people.isEmpty()) {
        return this;
      }
      List<String> words = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        List<String> parts = new ArrayList<>(HeaderText.words(people.get(i)));
        int last = parts.size() - 1;
        parts.set(last, parts.get(last) + (i < people.size() - 1 ? "," : ""));
        String whole = String.join(" ", parts);
        words.addAll(whole.length() < WIDTH ? List.of(whole) : parts);
      }
      return folded(name, words);
    }

    private HeaderWriter folded(String name, List<String> words) {
      out.append(name).append(':');
      int column = name.length() + 1;
      boolean first = true;
      for (String word : words) {
        if (!first && column + 1 + word.length() > WIDTH) {
          out.append('\n');
          column = 0;
        }
        out.append(' ').append(word);
        column += 1 + word.length();
        first = false;
      }
      out.append('\n');
      return this;
    }

    Octets toOctets() {
      return out.toOctets();
    }
  }

  /**
   * What makes one mail different from every other.
   *
   * @param id its message id
   * @param date when it was composed
   */
  public record Stamp(MessageId id, ZonedDateTime date) {
    private static final DateTimeFormatter IN_ID =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter IN_HEADER =
        DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    /** Makes one for now; its id is in the domain of {@code address}. */
    public static Stamp now(Clock clock, String address) {
      ZonedDateTime now = ZonedDateTime.now(clock);
      String random = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
      String domain = address.substring(address.indexOf('@') + 1);
      return new Stamp(new MessageId(IN_ID.format(now) + "." + random + "-reroll@" + domain), now);
    }

    /** Returns the date as a header has it (RFC 5322, 3.3). */
    String headerDate() {
      return IN_HEADER.format(date);
    }
  }
}
