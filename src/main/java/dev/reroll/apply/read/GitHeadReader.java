package dev.reroll.apply.read;

import dev.reroll.apply.read.FileHead.Change;
import dev.reroll.apply.read.FileHead.Ids;
import dev.reroll.apply.read.FileHead.Modes;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.IndexIds;
import java.util.List;
import java.util.Optional;

/** Reads git's extended header, from {@code diff --git} to the first hunk or binary data. */
final class GitHeadReader {
  private static final String START = "diff --git ";

  private static final List<String> LINES =
      List.of(
          "--- ",
          "+++ ",
          "old mode ",
          "new mode ",
          "deleted file mode ",
          "new file mode ",
          "copy from ",
          "copy to ",
          "rename old ",
          "rename new ",
          "rename from ",
          "rename to ",
          "similarity index ",
          "dissimilarity index ",
          "index ");

  private final DiffLines lines;
  private final Stripping stripping;
  private final int idLength;
  private Change change = Change.MODIFIED;
  private Optional<Octets> common = Optional.empty();
  private Optional<Octets> before = Optional.empty();
  private Optional<Octets> after = Optional.empty();
  private Optional<EntryMode> oldMode = Optional.empty();
  private Optional<EntryMode> newMode = Optional.empty();
  private Ids ids = Ids.NONE;

  GitHeadReader(DiffLines lines, Stripping stripping, boolean isSha256) {
    this.lines = lines;
    this.stripping = stripping;
    idLength = (isSha256 ? ObjectFormat.SHA256 : ObjectFormat.SHA1).idLength();
  }

  /** Whether {@code line} may follow on {@code diff --git}. */
  static boolean hasExtendedLine(Octets line) {
    return LINES.stream().anyMatch(line::startsWith);
  }

  /**
   * Reads the header.
   *
   * @param leftName the name that a lonely first line before this header has left
   */
  FileHead read(Optional<Octets> leftName) throws Rejection {
    before = leftName;
    after = leftName;
    int ordinal = lines.ordinal();
    common = GitHeadNames.common(lines.line().slice(START.length()), stripping);
    lines.advance();
    while (lines.isTerminated() && hasExtendedLine(lines.line())) {
      take(lines.line());
      lines.advance();
    }
    if (before.isEmpty() && after.isEmpty()) {
      before = common;
      after = common;
    }
    boolean lacksName =
        (after.isEmpty() && change != Change.DELETED)
            || (before.isEmpty() && change != Change.ADDED);
    if (lacksName) {
      throw Rejection.of("git diff header lacks filename information (line " + ordinal + ")");
    }
    return new FileHead(
        change,
        change == Change.ADDED ? Optional.empty() : before,
        change == Change.DELETED ? Optional.empty() : after,
        new Modes(oldMode, newMode),
        ids);
  }

  private void take(Octets line) throws Rejection {
    if (line.startsWith("--- ")) {
      before = checked(line.slice(4), before, change == Change.ADDED);
    } else if (line.startsWith("+++ ")) {
      after = checked(line.slice(4), after, change == Change.DELETED);
    } else if (line.startsWith("index ")) {
      takeIds(line.slice(6));
    } else if (!takeMode(line)) {
      takeRename(line);
    }
  }

  private boolean takeMode(Octets line) throws Rejection {
    if (line.startsWith("old mode ")) {
      oldMode = mode(line, 9);
    } else if (line.startsWith("new mode ")) {
      newMode = mode(line, 9);
    } else if (line.startsWith("deleted file mode ")) {
      change(Change.DELETED);
      before = common;
      oldMode = mode(line, 18);
    } else if (line.startsWith("new file mode ")) {
      change(Change.ADDED);
      after = common;
      newMode = mode(line, 14);
    } else {
      return false;
    }
    return true;
  }

  private void takeRename(Octets line) throws Rejection {
    boolean isCopy = line.startsWith("copy ");
    if (!isCopy && !line.startsWith("rename ")) {
      return; // How alike the files are does not matter here.
    }
    change(isCopy ? Change.COPIED : Change.RENAMED);
    int start = line.indexOf(' ', line.indexOf(' ', 0) + 1) + 1;
    Octets name = GitHeadNames.whole(line.slice(start));
    boolean isSource = line.slice(0, start).endsWith("from ") || line.startsWith("rename old ");
    if (isSource) {
      before = Optional.of(name).filter(path -> !path.isEmpty());
    } else {
      after = Optional.of(name).filter(path -> !path.isEmpty());
    }
  }

  private void change(Change found) throws Rejection {
    if (change != Change.MODIFIED && change != found) {
      throw Rejection.of("inconsistent header lines at line " + lines.ordinal());
    }
    change = found;
  }

  /** Returns the name on a line with one, which must be the one that is known. */
  private Optional<Octets> checked(Octets text, Optional<Octets> known, boolean isAbsent)
      throws Rejection {
    boolean isNone = GitHeadNames.isNone(text);
    if (isAbsent && known.isEmpty()) {
      if (!isNone) {
        throw inconsistent("expected /dev/null");
      }
      return known;
    }
    Optional<Octets> named = GitHeadNames.named(text, stripping);
    if (known.isPresent() && (isAbsent || !named.equals(known))) {
      throw inconsistent("inconsistent filename");
    }
    return named;
  }

  private Rejection inconsistent(String what) {
    return Rejection.of("bad git-diff - " + what + " on line " + lines.ordinal());
  }

  private void takeIds(Octets text) throws Rejection {
    IndexIds named = IndexIds.of(text);
    Octets rest = named.writtenAfter();
    int blank = rest.indexOf(' ', 0);
    Octets made = blank < 0 ? rest : rest.slice(0, blank);
    if (!named.isPair() || named.writtenBefore().length() > idLength || made.length() > idLength) {
      return;
    }
    ids = new Ids(named.writtenBefore().toString(), made.toString());
    if (blank >= 0) {
      oldMode = mode(rest, blank + 1);
    }
  }

  private Optional<EntryMode> mode(Octets line, int from) throws Rejection {
    int value = 0;
    int i = from;
    while (i < line.length() && line.at(i) >= '0' && line.at(i) <= '7' && i - from < 8) {
      value = value * 8 + line.at(i++) - '0';
    }
    boolean isWhole = i > from && (i == line.length() || line.at(i) <= ' ');
    if (!isWhole) {
      throw Rejection.of("invalid mode on line " + lines.ordinal() + ": " + line.slice(from));
    }
    return Optional.of(EntryMode.ofBits(value));
  }
}
