package dev.reroll.patch;

import dev.reroll.message.Octets;
import java.util.HexFormat;

/**
 * Computes the stable patch-id of a diff while it is read (git-patch-id(1)).
 *
 * <p>Each file is hashed with SHA-1 over its header lines and hunk lines without any white space;
 * {@code index} lines, hunk headers and remarks such as {@code \ No newline} do not count. The
 * digests are added up as little-endian numbers of 160 bits, so the order of files does not matter.
 *
 * <p>Found by running git 2.39, and followed so that ids agree with it: a file without content (a
 * mode change, a pure rename) is hashed together with the file after it; a binary file is hashed by
 * the two ids of its {@code index} line, and swallows the {@code diff --git} line of the file after
 * it; behind a binary file at the end the digest of nothing is added.
 */
final class PatchIdDigest {
  private final Sha1 digest = new Sha1();
  private final byte[] sum = new byte[Sha1.SIZE];
  private byte[] squeezed = new byte[1024];
  private int squeezedCount;
  private boolean pending;
  private boolean afterBinary;

  /** Begins a file whose diff begins with {@code line}. */
  void startFile(Octets line) {
    if (!afterBinary) {
      addLine(line);
    }
    afterBinary = false;
  }

  /** Adds a further line of a file's header (modes, renames, names) or of a hunk. */
  void addLine(Octets line) {
    makeRoom(line.length());
    byte[] buffer = squeezed;
    int count = squeezedCount;
    int end = count + line.length();
    line.copyTo(0, line.length(), buffer, count);
    for (int i = count; i < end; i++) { // No calls in here: a short run interprets this loop.
      byte octet = buffer[i];
      if (octet != ' ' && octet != '\t' && octet != '\n' && octet != '\r') {
        buffer[count++] = octet;
      }
    }
    squeezedCount = count;
    pending = true;
  }

  /** Adds the sign of a hunk line, whose text follows. */
  void addSign(char sign) {
    if (sign != ' ') {
      makeRoom(1);
      squeezed[squeezedCount++] = (byte) sign;
    }
  }

  /** Hands on what was collected where {@code count} more octets would not fit. */
  private void makeRoom(int count) {
    if (squeezed.length - squeezedCount >= count) {
      return;
    }
    digest.update(squeezed, squeezedCount);
    squeezedCount = 0;
    if (squeezed.length < count) {
      squeezed = new byte[count * 2];
    }
  }

  /** Ends a file that had content. */
  void endFile() {
    if (pending) {
      addToSum();
    }
  }

  /** Ends a binary file; {@code index} is the {@code old..new} of its index line. */
  void endBinary(Octets index) {
    int dots = index.toString().indexOf("..");
    if (dots >= 0) {
      addLine(index.slice(0, dots));
      addLine(index.slice(dots + 2));
    }
    addToSum();
    afterBinary = true;
  }

  /** Returns the id of all files so far. */
  PatchId finish() {
    if (pending || afterBinary) {
      addToSum();
    }
    return new PatchId(HexFormat.of().formatHex(sum));
  }

  private void addToSum() {
    digest.update(squeezed, squeezedCount);
    squeezedCount = 0;
    byte[] file = digest.digest();
    int carry = 0;
    for (int i = 0; i < Sha1.SIZE; i++) {
      carry += (sum[i] & 0xff) + (file[i] & 0xff);
      sum[i] = (byte) carry;
      carry >>= 8;
    }
    pending = false;
  }
}
