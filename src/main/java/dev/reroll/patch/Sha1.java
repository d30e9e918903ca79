package dev.reroll.patch;

/**
 * Computes SHA-1 (FIPS 180-4, 6.1.2), to name things the way git does; not to protect anything.
 *
 * <p>Java's own is found through the security providers, and to look them up takes longer than a
 * small comparison. This one is loaded with the rest of the program.
 *
 * <p>Octets are taken in blocks of 64. A block is spread over 80 words, each mixed into five:
 *
 * <pre>
 *   w[i] = (w[i-3] ^ w[i-8] ^ w[i-14] ^ w[i-16]) &lt;&lt;&lt; 1                          from i = 16 on
 *   a b c d e  →  (a &lt;&lt;&lt; 5) + f(b, c, d) + e + w[i] + k,  a,  b &lt;&lt;&lt; 30,  c,  d
 * </pre>
 */
final class Sha1 {
  /** Octets of a digest. */
  static final int SIZE = 20;

  private static final int BLOCK = 64;

  /** Where the length of the text, 8 octets, begins in the last block. */
  private static final int LENGTH_AT = BLOCK - Long.BYTES;

  private final int[] words = new int[80];
  private final byte[] block = new byte[BLOCK];
  private long octetCount;
  private int a;
  private int b;
  private int c;
  private int d;
  private int e;

  Sha1() {
    begin();
  }

  /** Adds the first {@code count} octets. */
  void update(byte[] octets, int count) {
    int held = (int) (octetCount % BLOCK);
    octetCount += count;
    int from = 0;
    if (held > 0) {
      from = Math.min(count, BLOCK - held);
      System.arraycopy(octets, 0, block, held, from);
      if (held + from < BLOCK) {
        return;
      }
      mix(block, 0);
    }
    for (; from + BLOCK <= count; from += BLOCK) {
      mix(octets, from);
    }
    System.arraycopy(octets, from, block, 0, count - from);
  }

  /** Returns the digest of all octets since the last one was taken. */
  byte[] digest() {
    int held = (int) (octetCount % BLOCK);
    byte[] end = new byte[held < LENGTH_AT ? BLOCK : 2 * BLOCK];
    System.arraycopy(block, 0, end, 0, held);
    end[held] = (byte) 0x80;
    long bitCount = octetCount * Byte.SIZE;
    for (int i = 1; i <= Long.BYTES; i++) {
      end[end.length - i] = (byte) bitCount;
      bitCount >>>= Byte.SIZE;
    }
    for (int from = 0; from < end.length; from += BLOCK) {
      mix(end, from);
    }
    byte[] digest = new byte[SIZE];
    write(a, digest, 0);
    write(b, digest, 4);
    write(c, digest, 8);
    write(d, digest, 12);
    write(e, digest, 16);
    begin();
    return digest;
  }

  private void begin() {
    octetCount = 0;
    a = 0x67452301;
    b = 0xefcdab89;
    c = 0x98badcfe;
    d = 0x10325476;
    e = 0xc3d2e1f0;
  }

  private static void write(int word, byte[] octets, int at) {
    octets[at] = (byte) (word >>> 24);
    octets[at + 1] = (byte) (word >>> 16);
    octets[at + 2] = (byte) (word >>> 8);
    octets[at + 3] = (byte) word;
  }

  private void mix(byte[] octets, int from) {
    spread(octets, from);
    int[] w = words;
    int p = a;
    int q = b;
    int r = c;
    int s = d;
    int t = e;
    for (int i = 0; i < 80; i++) { // No calls in here: a short run interprets this loop.
      int mixed;
      if (i < 20) {
        mixed = (s ^ (q & (r ^ s))) + 0x5a827999;
      } else if (i < 40) {
        mixed = (q ^ r ^ s) + 0x6ed9eba1;
      } else if (i < 60) {
        mixed = ((q & r) | ((q | r) & s)) + 0x8f1bbcdc;
      } else {
        mixed = (q ^ r ^ s) + 0xca62c1d6;
      }
      int next = ((p << 5) | (p >>> 27)) + mixed + t + w[i];
      t = s;
      s = r;
      r = (q << 30) | (q >>> 2);
      q = p;
      p = next;
    }
    a += p;
    b += q;
    c += r;
    d += s;
    e += t;
  }

  /** Spreads the block at {@code from} over all words. */
  private void spread(byte[] octets, int from) {
    int[] w = words;
    int at = from;
    for (int i = 0; i < 16; i++) {
      w[i] =
          (octets[at] << 24)
              | ((octets[at + 1] & 0xff) << 16)
              | ((octets[at + 2] & 0xff) << 8)
              | (octets[at + 3] & 0xff);
      at += Integer.BYTES;
    }
    for (int i = 16; i < 80; i++) {
      int mixed = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16];
      w[i] = (mixed << 1) | (mixed >>> 31);
    }
  }
}
