package dev.reroll.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.Applier.Fallback;
import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a mail, it is applied or refused, and the tree stays as it was. */
class HostilePatchTest {
  private static final int DRAWN = 20_000;
  private static final int MIN_OF_EACH = 200;

  private static final String DIFF =
      """
      diff --git a/f b/f
      index 1234567..2345678 100644
      --- a/f
      +++ b/f
      @@ -1,3 +1,3 @@ heading
       a
      -b
      +B
       c
      diff --git a/new "b/n\\303\\266w"
      new file mode 100644
      index 0000000..e69de29
      --- /dev/null
      +++ "b/n\\303\\266w"
      @@ -0,0 +1,2 @@
      +a
      +b
      \\ No newline at end of file
      diff --git a/old b/moved
      similarity index 100%
      rename from old
      rename to moved
      diff --git a/b b/b
      index be443394ae6e523b4d497af05d5a7d06c77d6abb..735a95829dd77133742c0416d45e0e0de7153ef6 100644
      GIT binary patch
      literal 5
      McmYdHVn|K_00f)?ivR!s

      literal 4
      LcmYdHVn_x60}%ly

      --- a/plain
      +++ b/plain\t1970-01-01 00:00:00.000000000 +0000
      @@ -1 +0,0 @@
      -gone
      """;

  private static final String PIECES = "\0\n\r\"\\ /@+-0179abdz";

  @Test
  void damagedPatchIsAppliedOrRefusedButNeverBreaksAnything() throws Refusal {
    MemoryTree tree =
        new MemoryTree()
            .file("f", "a\nb\nc\nd\n")
            .file("old", "1\n")
            .file("b", "ab\0c")
            .file("plain", "gone\n");
    Random random = new Random(11);
    int applied = 0;
    for (int i = 0; i < DRAWN; i++) {
      Overlay before = tree.overlay();
      Application application =
          Applier.apply(
              damaged(random), before, random.nextBoolean() ? Fallback.NONE : Fallback.THREE_WAY);
      applied += application instanceof Application.Applied ? 1 : 0;
      assertThat(before.changes()).isEmpty();
    }
    assertThat(applied).isBetween(MIN_OF_EACH, DRAWN - MIN_OF_EACH);
  }

  private static Octets damaged(Random random) {
    StringBuilder diff = new StringBuilder(DIFF);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(diff.length());
      switch (random.nextInt(4)) {
        case 0 -> diff.deleteCharAt(at);
        case 1 -> diff.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
        case 2 -> diff.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
        default -> diff.delete(at, Math.min(diff.length(), at + random.nextInt(60)));
      }
    }
    return Octets.wrap(diff.toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
