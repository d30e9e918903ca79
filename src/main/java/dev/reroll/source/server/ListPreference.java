package dev.reroll.source.server;

import dev.reroll.message.HeaderLine;
import dev.reroll.message.MessageId;
import dev.reroll.message.Octets;
import dev.reroll.message.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Chooses between copies of one mail that came through several lists: the one whose {@code List-Id}
 * (RFC 2919) fits an earlier pattern of {@code b4.listid-preference}.
 */
public final class ListPreference {
  private final List<String> patterns;

  /**
   * Prefers lists in the order of {@code patterns}.
   *
   * @param patterns ids of lists, with {@code *} for anything: {@code *.kernel.org}
   */
  public ListPreference(List<String> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** Returns one copy of each mail, where its first copy was; mails without an id stay. */
  List<RawMessage> chosen(List<RawMessage> mails) {
    Map<MessageId, Integer> places = new HashMap<>();
    List<RawMessage> chosen = new ArrayList<>();
    for (RawMessage mail : mails) {
      Integer place = mail.id().map(places::get).orElse(null);
      if (place == null) {
        mail.id().ifPresent(id -> places.put(id, chosen.size()));
        chosen.add(mail);
      } else if (rank(mail) < rank(chosen.get(place))) {
        chosen.set(place, mail);
      }
    }
    return chosen;
  }

  private int rank(RawMessage mail) {
    String list = listOf(mail.octets());
    for (int i = 0; i < patterns.size(); i++) {
      if (fits(list, patterns.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return patterns.size();
  }

  private static String listOf(Octets mail) {
    int at = 0;
    for (int colon = HeaderLine.colonOf(mail, at); colon > 0; ) {
      int end = HeaderLine.endOfHeader(mail, at);
      if (HeaderLine.isNamed(mail, at, colon, "list-id")) {
        return idIn(mail.slice(colon + 1, end).decode(StandardCharsets.UTF_8));
      }
      at = end;
      colon = at < mail.length() ? HeaderLine.colonOf(mail, at) : -1;
    }
    return "";
  }

  private static String idIn(String value) {
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', open + 1);
    String id = open < 0 || close < 0 ? value : value.substring(open + 1, close);
    return id.strip().toLowerCase(Locale.ROOT);
  }

  /** Matches piece by piece between the stars, from the left; patterns are short. */
  private static boolean fits(String text, String pattern) {
    String[] pieces = pattern.split("\\*", -1);
    if (pieces.length == 1) {
      return text.equals(pattern);
    }
    if (!text.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length - 1; i++) {
      int found = text.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    String last = pieces[pieces.length - 1];
    return text.length() - last.length() >= at && text.endsWith(last);
  }
}
