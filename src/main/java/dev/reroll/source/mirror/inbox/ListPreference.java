package dev.reroll.source.mirror.inbox;

import dev.reroll.message.HeaderLine;
import dev.reroll.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ranks the copies that several lists made of one mail, by their {@code List-Id} (RFC 2919), as
 * {@code b4.listid-preference} wants it: the list whose pattern comes first is the best.
 */
public final class ListPreference {
  private final List<Pattern> patterns = new ArrayList<>();

  /**
   * Readies the patterns.
   *
   * @param globs such as {@code *.linux.dev}, the best first
   */
  public ListPreference(List<String> globs) {
    for (String glob : globs) {
      StringBuilder pattern = new StringBuilder();
      for (char c : glob.toLowerCase(Locale.ROOT).toCharArray()) {
        pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
      patterns.add(Pattern.compile(pattern.toString()));
    }
  }

  /** Returns how good a copy is: 0 is the best. */
  public int rank(Octets mail) {
    int best = patterns.size();
    for (String list : lists(mail)) {
      for (int i = 0; i < best; i++) {
        if (patterns.get(i).matcher(list).matches()) {
          best = i;
        }
      }
    }
    return best;
  }

  private static List<String> lists(Octets mail) {
    List<String> lists = new ArrayList<>();
    int at = 0;
    int colon;
    while ((colon = HeaderLine.colonOf(mail, at)) > 0) {
      int end = HeaderLine.endOfHeader(mail, at);
      if (HeaderLine.isNamed(mail, at, colon, "list-id")) {
        String value = mail.slice(colon + 1, end).decode(StandardCharsets.UTF_8);
        int open = value.lastIndexOf('<');
        int close = value.indexOf('>', open);
        String id = open >= 0 && close > open ? value.substring(open + 1, close) : value;
        lists.add(id.strip().toLowerCase(Locale.ROOT));
      }
      at = end;
    }
    return lists;
  }
}
