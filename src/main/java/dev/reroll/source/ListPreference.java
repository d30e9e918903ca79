package dev.reroll.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reroll.bytes.Octets;
import dev.reroll.message.HeaderLine;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
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
   * @param patterns globs for ids of lists, the best first, such as {@code *.kernel.org}; as
   *     Python's {@code fnmatch}, which b4 uses, has them: {@code *}, {@code ?}, {@code [a-z]},
   *     {@code [!a-z]}
   */
  public ListPreference(List<String> patterns) {
    this.patterns = patterns.stream().map(glob -> glob.toLowerCase(Locale.ROOT)).toList();
  }

  /** Returns one copy of each mail, where its first copy was; mails without an id stay. */
  public List<RawMessage> chosen(List<RawMessage> mails) {
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
    return rank(mail.octets());
  }

  /**
   * Returns how good a copy is by the best of its lists, 0 is the best; without a list its id is
   * empty.
   */
  public int rank(Octets mail) {
    boolean hasList = false;
    int best = patterns.size();
    int at = 0;
    for (int colon = HeaderLine.colonOf(mail, at); colon > 0; ) {
      int end = HeaderLine.endOfHeader(mail, at);
      if (HeaderLine.isNamed(mail, at, colon, "list-id")) {
        hasList = true;
        best = Math.min(best, rank(idIn(mail.slice(colon + 1, end).decode(UTF_8))));
      }
      at = end;
      colon = at < mail.length() ? HeaderLine.colonOf(mail, at) : -1;
    }
    return hasList ? best : rank("");
  }

  private int rank(String list) {
    int index = 0;
    while (index < patterns.size() && !Glob.fits(list, patterns.get(index))) {
      index++;
    }
    return index;
  }

  private static String idIn(String value) {
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', open + 1);
    String id = open < 0 || close < 0 ? value : value.substring(open + 1, close);
    return id.strip().toLowerCase(Locale.ROOT);
  }

  /** Matches a glob; of the stars only the last is tried anew, so time is the product of both. */
  private static final class Glob {
    private Glob() {}

    static boolean fits(String text, String glob) {
      int at = 0;
      int in = 0;
      int star = -1;
      int retry = 0;
      while (at < text.length()) {
        if (in < glob.length() && glob.charAt(in) == '*') {
          star = in++;
          retry = at;
        } else if (in < glob.length() && fitsOne(text.charAt(at), glob, in)) {
          at++;
          in = next(glob, in);
        } else if (star >= 0) {
          at = ++retry;
          in = star + 1;
        } else {
          return false;
        }
      }
      return glob.substring(in).chars().allMatch(c -> c == '*');
    }

    private static boolean fitsOne(char c, String glob, int in) {
      int end = closing(glob, in);
      if (end < 0) {
        return glob.charAt(in) == '?' || glob.charAt(in) == c;
      }
      boolean isNegated = glob.charAt(in + 1) == '!';
      boolean isListed = false;
      for (int i = isNegated ? in + 2 : in + 1; i < end; i++) {
        boolean isRange = i + 2 < end && glob.charAt(i + 1) == '-';
        char last = glob.charAt(isRange ? i + 2 : i);
        isListed |= glob.charAt(i) <= c && c <= last;
        i += isRange ? 2 : 0;
      }
      return isListed != isNegated;
    }

    private static int next(String glob, int in) {
      int end = closing(glob, in);
      return end < 0 ? in + 1 : end + 1;
    }

    /** Returns where the set that begins at {@code in} ends, -1 where none does. */
    private static int closing(String glob, int in) {
      if (glob.charAt(in) != '[') {
        return -1;
      }
      // A bracket that comes first is one of the set.
      return glob.indexOf(']', glob.startsWith("!", in + 1) ? in + 3 : in + 2);
    }
  }
}
