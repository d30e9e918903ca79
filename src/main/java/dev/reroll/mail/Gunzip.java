package dev.reroll.mail;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks a gzipped attachment, up to a limit. */
final class Gunzip {
  private Gunzip() {}

  static boolean isPacked(Octets octets) {
    return octets.length() > 2 && octets.at(0) == 0x1F && octets.at(1) == (byte) 0x8B;
  }

  /** Returns the unpacked octets; nothing where they are damaged or more than {@code limit}. */
  static Optional<Octets> unpack(Octets packed, int limit) {
    OctetBuilder out = new OctetBuilder(packed.length());
    byte[] chunk = new byte[16384];
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        out.append(Octets.wrap(chunk, 0, count));
        if (out.length() > limit) {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(out.toOctets());
  }
}
