package dev.reroll.apply.read;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.QuotedPath;
import java.util.Optional;

/** Reads the names in git's extended header. */
final class GitHeadNames {
  private static final String NONE = "/dev/null";

  /** No system has longer paths; the search for where the second begins is quadratic. */
  private static final int MAX_OCTETS = 2 * 4096 + 16;

  private static final String ENDS = "\r\f\u000b";

  private GitHeadNames() {}

  /** Whether {@code text} stands for no file. */
  static boolean isNone(Octets text) {
    return text.startsWith(NONE)
        && (text.length() == NONE.length() || text.at(NONE.length()) <= ' ');
  }

  /** Returns the path that stands behind {@code ---} or {@code +++}, up to a tab. */
  static Optional<Octets> named(Octets text, Stripping stripping) {
    if (text.startsWith("\"")) {
      return stripping.strip(QuotedPath.unquote(text));
    }
    return stripping.strip(upTo(text, ENDS + "\t"));
  }

  /** Returns the path that stands behind {@code rename from} and the like, which has no prefix. */
  static Octets whole(Octets text) {
    Octets path = text.startsWith("\"") ? QuotedPath.unquote(text) : upTo(text, ENDS);
    return Stripping.withoutDoubleSlashes(path);
  }

  /** Returns {@code text} up to the first of {@code ends}. */
  static Octets upTo(Octets text, String ends) {
    int end = 0;
    while (end < text.length() && ends.indexOf(text.at(end)) < 0) {
      end++;
    }
    return text.slice(0, end);
  }

  /**
   * Finds the path that both names of {@code a/x b/x} stand for: the one place to cut at which both
   * halves agree but for their prefixes. Empty for a rename.
   */
  static Optional<Octets> common(Octets names, Stripping stripping) {
    if (names.length() > MAX_OCTETS) {
      return Optional.empty();
    }
    if (names.startsWith("\"")) {
      int end = QuotedPath.endOfQuoted(names);
      return end < 0 || end >= names.length()
          ? Optional.empty()
          : agreed(names.slice(0, end), names.slice(end + 1), stripping);
    }
    int quote = names.endsWith("\"") ? names.indexOf('"', 0) : -1;
    if (quote > 0) {
      return agreed(names.slice(0, quote - 1), names.slice(quote), stripping);
    }
    for (int cut = names.indexOf(' ', 0); cut >= 0; cut = names.indexOf(' ', cut + 1)) {
      Optional<Octets> path = agreed(names.slice(0, cut), names.slice(cut + 1), stripping);
      if (path.isPresent()) {
        return path;
      }
    }
    return Optional.empty();
  }

  private static Optional<Octets> agreed(Octets before, Octets after, Stripping stripping) {
    Optional<Octets> path = stripping.strip(QuotedPath.unquote(before));
    return path.equals(stripping.strip(QuotedPath.unquote(after))) ? path : Optional.empty();
  }
}
