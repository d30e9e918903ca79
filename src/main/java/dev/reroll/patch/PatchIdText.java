package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Collects the octets of which the stable patch-id of a diff is computed (git-patch-id(1)) while
 * the diff is read, and computes it when it is asked for: a third of the work of reading a diff,
 * which a second core can do while the patches are already compared.
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
final class PatchIdText {
  /** What counts, in order; an empty one ends a file. */
  private final List<Octets> pieces = new ArrayList<>();

  private boolean pending;
  private boolean afterBinary;

  /** Begins a file whose diff begins with {@code line}. */
  void startFile(Octets line) {
    if (!afterBinary) {
      add(line);
    }
    afterBinary = false;
  }

  /** Adds one or more further lines of a file's header (modes, renames, names) or of a hunk. */
  void add(Octets lines) {
    if (!lines.isEmpty()) {
      pieces.add(lines);
      pending = true;
    }
  }

  /** Ends a file that had content. */
  void endFile() {
    if (pending) {
      end();
    }
  }

  /** Ends a binary file, whose index line names {@code index}. */
  void endBinary(IndexIds index) {
    add(index.writtenBefore());
    add(index.writtenAfter());
    end();
    afterBinary = true;
  }

  /** Ends the diff, and returns the id of all its files; nothing is added afterwards. */
  PatchId finish() {
    if (pending || afterBinary) {
      end();
    }
    return new PatchId(this);
  }

  private void end() {
    pieces.add(Octets.EMPTY);
    pending = false;
  }

  /** Computes the id: 40 hexadecimal digits. */
  String hash() {
    Sha1 digest = new Sha1();
    byte[] sum = new byte[Sha1.SIZE];
    byte[] buffer = {};
    for (Octets piece : pieces) {
      if (piece.isEmpty()) {
        addTo(sum, digest.digest());
        continue;
      }
      if (buffer.length < piece.length()) {
        buffer = new byte[piece.length() * 2];
      }
      digest.update(buffer, squeeze(piece, buffer));
    }
    return HexFormat.of().formatHex(sum);
  }

  /** Copies {@code text} without its white space, and returns how many octets remain. */
  private static int squeeze(Octets text, byte[] buffer) {
    int length = text.length();
    text.copyTo(0, length, buffer, 0);
    int count = 0;
    for (int i = 0; i < length; i++) { // No calls in here: a short run interprets this loop.
      byte octet = buffer[i];
      if (octet != ' ' && octet != '\t' && octet != '\n' && octet != '\r') {
        buffer[count++] = octet;
      }
    }
    return count;
  }

  private static void addTo(byte[] sum, byte[] file) {
    int carry = 0;
    for (int i = 0; i < Sha1.SIZE; i++) {
      carry += (sum[i] & 0xff) + (file[i] & 0xff);
      sum[i] = (byte) carry;
      carry >>= 8;
    }
  }
}
