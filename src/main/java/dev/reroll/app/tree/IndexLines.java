package dev.reroll.app.tree;

import dev.reroll.mail.PatchMail;
import dev.reroll.message.Octets;
import dev.reroll.repo.objects.ObjectPresence;
import dev.reroll.series.SeriesVersion;
import java.nio.charset.StandardCharsets;

/**
 * Looks in a repository for the contents that a version's {@code index} lines begin with, until one
 * is there. Runs in each comparison inside of a repository, so it reads lines only.
 */
final class IndexLines {
  private static final String INDEX = "index ";
  private static final String EMPTY_BLOB = "e69de29";
  private static final int LEAST_DIGITS = 7;

  /** Enough to tell a foreign repository, whatever the size of the series. */
  private static final int MOST_LOOKUPS = 16;

  private final ObjectPresence objects;
  private int lookups;

  IndexLines(ObjectPresence objects) {
    this.objects = objects;
  }

  /** Says whether the repository has any content that {@code version} was made on. */
  boolean isHere(SeriesVersion version) {
    lookups = 0;
    for (PatchMail mail : version.patches()) {
      if (isHere(mail.diff())) {
        return true;
      }
    }
    return false;
  }

  private boolean isHere(Octets diff) {
    for (int line = 0; line < diff.length(); line = diff.endOfLine(line)) {
      if (diff.startsWith(INDEX, line)) {
        int dots = diff.indexOf('.', line);
        String id =
            dots < 0
                ? ""
                : diff.slice(line + INDEX.length(), dots).decode(StandardCharsets.ISO_8859_1);
        if (lookups < MOST_LOOKUPS && isId(id)) {
          lookups++;
          if (objects.has(id)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The empty file is in every repository, and no file at all is in none. */
  private static boolean isId(String id) {
    boolean isZero = true;
    for (int i = 0; i < id.length(); i++) {
      char digit = id.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
      isZero &= digit == '0';
    }
    return id.length() >= LEAST_DIGITS && !isZero && !id.startsWith(EMPTY_BLOB);
  }
}
