package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import org.junit.jupiter.api.Test;

/** What stands below a diff, and what only looks as if it did. */
class DiffTailTest {
  private static final String HUNK =
      """
      diff --git a/f b/f
      index 0123456..89abcde 100644
      --- a/f
      +++ b/f
      @@ -1,2 +1,2 @@
      -old
      +new
       same
      """;

  private static final String FOOTER =
      """

      base-commit: 0123456789012345678901234567890123456789
      change-id: 20260205-thing-0123456789ab

      Best regards,
      --\s
      Tilda Brandt
      """;

  @Test
  void aFooterRightBelowAHunk() {
    assertThat(tail(HUNK + FOOTER)).isEqualTo(FOOTER);
    assertThat(tail(HUNK + "---" + FOOTER)).isEqualTo("---" + FOOTER);
    assertThat(tail(HUNK + FOOTER.strip())).isEqualTo(FOOTER.strip());
  }

  @Test
  void aFooterBelowAFileWithoutNewlineAtItsEnd() {
    String open = HUNK.stripTrailing() + "\n\\ No newline at end of file\n";
    assertThat(tail(open + FOOTER)).isEqualTo(FOOTER);
  }

  @Test
  void aFooterBelowABinaryFile() {
    String binary =
        """
        diff --git a/logo b/logo
        index 0f000967880835921fb8c9ac06c616a6003bc901..dfc54593e7b611eda07cc589bbe3bd4397a94cf8 100644
        GIT binary patch
        literal 3
        Kcmd;LVPs@rWB>pF

        delta 2
        Jcmd;LVPs@rWB>pF

        """;
    assertThat(tail(binary + FOOTER)).isEqualTo(FOOTER);
    String differ =
        """
        diff --git a/logo b/logo
        index 0f00096..dfc5459 100644
        Binary files a/logo and b/logo differ
        """;
    assertThat(tail(differ + FOOTER)).isEqualTo(FOOTER);
  }

  @Test
  void aFooterBelowAFileWithoutHunks() {
    String moved =
        """
        diff --git a/f b/g
        old mode 100644
        new mode 100755
        similarity index 100%
        rename from f
        rename to g
        """;
    assertThat(tail(HUNK + moved + FOOTER)).isEqualTo(FOOTER);
  }

  @Test
  void aFooterBelowLinesThatEndInCarriageReturns() {
    assertThat(tail((HUNK + FOOTER).replace("\n", "\r\n"))).isEqualTo(FOOTER.replace("\n", "\r\n"));
  }

  @Test
  void linesOfTheDiffAreNoFooter() {
    String adding = HUNK.replace("+new", "+base-commit: 1111111");
    assertThat(tail(adding + FOOTER)).isEqualTo(FOOTER);
    String empty = HUNK.replace(" same\n", "\n");
    assertThat(tail(empty + "base-commit: 1\n")).isEqualTo("base-commit: 1\n");
    assertThat(tail(HUNK)).isEmpty();
    assertThat(tail(HUNK + "base-commit: 1\n" + HUNK)).isEmpty();
  }

  @Test
  void aHunkThatPromisesTooMuchEndsAtTheFooter() {
    String damaged = HUNK.replace("-1,2 +1,2", "-1,9 +1,9");
    assertThat(tail(damaged + FOOTER)).isEqualTo(FOOTER.substring(1));
  }

  private static String tail(String diff) {
    return DiffTail.of(Octets.utf8(diff)).toString();
  }
}
