package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha1Test {
  @Test
  void standardsExampleHasItsDigest() {
    Sha1 sha1 = new Sha1();
    sha1.update(new byte[] {'a', 'b', 'c'}, 3);

    assertThat(HexFormat.of().formatHex(sha1.digest()))
        .isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
  }

  @Test
  void everyLengthAroundTheEndsOfBlocksGivesJavasDigest() throws Exception {
    byte[] octets = new byte[300];
    new Random(1).nextBytes(octets);
    MessageDigest javas = MessageDigest.getInstance("SHA-1");
    Sha1 ours = new Sha1();
    for (int count = 0; count <= octets.length; count++) {
      ours.update(octets, count);
      javas.update(octets, 0, count);

      assertThat(ours.digest()).as("%d bytes", count).isEqualTo(javas.digest());
    }
  }

  @Test
  void drawnPiecesGiveJavasDigest() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    MessageDigest javas = MessageDigest.getInstance("SHA-1");
    Sha1 ours = new Sha1();
    for (int text = 0; text < 500; text++) {
      for (int piece = random.nextInt(6); piece > 0; piece--) {
        byte[] octets = new byte[random.nextInt(200)];
        random.nextBytes(octets);
        int count = random.nextInt(octets.length + 1);
        ours.update(octets, count);
        javas.update(Arrays.copyOf(octets, count));
      }
      assertThat(ours.digest()).as("seed %d, text %d", seed, text).isEqualTo(javas.digest());
    }
  }
}
