package dev.reroll.render.html;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MessageId;
import java.util.Optional;

/**
 * Makes links to mails on a server.
 *
 * @param mask the address of a mail, with {@code %s} for its message-id: {@code
 *     https://lore.kernel.org/r/%s}
 */
public record MailLinks(String mask) {
  private static final String HEX = "0123456789ABCDEF";

  /** Links to where most lists of the kernel are kept; b4's default. */
  public static final MailLinks LORE = new MailLinks("https://lore.kernel.org/r/%s");

  /** Makes links nowhere. */
  public static final MailLinks NONE = new MailLinks("");

  /** Checks that the mask is an address of the web, or empty. */
  public MailLinks {
    if (!mask.isEmpty() && !isMask(mask)) {
      throw new IllegalArgumentException("no mask: " + mask);
    }
  }

  /** Whether {@code text} is an address of the web that has a place for a message-id. */
  public static boolean isMask(String text) {
    return (text.startsWith("https://") || text.startsWith("http://"))
        && text.indexOf("%s") > 0
        && text.indexOf("%s") == text.lastIndexOf("%s");
  }

  /** Returns the address of a mail; empty where there is none. */
  String url(Optional<MessageId> id) {
    if (mask.isEmpty() || id.isEmpty()) {
      return "";
    }
    int place = mask.indexOf("%s");
    return mask.substring(0, place) + escaped(id.get().value()) + mask.substring(place + 2);
  }

  private static String escaped(String id) {
    Octets octets = Octets.utf8(id);
    StringBuilder url = new StringBuilder();
    for (int i = 0; i < octets.length(); i++) {
      char octet = (char) (octets.at(i) & 0xff);
      boolean stays =
          (octet >= 'a' && octet <= 'z')
              || (octet >= 'A' && octet <= 'Z')
              || (octet >= '0' && octet <= '9')
              || "-._~@+=$".indexOf(octet) >= 0;
      if (stays) {
        url.append(octet);
      } else {
        url.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
      }
    }
    return url.toString();
  }
}
