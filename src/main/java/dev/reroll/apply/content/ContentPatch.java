package dev.reroll.apply.content;

import dev.reroll.apply.read.FileHead;
import dev.reroll.apply.read.FilePatch;
import dev.reroll.apply.read.FilePatch.BinaryHunk;
import dev.reroll.apply.read.FilePatch.Fragment;
import dev.reroll.apply.tree.Application.Remark;
import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the new content of one file from the old one. */
public final class ContentPatch {
  private final BlobStore blobs;
  private final List<Remark> remarks;

  /** Tells {@code remarks} of hunks that fitted elsewhere. */
  public ContentPatch(BlobStore blobs, List<Remark> remarks) {
    this.blobs = blobs;
    this.remarks = remarks;
  }

  /** Returns what {@code file} makes of {@code content}. */
  public Octets apply(FilePatch file, Octets content) throws Rejection, Refusal {
    if (file.binary().isPresent()) {
      return binary(file, content);
    }
    if (file.fragments().isEmpty()) {
      return content;
    }
    TextImage image = new TextImage(content);
    int ordinal = 0;
    for (Fragment fragment : file.fragments()) {
      ordinal++;
      OptionalInt at = image.apply(fragment);
      if (at.isEmpty()) {
        throw Rejection.ofHunk(file.head().path(), ordinal, "does not apply");
      }
      int offset = at.getAsInt() - fragment.expectedIndex();
      if (offset != 0) {
        remarks.add(new Remark.Moved(file.head().path(), ordinal, at.getAsInt() + 1, offset));
      }
    }
    return image.text();
  }

  private Octets binary(FilePatch file, Octets content) throws Rejection, Refusal {
    Octets path = file.head().path();
    FileHead.Ids ids = file.head().ids();
    ObjectFormat format = blobs.format();
    if (!format.isFull(ids.before()) || !format.isFull(ids.after())) {
      throw Rejection.at(path, "cannot apply binary patch without full index line");
    }
    if (file.head().before().isEmpty() && !content.isEmpty()) {
      throw Rejection.at(path, "the patch applies to an empty file but it is not empty");
    }
    if (file.head().before().isPresent() && !format.blobId(content).equals(ids.before())) {
      throw Rejection.at(path, "the patch applies to other contents than the file has");
    }
    if (ids.after().chars().allMatch(digit -> digit == '0')) {
      return Octets.EMPTY;
    }
    Optional<Octets> known = blobs.find(ids.after());
    return known.isPresent() ? known.get() : made(file, content);
  }

  private Octets made(FilePatch file, Octets content) throws Rejection {
    Octets path = file.head().path();
    BinaryHunk hunk =
        file.binary()
            .flatMap(FilePatch.BinaryContent::hunk)
            .orElseThrow(() -> Rejection.at(path, "missing binary patch data"));
    Octets made =
        hunk.isDelta()
            ? BinaryDelta.apply(hunk.data(), content)
                .orElseThrow(() -> Rejection.at(path, "binary patch does not apply"))
            : hunk.data();
    if (!blobs.format().blobId(made).equals(file.head().ids().after())) {
      throw Rejection.at(path, "binary patch creates incorrect result");
    }
    return made;
  }

  /**
   * Applies a delta: runs copied from the old content, and new octets between (gitformat-pack(5),
   * "Deltified representation").
   */
  static final class BinaryDelta {
    private static final int COPIES = 0x80;
    private static final int MAX_COPY = 0x10000;

    /** No file in a mail is larger; a delta may claim anything. */
    private static final int LARGEST = 1 << 29;

    private final Octets delta;
    private final Octets base;
    private int index;

    private BinaryDelta(Octets delta, Octets base) {
      this.delta = delta;
      this.base = base;
    }

    /** Returns the new content; empty where the delta is damaged or made for another old one. */
    static Optional<Octets> apply(Octets delta, Octets base) {
      return new BinaryDelta(delta, base).apply();
    }

    private Optional<Octets> apply() {
      long baseSize = size();
      long size = size();
      if (baseSize != base.length() || size < 0 || size > LARGEST) {
        return Optional.empty();
      }
      OctetBuilder made = new OctetBuilder((int) Math.min(size, 1 << 20));
      while (index < delta.length()) {
        int command = octet();
        boolean done = (command & COPIES) != 0 ? copy(command, made) : insert(command, made);
        if (!done || made.length() > size) {
          return Optional.empty();
        }
      }
      return made.length() == size ? Optional.of(made.toOctets()) : Optional.empty();
    }

    /** Reads a number in groups of seven bits, lowest first; −1 where there is none. */
    private long size() {
      long size = 0;
      for (int shift = 0; shift < 35 && index < delta.length(); shift += 7) {
        int octet = octet();
        size |= (long) (octet & 0x7f) << shift;
        if ((octet & 0x80) == 0) {
          return size;
        }
      }
      return -1;
    }

    private boolean copy(int command, OctetBuilder made) {
      long from = number(command, 4);
      int length = (int) number(command >> 4, 3);
      length = length == 0 ? MAX_COPY : length;
      if (from < 0 || length < 0 || from + length > base.length()) {
        return false;
      }
      made.append(base, (int) from, (int) from + length);
      return true;
    }

    /**
     * Reads the octets of a number, lowest first, that {@code bits} say are there; −1 at the end.
     */
    private long number(int bits, int octetCount) {
      long value = 0;
      for (int i = 0; i < octetCount; i++) {
        if ((bits & 1 << i) != 0) {
          if (index >= delta.length()) {
            return -1;
          }
          value |= (long) octet() << (8 * i);
        }
      }
      return value;
    }

    private boolean insert(int length, OctetBuilder made) {
      if (length == 0 || index + length > delta.length()) {
        return false;
      }
      made.append(delta, index, index + length);
      index += length;
      return true;
    }

    private int octet() {
      return delta.at(index++) & 0xff;
    }
  }

  /**
   * A text while hunks are put into it.
   *
   * <p>A hunk is tried where its header says, then one line further down, one further up, two down,
   * and so on; the first place at which all its old lines stand is taken. A hunk without context
   * before it stands at the beginning, one without context behind it at the end. Lines that an
   * earlier hunk has put there, its context included, are not found again. There is no fuzz.
   *
   * <p>Takes time linear in the text, at worst times the lines of a hunk.
   */
  private static final class TextImage {
    private Octets[] lines;
    private boolean[] patched;
    private int count;

    TextImage(Octets text) {
      lines = new Octets[16];
      for (int from = 0; from < text.length(); ) {
        int to = text.endOfLine(from);
        if (count == lines.length) {
          lines = Arrays.copyOf(lines, count * 2);
        }
        lines[count++] = text.slice(from, to);
        from = to;
      }
      patched = new boolean[lines.length];
    }

    /**
     * Puts a hunk in; returns the 0-based line at which it stands now, empty where it fits nowhere.
     */
    OptionalInt apply(Fragment fragment) {
      int first = firstTry(fragment);
      int back = first;
      int forward = first;
      if (fits(fragment, first)) {
        return put(fragment, first);
      }
      while (back > 0 || forward < count) {
        if (forward < count && fits(fragment, ++forward)) {
          return put(fragment, forward);
        }
        if (back > 0 && fits(fragment, --back)) {
          return put(fragment, back);
        }
      }
      return OptionalInt.empty();
    }

    /** Returns the text as it is now. */
    Octets text() {
      int length = 0;
      for (int i = 0; i < count; i++) {
        length += lines[i].length();
      }
      OctetBuilder text = new OctetBuilder(length);
      for (int i = 0; i < count; i++) {
        text.append(lines[i]);
      }
      return text.toOctets();
    }

    private int firstTry(Fragment fragment) {
      if (fragment.isAtBeginning()) {
        return 0;
      }
      int wanted = fragment.isAtEnd() ? count - fragment.before().size() : fragment.expectedIndex();
      return wanted < 0 || wanted > count ? count : wanted;
    }

    private boolean fits(Fragment fragment, int at) {
      List<Octets> wanted = fragment.before();
      int end = at + wanted.size();
      if (end > count
          || (fragment.isAtEnd() && end != count)
          || (fragment.isAtBeginning() && at != 0)) {
        return false;
      }
      boolean mustBeWhole = fragment.isAtEnd();
      for (int i = 0; i < wanted.size(); i++) {
        if (patched[at + i]
            || !agrees(wanted.get(i), lines[at + i], mustBeWhole || i < wanted.size() - 1)) {
          return false;
        }
      }
      return true;
    }

    /**
     * Returns whether a line is the one that is wanted. The last wanted line, if it has no LF and
     * the file need not end behind it, is found in one that goes on with white space: so git does
     * it, and the line behind is then joined to it.
     */
    private static boolean agrees(Octets wanted, Octets line, boolean mustBeWhole) {
      if (wanted.length() == line.length()) {
        return wanted.equals(line);
      }
      boolean isOpen = !wanted.endsWith("\n") && !mustBeWhole && wanted.length() < line.length();
      return isOpen
          && line.slice(0, wanted.length()).equals(wanted)
          && isWhite(line.slice(wanted.length()));
    }

    private static boolean isWhite(Octets text) {
      for (int i = 0; i < text.length(); i++) {
        if (" \t\r\n".indexOf(text.at(i)) < 0) {
          return false;
        }
      }
      return true;
    }

    private OptionalInt put(Fragment fragment, int at) {
      int removed = fragment.before().size();
      int added = fragment.after().size();
      int tail = count - at - removed;
      int newCount = count - removed + added;
      Octets[] target = newCount > lines.length ? new Octets[newCount * 2] : lines;
      boolean[] flags = newCount > lines.length ? new boolean[newCount * 2] : patched;
      System.arraycopy(lines, 0, target, 0, at);
      System.arraycopy(patched, 0, flags, 0, at);
      System.arraycopy(lines, at + removed, target, at + added, tail);
      System.arraycopy(patched, at + removed, flags, at + added, tail);
      for (int i = 0; i < added; i++) {
        target[at + i] = fragment.after().get(i);
        flags[at + i] = true;
      }
      lines = target;
      patched = flags;
      count = newCount;
      return OptionalInt.of(at);
    }
  }
}
