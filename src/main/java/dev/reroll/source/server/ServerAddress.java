package dev.reroll.source.server;

import dev.reroll.message.MessageId;
import dev.reroll.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where a public-inbox server keeps its threads, and where it is searched.
 *
 * @param mailMask the address of a mail, {@code %s} for its id: {@code https://host/all/%s}
 * @param searchMask the address of a search that brings a mailbox, {@code %s} for the query
 */
public record ServerAddress(String mailMask, String searchMask) {
  /** All lists of lore.kernel.org. */
  public static final ServerAddress LORE = ofBase("https://lore.kernel.org/all/");

  private static final String HOLE = "%s";

  /** Returns the server of one list, or of several, at {@code base}, which ends in a slash. */
  static ServerAddress ofBase(String base) {
    return new ServerAddress(base + "%s", base + "?x=m&t=1&q=%s");
  }

  /**
   * Returns the server that {@code b4.midmask} names; it is searched in the same place.
   *
   * @throws Refusal where the mask is none
   */
  public static ServerAddress ofMask(String mailMask) throws Refusal {
    check("b4.midmask", mailMask, "https://lore.kernel.org/all/%s");
    return new ServerAddress(mailMask, mailMask.replace(HOLE, "?x=m&t=1&q=%s"));
  }

  /**
   * Returns the server that {@code b4.midmask} and {@code b4.searchmask} name.
   *
   * @throws Refusal where one of them is no mask
   */
  public static ServerAddress ofMasks(String mailMask, String searchMask) throws Refusal {
    check("b4.midmask", mailMask, "https://lore.kernel.org/all/%s");
    check("b4.searchmask", searchMask, "https://lore.kernel.org/all/?x=m&t=1&q=%s");
    boolean whole = searchMask.contains("&t=1") || searchMask.contains("?t=1");
    return new ServerAddress(mailMask, whole ? searchMask : searchMask + "&t=1");
  }

  private static void check(String key, String mask, String example) throws Refusal {
    boolean isWeb = mask.startsWith("https://") || mask.startsWith("http://");
    if (!isWeb || !mask.contains(HOLE) || !isAddress(mask.replace(HOLE, "x"))) {
      throw Refusal.unreadable(
          key + " '" + mask + "' is not a web address with %s in it",
          "git config " + key + " '" + example + "'");
    }
  }

  private static boolean isAddress(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns the name of the host, with its port where that is unusual. */
  public String host() {
    URI address = URI.create(mailMask.replace(HOLE, "x"));
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }

  /** Returns the address of the page of one mail. */
  public URI page(MessageId id) {
    String filled = mailMask.replace(HOLE, PercentCode.encode(id.value()));
    return URI.create(filled.endsWith("/") ? filled : filled + "/");
  }

  URI thread(MessageId id) {
    return page(id).resolve("t.mbox.gz");
  }

  URI search(String query) {
    return URI.create(searchMask.replace(HOLE, PercentCode.encode(query)));
  }

  /** Writes and reads text in addresses (RFC 3986, 2.1), as UTF-8. */
  static final class PercentCode {
    private static final String PLAIN = "-._~@";
    private static final String DIGITS = "0123456789ABCDEF";

    private PercentCode() {}

    /** Returns {@code text} with everything unusual as {@code %XX}, {@code /} included. */
    static String encode(String text) {
      StringBuilder code = new StringBuilder();
      for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
        boolean letter = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
        if (letter || (octet >= '0' && octet <= '9') || PLAIN.indexOf(octet) >= 0) {
          code.append((char) octet);
        } else {
          code.append('%')
              .append(DIGITS.charAt((octet >> 4) & 15))
              .append(DIGITS.charAt(octet & 15));
        }
      }
      return code.toString();
    }

    /** Returns what {@code code} stands for; a {@code %} without two digits behind it stays. */
    static String decode(String code) {
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      for (int i = 0; i < code.length(); i++) {
        boolean escaped = code.charAt(i) == '%' && i + 2 < code.length();
        int high = escaped ? Character.digit(code.charAt(i + 1), 16) : -1;
        int low = escaped ? Character.digit(code.charAt(i + 2), 16) : -1;
        if (high >= 0 && low >= 0) {
          octets.write(high * 16 + low);
          i += 2;
        } else {
          octets.writeBytes(String.valueOf(code.charAt(i)).getBytes(StandardCharsets.UTF_8));
        }
      }
      return octets.toString(StandardCharsets.UTF_8);
    }
  }
}
