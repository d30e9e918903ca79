package dev.reroll.source.server;

import dev.reroll.message.MessageId;
import dev.reroll.problem.Refusal;
import java.net.URI;

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
}
