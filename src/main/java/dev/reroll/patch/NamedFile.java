package dev.reroll.patch;

import dev.reroll.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the name on a {@code ---} or {@code +++} line of a diff. */
final class NamedFile {
  private static final int MARK_LENGTH = "--- ".length();

  /** Is loaded only where a diff was not made by git. */
  private static final class Form {
    static final Pattern TIME_STAMP =
        Pattern.compile(
            "(?<! )[ ]++\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?("
                + " [+-]\\d\\d:?\\d\\d)?$");
  }

  private NamedFile() {}

  /** Returns the name unquoted, prefix included, without what stands behind a tab. */
  static Octets onLine(Octets line) {
    Octets name = line.slice(MARK_LENGTH);
    if (name.startsWith("\"")) {
      return QuotedPath.unquote(name);
    }
    int tab = name.indexOf('\t', 0);
    Octets bare = tab < 0 ? name : name.slice(0, tab);
    return bare.endsWith("\r") ? bare.slice(0, bare.length() - 1) : bare;
  }

  /** Returns the same for a diff that git did not make: a time stamp behind blanks goes too. */
  static Octets onPlainLine(Octets line) {
    Octets name = onLine(line);
    Matcher stamp = Form.TIME_STAMP.matcher(name.decode(StandardCharsets.ISO_8859_1));
    return stamp.find() && stamp.start() > 0 ? name.slice(0, stamp.start()) : name;
  }

  /**
   * Chooses the one name of a plain diff whose lines name two: the new one, as {@code git apply}
   * does, unless that is the old one with an ending ({@code io.c~}).
   */
  static Octets chosen(Octets before, Octets after) {
    boolean hasEnding =
        after.length() > before.length()
            && !before.isEmpty()
            && after.slice(0, before.length()).equals(before);
    return hasEnding ? before : after;
  }
}
