package dev.reroll.deliver;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.deliver.OutgoingMail.Recipients;
import dev.reroll.mail.Person;
import dev.reroll.message.HeaderLine;
import dev.reroll.message.MessageId;
import dev.reroll.problem.Refusal;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail that is ready to be kept or sent.
 *
 * @param octets headers, an empty line, the encoded body; lines end in LF
 */
public record ComposedMail(Octets octets) {
  private static final String ENCODING = "Content-Transfer-Encoding";

  static ComposedMail of(Octets octets) {
    return new ComposedMail(octets);
  }

  /**
   * Reads a mail that was kept, and may have been edited since.
   *
   * @param name its file, for what is said about it
   * @throws Refusal where it lacks what a mail needs to be sent
   */
  public static ComposedMail read(Octets octets, String name) throws Refusal {
    ComposedMail mail = new ComposedMail(withLineFeeds(octets));
    for (String header : List.of("From", "Message-ID", "Date")) {
      if (mail.find(header).isEmpty()) {
        throw Refusal.unreadable(
            "cannot send '" + name + "': it has no header " + header,
            "reroll mail --output=reply.eml BEFORE AFTER");
      }
    }
    mail.sender();
    mail.recipients();
    return mail;
  }

  private static Octets withLineFeeds(Octets octets) {
    if (octets.indexOf('\r', 0) < 0 || !octets.startsWith("\r\n", octets.indexOf('\r', 0))) {
      return octets;
    }
    OctetBuilder lines = new OctetBuilder(octets.length());
    for (int i = 0; i < octets.length(); i++) {
      if (!octets.startsWith("\r\n", i)) {
        lines.append(octets.at(i));
      }
    }
    return lines.toOctets();
  }

  /** Returns its message id. */
  public MessageId id() {
    String value = find("Message-ID").orElse("");
    String id = value.replace("<", "").replace(">", "").strip();
    return new MessageId(id.isEmpty() ? "none" : id);
  }

  /** Returns its subject, as it stands in the header. */
  public String subject() {
    return find("Subject").orElse("");
  }

  /** Returns how many octets travel: the whole mail, with two for each line end. */
  public int travelSize() {
    int size = octets.length();
    for (int at = 0; at < octets.length(); at = octets.endOfLine(at)) {
      size++;
    }
    return size;
  }

  /** Returns the mail as one that leaves without a person's confirmation (RFC 3834, 5). */
  public ComposedMail unconfirmed() {
    Octets body = octets.slice(bodyStart());
    return find("Auto-Submitted").isPresent()
        ? this
        : new ComposedMail(with("Auto-Submitted", Optional.of("auto-generated"), body));
  }

  /** Returns what names the pair of versions that it is about. */
  public String versions() {
    return find(MailComposer.VERSIONS_HEADER)
        .or(() -> find("In-Reply-To"))
        .orElseGet(() -> id().value());
  }

  /** Returns the address that it is from. */
  public String sender() throws Refusal {
    List<String> senders = people("From").stream().map(Person::address).toList();
    if (senders.isEmpty()) {
      throw Refusal.unreadable("the mail's From names no address");
    }
    return senders.get(0);
  }

  /** Returns those who get it. */
  public Recipients recipients() throws Refusal {
    return new Recipients(people("To"), people("Cc"), people("Bcc"));
  }

  private List<Person> people(String header) throws Refusal {
    List<Person> people = new ArrayList<>();
    try {
      for (InternetAddress address : InternetAddress.parse(find(header).orElse(""))) {
        String name = address.getPersonal() == null ? "" : address.getPersonal();
        if (!HeaderText.isAddress(address.getAddress())) {
          throw new AddressException("not an address: " + address.getAddress());
        }
        people.add(new Person(name, address.getAddress()));
      }
    } catch (AddressException | RuntimeException wrong) {
      throw Refusal.unreadable(
          "the mail's "
              + header
              + " cannot be read: "
              + HeaderText.clean(String.valueOf(wrong.getMessage())));
    }
    return people;
  }

  /** Finds the unfolded value of a header. */
  Optional<String> find(String name) {
    for (int at = 0; at < bodyStart() - 1; at = HeaderLine.endOfHeader(octets, at)) {
      int colon = HeaderLine.colonOf(octets, at);
      if (colon > 0 && HeaderLine.isNamed(octets, at, colon, name)) {
        Octets value = octets.slice(colon + 1, HeaderLine.endOfHeader(octets, at));
        return Optional.of(value.decode(StandardCharsets.UTF_8).replaceAll("\r?\n", "").strip());
      }
    }
    return Optional.empty();
  }

  private int bodyStart() {
    int at = 0;
    while (at < octets.length() && octets.at(at) != '\n') {
      at = octets.endOfLine(at);
    }
    return Math.min(at + 1, octets.length());
  }

  /** Returns it as it leaves: without {@code Bcc}. */
  Octets withoutBcc() {
    return with("Bcc", Optional.empty(), octets.slice(bodyStart()));
  }

  /** Whether its body has octets that not every server takes. */
  boolean needsEightBits() {
    for (int i = 0; i < octets.length(); i++) {
      if (octets.at(i) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the same mail with a body of ASCII alone, for servers that take nothing else. */
  ComposedMail inSevenBits() {
    Octets body = octets.slice(bodyStart());
    boolean isPlain = find(ENCODING).orElse("8bit").equalsIgnoreCase("8bit");
    if (!isPlain || !needsEightBits()) {
      return this;
    }
    BodyEncoding encoding = BodyEncoding.QUOTED_PRINTABLE;
    return new ComposedMail(with(ENCODING, Optional.of(encoding.token()), encoding.encode(body)));
  }

  /** Returns the mail with another body, and one header set to a value or left out. */
  private Octets with(String name, Optional<String> value, Octets body) {
    OctetBuilder changed = new OctetBuilder(octets.length());
    int end = bodyStart() - 1;
    for (int at = 0; at < end; at = HeaderLine.endOfHeader(octets, at)) {
      int colon = HeaderLine.colonOf(octets, at);
      if (colon < 0 || !HeaderLine.isNamed(octets, at, colon, name)) {
        changed.append(octets, at, HeaderLine.endOfHeader(octets, at));
      }
    }
    value.ifPresent(text -> changed.append(name + ": " + text + "\n"));
    return changed.append('\n').append(body).toOctets();
  }
}
