package dev.reroll.source.server;

import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.source.server.ServerAddress.PercentCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a series by one of its mails.
 *
 * <p>A user may type the id, bare or in angle brackets, behind {@code id:}, {@code rfc822msgid:},
 * {@code mid:} (RFC 2392), {@code news:} (RFC 5538) or {@code Message-ID:}; the address of a mail
 * at a public-inbox server, whose host and list then count, whatever is configured, also behind
 * {@code Link:}; a Patchwork address {@code /project/P/patch/ID/}; any other address that ends in
 * an id.
 *
 * @param id of the mail
 * @param server where to look, if the name says so
 */
public record SeriesName(MessageId id, Optional<ServerAddress> server) {
  private static final List<String> PREFIXES =
      List.of("id:", "rfc822msgid:", "message-id:", "msgid:", "mid:");

  /** What public-inbox has below the page of a mail. */
  private static final List<String> VIEWS =
      List.of("raw", "t", "T", "s", "t.mbox.gz", "t.atom", "mbox");

  /** What other archives have before the id in their addresses. */
  private static final List<String> OTHER_ARCHIVES =
      List.of("patch", "cover", "message", "message-id", "msgid-search", "msgid", "mid");

  /** Hosts that know nothing but the way to the archive that everyone means. */
  private static final List<String> REDIRECTORS =
      List.of("msgid.link", "patch.msgid.link", "r.kernel.org");

  /**
   * Finds what {@code typed} names; nothing where it can only be a file or a folder, or an address
   * without an id. Files are not looked for: a file whose name looks like an id comes first, so
   * callers look before they ask.
   */
  public static Optional<SeriesName> find(String typed) {
    String text = typed.strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return inAddress(text);
    }
    String trailer = addressBehindKey(text);
    if (!trailer.isEmpty()) {
      return inAddress(trailer);
    }
    if (lower.startsWith("news:")) {
      return inNews(text.substring("news:".length()));
    }
    for (String prefix : PREFIXES) {
      if (lower.startsWith(prefix)) {
        String id = text.substring(prefix.length()).strip();
        return named(unbracketed(prefix.equals("mid:") ? PercentCode.decode(id) : id));
      }
    }
    if (text.startsWith("<") && text.endsWith(">")) {
      return named(unbracketed(text));
    }
    return lower.contains("://") ? Optional.empty() : named(text);
  }

  /** Returns the address of a line such as {@code Link: https://…}, or in angle brackets. */
  private static String addressBehindKey(String text) {
    String bare = unbracketed(text);
    int colon = bare.indexOf(':');
    boolean isKey =
        colon > 0 && bare.substring(0, colon).chars().allMatch(c -> c == '-' || isLetter(c));
    String value = isKey ? unbracketed(bare.substring(colon + 1).strip()) : "";
    return isAddress(value) ? value : isAddress(bare) && !bare.equals(text) ? bare : "";
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Reads {@code news:ID} and {@code news://host/ID} (RFC 5538). */
  private static Optional<SeriesName> inNews(String text) {
    int slash = text.startsWith("//") ? text.indexOf('/', 2) : -1;
    return text.startsWith("//") && slash < 0
        ? Optional.empty()
        : named(unbracketed(PercentCode.decode(text.substring(slash + 1))));
  }

  /** Names the series of a mail that was piped from a mail reader; nothing if it has no id. */
  public static Optional<SeriesName> of(RawMessage mail) {
    return mail.id().map(id -> new SeriesName(id, Optional.empty()));
  }

  /** Whether {@code typed} is a web address. */
  public static boolean isAddress(String typed) {
    String lower = typed.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  private static Optional<SeriesName> named(String id) {
    return isId(id)
        ? Optional.of(new SeriesName(new MessageId(id), Optional.empty()))
        : Optional.empty();
  }

  private static String unbracketed(String text) {
    return text.startsWith("<") && text.endsWith(">") && text.length() > 1
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static boolean isId(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at < text.length() - 1
        && text.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 127);
  }

  private static Optional<SeriesName> inAddress(String text) {
    URI address;
    try {
      address = URI.create(text.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20"));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
    if (address.getHost() == null) {
      return Optional.empty();
    }
    List<String> segments = segmentsOf(address.getRawPath());
    int last = segments.size() - 1;
    while (last > 0 && VIEWS.contains(segments.get(last))) {
      last--;
    }
    String id = last < 0 ? "" : unbracketed(PercentCode.decode(segments.get(last)));
    return isId(id)
        ? Optional.of(new SeriesName(new MessageId(id), server(address, segments.subList(0, last))))
        : inQuery(address);
  }

  private static List<String> segmentsOf(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return segments;
  }

  /** Finds the server of the address: the list before the id, or the host where there is none. */
  private static Optional<ServerAddress> server(URI address, List<String> before) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    String kind = before.isEmpty() ? "" : before.get(before.size() - 1);
    if (OTHER_ARCHIVES.contains(kind) || REDIRECTORS.contains(host)) {
      return Optional.empty();
    }
    String root = address.getScheme().toLowerCase(Locale.ROOT) + "://" + authority(address) + "/";
    if (before.isEmpty() || kind.equals("r")) {
      boolean isLore = host.equals("lore.kernel.org");
      return Optional.of(isLore ? ServerAddress.LORE : ServerAddress.ofBase(root));
    }
    return Optional.of(ServerAddress.ofBase(root + String.join("/", before) + "/"));
  }

  /** Names and passwords are left behind: they would be shown in messages. */
  private static String authority(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return address.getPort() < 0 ? host : host + ":" + address.getPort();
  }

  /** Other archives have the id in a parameter, the last of which is meant. */
  private static Optional<SeriesName> inQuery(URI address) {
    String query = address.getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    String value = query.substring(query.lastIndexOf('=') + 1);
    return named(unbracketed(PercentCode.decode(value)));
  }
}
