package dev.reroll.patch;

import dev.reroll.bytes.Octets;

/**
 * The text below the last diff of a mail: {@code base-commit:} and {@code change-id:} lines, a
 * greeting, the signature, the footer of a mailing list.
 *
 * <p>The lines of a hunk are counted, so what looks like a footer inside of one is none, and what
 * stands right below the last one is not taken for a part of it. Linear in the diff.
 */
public final class DiffTail {
  private static final String[] HEADER_LINES = {
    "index ",
    "--- ",
    "+++ ",
    "old mode ",
    "new mode ",
    "new file mode ",
    "deleted file mode ",
    "similarity index ",
    "dissimilarity index ",
    "rename ",
    "copy ",
    "Binary files ",
    "GIT binary patch"
  };

  private final LineCursor cursor;

  private DiffTail(Octets diff) {
    cursor = new LineCursor(diff);
  }

  /** Returns what stands below the last hunk, binary block or header of {@code diff}. */
  public static Octets of(Octets diff) {
    DiffTail tail = new DiffTail(diff);
    int end = 0;
    while (!tail.cursor.atEnd()) {
      if (tail.skipFileHeader() || tail.skipHunk()) {
        end = tail.cursor.offset();
      } else {
        tail.cursor.advance();
      }
    }
    return diff.slice(end);
  }

  private boolean skipFileHeader() {
    if (!FileHeader.startsGitDiff(cursor)) {
      return false;
    }
    cursor.advance();
    while (!cursor.atEnd() && isHeaderLine()) {
      cursor.advance();
    }
    while (cursor.startsWith("literal ") || cursor.startsWith("delta ")) {
      skipBinaryBlock();
    }
    return true;
  }

  private boolean isHeaderLine() {
    for (String start : HEADER_LINES) {
      if (cursor.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** Skips the lines up to the empty one that ends them, and that one. */
  private void skipBinaryBlock() {
    while (!cursor.atEnd() && !cursor.bareLine().isEmpty()) {
      cursor.advance();
    }
    cursor.advance();
  }

  private boolean skipHunk() {
    SpanScanner header = new SpanScanner(cursor.line());
    if (!cursor.startsWith("@@ -") || !header.scan()) {
      return false;
    }
    cursor.advance();
    int before = header.before().count();
    int after = header.after().count();
    while (!cursor.atEnd() && (before > 0 || after > 0)) {
      char sign = sign();
      if (sign == 0) {
        return true;
      }
      before -= sign == ' ' || sign == '-' ? 1 : 0;
      after -= sign == ' ' || sign == '+' ? 1 : 0;
      cursor.advance();
    }
    if (cursor.startsWith("\\ ")) {
      cursor.advance();
    }
    return true;
  }

  /** Returns the sign of a line in a hunk, where an empty line lost its space; 0 for another. */
  private char sign() {
    if (cursor.bareLine().isEmpty()) {
      return ' ';
    }
    char first = (char) cursor.line().at(0);
    return " +-\\".indexOf(first) >= 0 ? first : 0;
  }
}
