package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.UnseenChanges.UnseenChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what two patches do differently though {@code git range-diff} compares them as equal.
 *
 * <p>Nothing is claimed that the mails do not show. Ids are compared as far as both are written;
 * too short or missing ones say nothing. Where both patches start from other contents, as after a
 * rebase, a hunk that stands elsewhere is no difference; only where both start from the same one,
 * and arrive at others, the same lines are changed in another place. The mode of a file that a
 * patch leaves as it is, or removes, belongs to its base.
 */
public final class UnseenChanges {
  /** So many digits of an id tell contents apart; git writes at least four. */
  private static final int MIN_DIGITS = 4;

  /** An id that is not abbreviated: SHA-1 has 40 digits, SHA-256 has 64. */
  private static final int SHA1_DIGITS = 40;

  private final List<UnseenChange> found = new ArrayList<>();

  private UnseenChanges() {}

  /**
   * Compares two patches whose texts are the same.
   *
   * @return what differs, in the order of the files
   */
  public static List<UnseenChange> of(ComparablePatch before, ComparablePatch after) {
    UnseenChanges changes = new UnseenChanges();
    int count = before.files().size();
    if (count == after.files().size()) {
      for (int i = 0; i < count; i++) {
        changes.compare(before.files().get(i), after.files().get(i));
      }
    }
    return changes.found;
  }

  /** Compares what two patches do to the same file; its lines are compared elsewhere. */
  public static List<UnseenChange> of(FileDiff before, FileDiff after) {
    UnseenChanges changes = new UnseenChanges();
    changes.compare(before, after);
    return changes.found;
  }

  private void compare(FileDiff before, FileDiff after) {
    if (!before.after().equals(after.after())) {
      return;
    }
    compareModes(before, after);
    IndexIds old = before.ids();
    IndexIds current = after.ids();
    boolean differs = isOther(old.after(), current.after());
    if (before.binary() && after.binary() && differs) {
      add(Kind.BINARY_CONTENT, after, old.after(), current.after());
    }
    boolean isCopy = before.change() == Change.COPIED || after.change() == Change.COPIED;
    if (isCopy) {
      compareSources(before, after, isSame(old.after(), current.after()));
    }
    if (differs && isSame(old.before(), current.before())) {
      comparePlaces(before, after);
    }
  }

  private void compareModes(FileDiff before, FileDiff after) {
    String old = before.mode().toString().strip();
    String current = after.mode().toString().strip();
    boolean isGone = before.change() == Change.DELETED && after.change() == Change.DELETED;
    if (isGone || old.equals(current) || old.length() != 6 || current.length() != 6) {
      return;
    }
    if (!old.substring(0, 3).equals(current.substring(0, 3))) {
      add(Kind.FILE_TYPE, after, old, current);
    } else if (before.change() == Change.ADDED && after.change() == Change.ADDED) {
      add(Kind.MODE, after, old, current);
    }
  }

  /** Compares what a copy is made of, where a new file may stand on the other side. */
  private void compareSources(FileDiff before, FileDiff after, boolean sameContent) {
    String old = source(before);
    String current = source(after);
    if (!sameContent && !old.equals(current)) {
      add(Kind.COPY_SOURCE, after, old, current);
    }
  }

  private static String source(FileDiff file) {
    return file.change() == Change.COPIED ? file.before().toString() : "";
  }

  private void comparePlaces(FileDiff before, FileDiff after) {
    int count = Math.min(before.hunks().size(), after.hunks().size());
    for (int i = 0; i < count; i++) {
      Hunk old = before.hunks().get(i);
      Hunk current = after.hunks().get(i);
      int oldLine = old.before().start();
      int line = current.before().start();
      if (oldLine != line && old.lines().equals(current.lines())) {
        add(Kind.PLACE, after, "line " + oldLine, "line " + line);
        return;
      }
    }
  }

  private void add(Kind kind, FileDiff file, String before, String after) {
    found.add(new UnseenChange(kind, file.after(), before, after));
  }

  private static boolean isSame(String one, String other) {
    return isComparable(one, other) && startAlike(one, other);
  }

  private static boolean isOther(String one, String other) {
    return isComparable(one, other) && !startAlike(one, other);
  }

  /** Returns whether both ids are long enough, and not whole ones of two kinds. */
  private static boolean isComparable(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    boolean sameKind = shorter < SHA1_DIGITS || one.length() == other.length();
    return shorter >= MIN_DIGITS && sameKind;
  }

  private static boolean startAlike(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return one.regionMatches(true, 0, other, 0, shorter);
  }

  /**
   * A difference of two patches that {@code git range-diff} does not compare.
   *
   * @param path the file, in the new tree
   * @param before what the older patch says: a mode, a blob, a path or a line; empty where nothing
   * @param after what the newer patch says, likewise
   */
  public record UnseenChange(Kind kind, Octets path, String before, String after) {
    private static final int MAX_DIGITS = 12;

    /** What differs. */
    public enum Kind {
      BINARY_CONTENT("binary content of "),
      /** Whether a new file can be executed. */
      MODE("mode of "),
      /** Whether it is a regular file, a symbolic link or a submodule. */
      FILE_TYPE("file type of "),
      /** Where in a file the same lines are changed. */
      PLACE("place of a change in "),
      /** Which file a new one is a copy of. */
      COPY_SOURCE("source of the copy ");

      private final String words;

      Kind(String words) {
        this.words = words;
      }

      /** Returns it in one or two words: {@code file type}. */
      @Override
      public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
      }
    }

    /** Returns what differs and where: {@code mode of tool.sh}. */
    public String name() {
      return kind.words + path;
    }

    /** Returns the same with both sides: {@code mode of tool.sh: 100755, was 100644}. */
    public String sentence() {
      return name() + ": " + side(after) + ", was " + side(before);
    }

    private String side(String text) {
      if (text.isEmpty()) {
        return "none";
      }
      boolean isId = kind == Kind.BINARY_CONTENT;
      return isId ? text.substring(0, Math.min(MAX_DIGITS, text.length())) : text;
    }
  }
}
