package dev.reroll.source;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a stream to its end, through gzip where its first octets say so. */
final class OctetsReader {
  private static final int CHUNK = 1 << 16;

  private final String name;
  private final int limit;

  /**
   * Creates a reader.
   *
   * @param name what the user calls the input, for refusals
   * @param limit how many decompressed octets are too many
   */
  OctetsReader(String name, int limit) {
    this.name = name;
    this.limit = limit;
  }

  /** Returns all octets of {@code in}, which stays open. */
  Octets read(InputStream in) throws IOException, Refusal {
    BufferedInputStream buffered = new BufferedInputStream(in, CHUNK);
    buffered.mark(8);
    byte[] magic = buffered.readNBytes(6);
    buffered.reset();
    refuseOtherCompression(magic);
    boolean gzip = magic.length >= 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
    return gzip ? unpacked(buffered) : drained(buffered, new OctetBuilder(CHUNK));
  }

  private Octets unpacked(InputStream packed) throws IOException, Refusal {
    OctetBuilder out = new OctetBuilder(CHUNK * 4);
    String hint = "gzip -t " + ShellWord.of(name);
    try {
      return drained(new GZIPInputStream(packed, CHUNK), out);
    } catch (EOFException e) {
      throw Refusal.unreadable(
          "cannot read mbox '" + name + "': the gzip data ends early, after byte " + out.length(),
          hint);
    } catch (ZipException e) {
      throw Refusal.unreadable(
          "cannot read mbox '" + name + "': the gzip data is damaged after byte " + out.length(),
          hint);
    }
  }

  private Octets drained(InputStream in, OctetBuilder out) throws IOException, Refusal {
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      if (count > limit - out.length()) {
        throw Refusal.unreadable(
            "cannot read mbox '" + name + "': it is larger than " + limit + " bytes");
      }
      out.append(Octets.wrap(chunk, 0, count));
    }
    return out.toOctets();
  }

  private void refuseOtherCompression(byte[] magic) throws Refusal {
    String tool = "";
    if (startsWith(magic, 0xFD, '7', 'z', 'X', 'Z')) {
      tool = "xz";
    } else if (startsWith(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
      tool = "zstd";
    } else if (startsWith(magic, 'B', 'Z', 'h')) {
      tool = "bzip2";
    }
    if (!tool.isEmpty()) {
      throw Refusal.unreadable(
          "cannot read mbox '" + name + "': it is compressed with " + tool,
          tool + " -dk " + ShellWord.of(name));
    }
  }

  private static boolean startsWith(byte[] octets, int... start) {
    byte[] wanted = new byte[start.length];
    for (int i = 0; i < start.length; i++) {
      wanted[i] = (byte) start[i];
    }
    return octets.length >= start.length
        && Arrays.equals(octets, 0, start.length, wanted, 0, start.length);
  }
}
