package dev.reroll.apply.read;

import dev.reroll.apply.read.FilePatch.BinaryContent;
import dev.reroll.apply.read.FilePatch.Fragment;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.bytes.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a diff as {@code git apply} does: to the letter. What {@code patch.DiffParser} mends for a
 * comparison is refused here, since {@code git am} refuses it.
 */
public final class DiffReader {
  private static final String GIT_DIFF = "diff --git ";

  /** Git does not look for a header in the last octets. */
  private static final int SHORTEST_REST = 6;

  private final DiffLines lines;
  private final Stripping stripping = new Stripping();
  private final List<FilePatch> files = new ArrayList<>();
  private final boolean isSha256;
  private Optional<Octets> leftName = Optional.empty();
  private boolean isCutShort;

  private DiffReader(Octets diff, ObjectFormat format) {
    lines = new DiffLines(diff);
    isSha256 = format == ObjectFormat.SHA256;
  }

  /**
   * What was read.
   *
   * @param files at least one, in order
   * @param isCutShort whether damaged binary data made git read no further; what stands before it
   *     is applied all the same
   */
  public record Reading(List<FilePatch> files, boolean isCutShort) {}

  /** Reads {@code diff}, before and between whose files there may be other text. */
  public static Reading read(Octets diff, ObjectFormat format) throws Rejection {
    DiffReader reader = new DiffReader(diff, format);
    while (!reader.isCutShort && reader.findHead()) {
      reader.isCutShort = !reader.readFile();
    }
    if (reader.files.isEmpty()) {
      throw Rejection.of("no valid patches in input");
    }
    return new Reading(reader.files, reader.isCutShort);
  }

  private boolean findHead() throws Rejection {
    while (!lines.atEnd() && !startsGitDiff() && !startsPlainDiff()) {
      if (lines.startsWith("@@ -") && FragmentReader.isHeader(lines.line())) {
        throw Rejection.of("patch fragment without header at line " + lines.ordinal());
      }
      if (lines.countBehind() < SHORTEST_REST) {
        return false;
      }
      if (lines.startsWith(GIT_DIFF)) {
        skipLonelyLine();
      }
      lines.advance();
    }
    return !lines.atEnd();
  }

  /** A first line alone is no header. Git passes over it, but keeps its name for the next file. */
  private void skipLonelyLine() throws Rejection {
    if (leftName.isEmpty()) {
      leftName = GitHeadNames.common(lines.line().slice(GIT_DIFF.length()), stripping);
    }
    if (leftName.isEmpty()) {
      throw Rejection.of(
          "git diff header lacks filename information (line " + lines.ordinal() + ")");
    }
  }

  private boolean startsGitDiff() {
    return lines.startsWith(GIT_DIFF) && GitHeadReader.hasExtendedLine(lines.next());
  }

  private boolean startsPlainDiff() {
    return lines.startsWith("--- ")
        && lines.next().startsWith("+++ ")
        && lines.peek(2).startsWith("@@ -");
  }

  /** Reads one file; returns false, and leaves it out, where its binary data are damaged. */
  private boolean readFile() throws Rejection {
    int headOrdinal = lines.ordinal();
    FileHead head =
        lines.startsWith(GIT_DIFF)
            ? new GitHeadReader(lines, stripping, isSha256).read(leftName)
            : new PlainHeadReader(lines, stripping).read();
    leftName = Optional.empty();
    List<Fragment> fragments = new ArrayList<>();
    while (lines.startsWith("@@ -")) {
      fragments.add(FragmentReader.read(lines));
    }
    if (!fragments.isEmpty()) {
      files.add(new FilePatch(settled(head, fragments), fragments, Optional.empty()));
      return true;
    }
    return readWithoutHunks(head, headOrdinal);
  }

  private boolean readWithoutHunks(FileHead head, int headOrdinal) throws Rejection {
    Optional<BinaryContent> binary = Optional.empty();
    if (lines.line().toString().equals("GIT binary patch") && lines.isTerminated()) {
      BinaryReader reader = new BinaryReader(lines);
      if (!reader.read()) {
        return false;
      }
      binary = reader.content();
    } else if (isRemarkOfBinary()) {
      lines.advance();
      binary = Optional.of(new BinaryContent(Optional.empty()));
    }
    if (binary.isEmpty() && !head.isMetadataChange()) {
      throw Rejection.of("patch with only garbage at line " + headOrdinal);
    }
    files.add(new FilePatch(head, List.of(), binary));
    return true;
  }

  private boolean isRemarkOfBinary() {
    return (lines.startsWith("Binary files ") || lines.startsWith("Files "))
        && lines.line().endsWith(" differ");
  }

  /** Checks what the hunks say against the header; a plain diff's header leaves it open. */
  private static FileHead settled(FileHead head, List<Fragment> fragments) throws Rejection {
    boolean hasOld = fragments.stream().anyMatch(fragment -> !fragment.before().isEmpty());
    boolean hasNew = fragments.stream().anyMatch(fragment -> !fragment.after().isEmpty());
    if (head.change() == FileHead.Change.ADDED && hasOld) {
      throw Rejection.at(head.path(), "new file depends on old contents");
    }
    if (head.change() == FileHead.Change.DELETED && hasNew) {
      throw Rejection.at(head.path(), "deleted file still has contents");
    }
    boolean isOpen = head.change() == FileHead.Change.ADDED_OR_MODIFIED;
    return isOpen && (hasOld || fragments.size() > 1)
        ? head.as(FileHead.Change.MODIFIED, head.before())
        : head;
  }
}
