package dev.reroll.apply.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.MemoryTree;
import dev.reroll.apply.Tried;
import dev.reroll.apply.content.ContentPatch.BinaryDelta;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.bytes.Octets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinaryPatchTest {
  /** {@code git diff --binary} of four octets that become five. */
  private static final String LITERAL =
      """
      diff --git a/b b/b
      index be443394ae6e523b4d497af05d5a7d06c77d6abb..735a95829dd77133742c0416d45e0e0de7153ef6 100644
      GIT binary patch
      literal 5
      McmYdHVn|K_00f)?ivR!s

      literal 4
      LcmYdHVn_x60}%ly

      """;

  private static Octets octets(int... values) {
    byte[] octets = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      octets[i] = (byte) values[i];
    }
    return Octets.wrap(octets);
  }

  @Test
  void literalIsTheNewContent() {
    assertThat(Tried.on(new MemoryTree().file("b", "ab\0c"), LITERAL).content("b"))
        .isEqualTo("ab\0cd");
  }

  @Test
  void dataThatMakeAnotherContentThanTheyNameAreRefused() {
    String diff = LITERAL.replace("735a9582", "835a9582");
    assertThat(Tried.on(new MemoryTree().file("b", "ab\0c"), diff).refusal())
        .isEqualTo("b: binary patch creates incorrect result");
  }

  @Test
  void deltaCopiesAndInserts() {
    // 5 octets become 6: copy 3 from offset 1, insert "XYZ".
    Octets delta = octets(5, 6, 0x91, 1, 3, 3, 'X', 'Y', 'Z');
    assertThat(BinaryDelta.apply(delta, Octets.utf8("abcde"))).contains(Octets.utf8("bcdXYZ"));
  }

  @Test
  void deltaOfAnotherFileIsRefused() {
    Octets delta = octets(5, 6, 0x91, 1, 3, 3, 'X', 'Y', 'Z');
    assertThat(BinaryDelta.apply(delta, Octets.utf8("abcd"))).isEmpty();
  }

  @Test
  void damagedDeltaIsRefused() {
    Octets base = Octets.utf8("abcde");
    Optional<Octets> refused = Optional.empty();
    assertThat(BinaryDelta.apply(octets(), base)).isEqualTo(refused);
    assertThat(BinaryDelta.apply(octets(5, 6, 0), base)).isEqualTo(refused);
    assertThat(BinaryDelta.apply(octets(5, 6, 0x91, 4), base)).isEqualTo(refused);
    assertThat(BinaryDelta.apply(octets(5, 6, 0x91, 4, 3), base)).isEqualTo(refused);
    assertThat(BinaryDelta.apply(octets(5, 3, 0x91, 1, 4), base)).isEqualTo(refused);
    assertThat(BinaryDelta.apply(octets(5, 9, 7, 'a'), base)).isEqualTo(refused);
    assertThat(BinaryDelta.apply(octets(0xff, 0xff, 0xff, 0xff, 0xff, 0xff), base))
        .isEqualTo(refused);
  }

  @Test
  void binaryPatchNeedsFullIds() {
    String diff = LITERAL.replaceAll("index .*", "index b4b2f2a..1234567 100644");
    MemoryTree tree = new MemoryTree().file("b", "abc");
    assertThat(Tried.on(tree, diff).refusal())
        .isEqualTo("b: cannot apply binary patch without full index line");
  }

  @Test
  void binaryPatchNeedsTheFileThatItWasMadeFor() {
    String ids = "1".repeat(40) + ".." + "2".repeat(40);
    String diff = LITERAL.replaceAll("index .*", "index " + ids + " 100644");
    MemoryTree tree = new MemoryTree().file("b", "abc");
    assertThat(Tried.on(tree, diff).refusal())
        .isEqualTo("b: the patch applies to other contents than the file has");
  }

  @Test
  void filesThatOnlyDifferAreTakenFromTheRepositoryWhereItHasThem() {
    MemoryTree tree = new MemoryTree().file("b", "a\0");
    String before = ObjectFormat.SHA1.blobId(Octets.utf8("a\0"));
    String after = ObjectFormat.SHA1.blobId(Octets.utf8("b\0"));
    String diff =
        "diff --git a/b b/b\nindex "
            + before
            + ".."
            + after
            + " 100644\n"
            + "Binary files a/b and b/b differ\n";
    assertThat(Tried.on(tree, diff).refusal()).isEqualTo("b: missing binary patch data");
    tree.blob("b\0");
    assertThat(Tried.on(tree, diff).content("b")).isEqualTo("b\0");
  }

  @Test
  void damagedDataEndThePatchAsGitReadsIt() {
    String diff =
        """
        diff --git a/x b/x
        new file mode 100644
        index 0000000..e69de29
        diff --git a/b b/b
        new file mode 100644
        index 0000000000000000000000000000000000000000..1234567890123456789012345678901234567890
        GIT binary patch
        literal 3
        Kc$@

        """;
    Tried tried = Tried.on(new MemoryTree(), diff);
    assertThat(tried.content("x") + tried.content("b")).isEqualTo("-");
    assertThat(tried.remarks())
        .isEqualTo("corrupt binary patch: only what comes before it is applied");
  }
}
