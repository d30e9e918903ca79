package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a {@code Content-Type} header (RFC 2045, 5), leniently; without one it is text/plain. */
final class MediaType {
  private final String type;
  private final List<String> parameters;

  private MediaType(String type, List<String> parameters) {
    this.type = type;
    this.parameters = parameters;
  }

  static MediaType of(Optional<Octets> header) {
    String value = header.orElse(Octets.EMPTY).decode(StandardCharsets.ISO_8859_1);
    List<String> pieces = splitAtSemicolons(value);
    String type = pieces.get(0).strip().toLowerCase(Locale.ROOT);
    return new MediaType(type.isEmpty() ? "text/plain" : type, pieces.subList(1, pieces.size()));
  }

  private static List<String> splitAtSemicolons(String value) {
    List<String> pieces = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        pieces.add(value.substring(start, i));
        start = i + 1;
      }
    }
    pieces.add(value.substring(start));
    return pieces;
  }

  /** Returns the type in lower case, such as {@code text/plain}. */
  String type() {
    return type;
  }

  /** Whether it is a mail of its own. */
  boolean isMessage() {
    return type.equals("message/rfc822") || type.equals("message/global");
  }

  boolean isMultipart() {
    return type.startsWith("multipart/");
  }

  /** Whether it names the boundary between the parts; without one they are guesswork. */
  boolean namesBoundary() {
    return !parameter("boundary").orElse("").isEmpty();
  }

  CharsetName charset() {
    Optional<String> name = parameter("charset");
    return name.isPresent() ? new CharsetName(name.get()) : CharsetName.NONE;
  }

  boolean isFlowed() {
    return parameter("format").orElse("").equalsIgnoreCase("flowed");
  }

  boolean deletesBlanks() {
    return parameter("delsp").orElse("").equalsIgnoreCase("yes");
  }

  private Optional<String> parameter(String name) {
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return Optional.of(parameter.substring(equals + 1).replace("\"", "").strip());
      }
    }
    return Optional.empty();
  }
}
