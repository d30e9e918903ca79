package dev.reroll.patch;

import dev.reroll.message.Octets;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.FileDiff.ModeChange;
import java.util.List;
import java.util.Optional;

/** Collects what the header lines of one file's diff say, git's extended ones or plain ones. */
final class FileHeader {
  private static final String GIT = "diff --git ";

  private Octets before = Octets.EMPTY;
  private Octets after = Octets.EMPTY;
  private Octets index = Octets.EMPTY;
  private Octets mode = Octets.EMPTY;
  private String oldMode = "";
  private String newMode = "";
  private Change change = Change.MODIFIED;
  private boolean binary;
  private boolean prefixed = true;
  private boolean plain;

  private FileHeader() {}

  static boolean startsGitDiff(LineCursor cursor) {
    return cursor.startsWith(GIT);
  }

  static boolean startsCombinedDiff(LineCursor cursor) {
    return cursor.startsWith("diff --cc ") || cursor.startsWith("diff --combined ");
  }

  static boolean startsPlainDiff(LineCursor cursor) {
    return cursor.startsWith("--- ")
        && cursor.peek(1).startsWith("+++ ")
        && SpanScanner.isHeader(cursor.peek(2));
  }

  /** Reads from {@code diff --git} up to the first hunk, or to what is no header line. */
  static FileHeader readGit(LineCursor cursor, PatchIdText id) {
    FileHeader header = new FileHeader();
    header.takeGitNames(cursor.bareLine().slice(GIT.length()));
    id.startFile(cursor.line());
    cursor.advance();
    while (!cursor.atEnd() && !cursor.startsWith("@@ -") && header.takeLine(cursor, id)) {
      cursor.advance();
    }
    return header;
  }

  /** Reads {@code --- x} and {@code +++ y}. */
  static FileHeader readPlain(LineCursor cursor, PatchIdText id) {
    FileHeader header = new FileHeader();
    header.plain = true;
    Octets oldName = NamedFile.onPlainLine(cursor.bareLine());
    Octets newName = NamedFile.onPlainLine(cursor.peek(1));
    header.prefixed = PathPrefix.isPrefixed(oldName, newName);
    header.takeOldName(oldName);
    header.takeNewName(newName);
    id.startFile(cursor.line());
    cursor.advance();
    id.add(cursor.line());
    cursor.advance();
    return header;
  }

  /** Says whether anything happens to the file but for its hunks. */
  boolean isChange() {
    return binary || change != Change.MODIFIED || !newMode.isEmpty() || !before.equals(after);
  }

  /** Returns the file's diff; empty where no header line named the file. */
  Optional<FileDiff> toFileDiff(List<Hunk> hunks) {
    if (plain) {
      settlePlain(hunks);
    }
    Octets from = before.isEmpty() ? after : before;
    Octets to = after.isEmpty() ? before : after;
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Change whole = change == Change.MODIFIED && !from.equals(to) ? Change.RENAMED : change;
    Optional<ModeChange> modes =
        oldMode.isEmpty() || newMode.isEmpty()
            ? Optional.empty()
            : Optional.of(new ModeChange(new FileMode(oldMode), new FileMode(newMode)));
    return switch (whole) {
      case ADDED -> Optional.of(new FileDiff(whole, to, to, modes, index, mode, binary, hunks));
      case DELETED ->
          Optional.of(new FileDiff(whole, from, from, modes, index, mode, binary, hunks));
      default -> Optional.of(new FileDiff(whole, from, to, modes, index, mode, binary, hunks));
    };
  }

  /** Decides, as {@code git apply} does, what a diff without git's headers leaves open. */
  private void settlePlain(List<Hunk> hunks) {
    if (change != Change.MODIFIED) {
      return;
    }
    before = NamedFile.chosen(before, after);
    after = before;
    if (hunks.size() == 1) {
      Hunk hunk = hunks.get(0);
      boolean added = hunk.before().start() == 0 && hunk.before().count() == 0;
      boolean deleted = hunk.after().start() == 0 && hunk.after().count() == 0;
      change = added ? Change.ADDED : deleted ? Change.DELETED : change;
    }
  }

  /** Takes in one header line; returns false where the header has ended. */
  private boolean takeLine(LineCursor cursor, PatchIdText id) {
    Octets line = cursor.bareLine();
    if (line.startsWith("index ")) {
      int end = line.indexOf(' ', 6);
      index = end < 0 ? line.slice(6) : line.slice(6, end);
      mode = end < 0 ? mode : line.slice(end + 1);
      return true;
    }
    if (line.startsWith("GIT binary patch") || line.startsWith("Binary files ")) {
      binary = true;
      id.endBinary(index);
      cursor.advance();
      return false;
    }
    boolean taken = takeNames(line) || takeModes(line) || line.startsWith("similarity index ");
    if (taken || line.startsWith("dissimilarity index ")) {
      id.add(line);
      return true;
    }
    return false;
  }

  private boolean takeNames(Octets line) {
    if (line.startsWith("rename from ")) {
      take(Change.RENAMED, QuotedPath.unquote(line.slice("rename from ".length())), after);
    } else if (line.startsWith("rename to ")) {
      take(Change.RENAMED, before, QuotedPath.unquote(line.slice("rename to ".length())));
    } else if (line.startsWith("copy from ")) {
      take(Change.COPIED, QuotedPath.unquote(line.slice("copy from ".length())), after);
    } else if (line.startsWith("copy to ")) {
      take(Change.COPIED, before, QuotedPath.unquote(line.slice("copy to ".length())));
    } else if (line.startsWith("--- ")) {
      takeOldName(NamedFile.onLine(line));
    } else if (line.startsWith("+++ ")) {
      takeNewName(NamedFile.onLine(line));
    } else {
      return false;
    }
    return true;
  }

  private boolean takeModes(Octets line) {
    if (line.startsWith("old mode ")) {
      oldMode = word(line, "old mode ");
    } else if (line.startsWith("new mode ")) {
      newMode = word(line, "new mode ");
    } else if (line.startsWith("new file mode ")) {
      change = Change.ADDED;
      mode = line.slice("new file mode ".length());
    } else if (line.startsWith("deleted file mode ")) {
      change = Change.DELETED;
      mode = line.slice("deleted file mode ".length());
    } else {
      return false;
    }
    return true;
  }

  private void take(Change whole, Octets from, Octets to) {
    change = whole;
    before = from;
    after = to;
  }

  private void takeOldName(Octets name) {
    if (name.toString().equals("/dev/null")) {
      change = Change.ADDED;
    } else if (change == Change.MODIFIED || before.isEmpty()) {
      before = prefixed ? PathPrefix.strip(name) : name;
    }
  }

  private void takeNewName(Octets name) {
    if (name.toString().equals("/dev/null")) {
      change = Change.DELETED;
    } else if (change == Change.MODIFIED || after.isEmpty()) {
      after = prefixed ? PathPrefix.strip(name) : name;
    }
  }

  /** Takes the names of {@code diff --git a/x b/x} where both name the same file. */
  private void takeGitNames(Octets names) {
    Optional<PathPrefix.GitName> file = PathPrefix.sameFile(names);
    if (file.isPresent()) {
      before = file.get().path();
      after = file.get().path();
      prefixed = file.get().prefixed();
    }
  }

  private static String word(Octets line, String prefix) {
    return line.slice(prefix.length()).toString().strip();
  }
}
