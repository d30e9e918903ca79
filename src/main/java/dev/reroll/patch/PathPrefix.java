package dev.reroll.patch;

import dev.reroll.message.Octets;
import java.util.Optional;

/**
 * Takes the first component off the names in a diff ({@code a/}, {@code b/}, or any other), as
 * {@code git apply -p1} does, unless the diff was made without prefixes.
 */
final class PathPrefix {
  /** No system has longer paths; the search is quadratic. */
  private static final int LONGEST = 2 * 4096 + 16;

  private PathPrefix() {}

  /** Names the one file of a {@code diff --git} line. */
  record GitName(Octets path, boolean prefixed) {}

  /** Returns {@code name} without its first component; as it is where it has only one. */
  static Octets strip(Octets name) {
    int slash = name.indexOf('/', 0);
    return slash < 0 || slash == name.length() - 1 ? name : name.slice(slash + 1);
  }

  /** Says whether the two names of a plain diff begin with a component that is not a folder's. */
  static boolean isPrefixed(Octets oldName, Octets newName) {
    if (oldName.startsWith("a/") || newName.startsWith("b/")) {
      return true;
    }
    boolean sameFolder =
        firstComponent(oldName).equals(firstComponent(newName))
            || oldName.startsWith("/dev/null")
            || newName.startsWith("/dev/null");
    return !sameFolder;
  }

  /**
   * Finds the file that both names of {@code a/x b/x} stand for: the one place to cut at which both
   * halves agree but for their prefixes. Empty for a rename.
   */
  static Optional<GitName> sameFile(Octets names) {
    if (names.length() > LONGEST) {
      return Optional.empty();
    }
    if (names.startsWith("\"") || names.endsWith("\"")) {
      return sameQuotedFile(names);
    }
    for (int cut = names.indexOf(' ', 0); cut >= 0; cut = names.indexOf(' ', cut + 1)) {
      Optional<GitName> name = agree(names.slice(0, cut), names.slice(cut + 1));
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  private static Optional<GitName> sameQuotedFile(Octets names) {
    int end = names.startsWith("\"") ? QuotedPath.endOfQuoted(names) : names.indexOf('"', 0) - 1;
    if (end < 0 || end + 1 > names.length()) {
      return Optional.empty();
    }
    return agree(QuotedPath.unquote(names.slice(0, end)), QuotedPath.unquote(names.slice(end + 1)));
  }

  private static Optional<GitName> agree(Octets oldName, Octets newName) {
    if (oldName.isEmpty() || newName.isEmpty()) {
      return Optional.empty();
    }
    if (oldName.equals(newName)) {
      return Optional.of(new GitName(oldName, false));
    }
    Octets path = strip(oldName);
    boolean agrees = oldName.indexOf('/', 0) > 0 && path.equals(strip(newName));
    return agrees ? Optional.of(new GitName(path, true)) : Optional.empty();
  }

  private static Octets firstComponent(Octets name) {
    int slash = name.indexOf('/', 0);
    return slash < 0 ? Octets.EMPTY : name.slice(0, slash);
  }
}
