package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.FileDiff.FileMode;
import dev.reroll.patch.FileDiff.ModeChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what the header lines of one file's diff say, git's extended ones or plain ones. */
final class FileHeader {
  private static final String GIT = "diff --git ";

  private Octets before = Octets.EMPTY;
  private Octets after = Octets.EMPTY;
  private IndexIds index = IndexIds.NONE;
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

  /** Whether anything happens to the file but for its hunks. */
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
      index = IndexIds.of(end < 0 ? line.slice(6) : line.slice(6, end));
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

  /** Reads the name on a {@code ---} or {@code +++} line of a diff. */
  private static final class NamedFile {
    private static final int MARK_LENGTH = "--- ".length();

    /** Loaded only where a diff was not made by git. */
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

  /**
   * Takes the first component off the names in a diff ({@code a/}, {@code b/}, or any other), as
   * {@code git apply -p1} does, unless the diff was made without prefixes.
   */
  private static final class PathPrefix {
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

    /** Whether the two names of a plain diff begin with a component that is not a folder's. */
    static boolean isPrefixed(Octets oldName, Octets newName) {
      if (oldName.startsWith("a/") || newName.startsWith("b/")) {
        return true;
      }
      if (isHere(oldName) || isHere(newName)) {
        return (isHere(oldName) || isNone(oldName)) && (isHere(newName) || isNone(newName));
      }
      boolean sameFolder =
          firstComponent(oldName).equals(firstComponent(newName))
              || isNone(oldName)
              || isNone(newName);
      return !sameFolder;
    }

    /** Whether a name begins with the folder itself, as {@code diff -r . ../old} prints it. */
    private static boolean isHere(Octets name) {
      return name.startsWith("./");
    }

    private static boolean isNone(Octets name) {
      return name.startsWith("/dev/null");
    }

    /**
     * Finds the file that both names of {@code a/x b/x} stand for: the one place to cut at which
     * both halves agree but for their prefixes. Empty for a rename.
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
      return agree(
          QuotedPath.unquote(names.slice(0, end)), QuotedPath.unquote(names.slice(end + 1)));
    }

    private static Optional<GitName> agree(Octets oldName, Octets newName) {
      if (oldName.isEmpty() || newName.isEmpty()) {
        return Optional.empty();
      }
      if (oldName.equals(newName)) {
        boolean isHere = isHere(oldName);
        return Optional.of(new GitName(isHere ? strip(oldName) : oldName, isHere));
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
}
