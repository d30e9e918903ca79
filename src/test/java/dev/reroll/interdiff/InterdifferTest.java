package dev.reroll.interdiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterdifferTest {
  private static final String ONE =
      """
      diff --git a/io.c b/io.c
      index 1111111..2222222 100644
      --- a/io.c
      +++ b/io.c
      @@ -10,7 +10,7 @@ int io(void)
       a
       b
       c
      -old
      +one
       d
       e
       f
      """;

  private static final String TWO = ONE.replace("2222222", "3333333").replace("+one", "+two");

  @Test
  void changesOfOneLineBecomeOneChange() {
    assertThat(text(ONE, TWO))
        .isEqualTo(
            """
            MODIFIED io.c 2222222..3333333
            @@ -10,7 +10,7 @@ int io(void)
             a
             b
             c
            -one
            +two
             d
             e
             f
            """);
  }

  @Test
  void whatOneVersionAloneChangesIsTakenBack() {
    assertThat(text(ONE, TWO.replace("io.c", "other.c")))
        .isEqualTo(
            """
            MODIFIED io.c 2222222..1111111
            @@ -10,7 +10,7 @@ int io(void)
             a
             b
             c
            -one
            +old
             d
             e
             f
            MODIFIED other.c 1111111..3333333
            @@ -10,7 +10,7 @@ int io(void)
             a
             b
             c
            -old
            +two
             d
             e
             f
            """);
  }

  @Test
  void equalEndResultsHaveNoDifferenceWhateverTheWayThere() {
    String first = ONE.replace("+one", "+half");
    String second = ONE.replace("1111111..2222222", "2222222..3333333").replace("-old", "-half");
    assertThat(
            Compared.text(
                Compared.of(List.of(first, second.replace("+one", "+two")), List.of(TWO))))
        .isEmpty();
  }

  @Test
  void contextOfOneVersionServesTheOther() {
    String near =
        """
        diff --git a/io.c b/io.c
        index 1111111..4444444 100644
        --- a/io.c
        +++ b/io.c
        @@ -13,7 +13,6 @@ int io(void)
         old
         d
         e
        -f
         g
         h
         i
        """;
    assertThat(text(ONE, near))
        .isEqualTo(
            """
            MODIFIED io.c 2222222..4444444
            @@ -10,10 +10,9 @@ int io(void)
             a
             b
             c
            -one
            +old
             d
             e
            -f
             g
             h
             i
            """);
  }

  @Test
  void otherBasesAreSaid() {
    assertThat(text(ONE, TWO.replace("1111111", "9999999")))
        .isEqualTo("io.c: v1 starts from 1111111, v2 from 9999999\n");
  }

  @Test
  void sameContentNeedsNoBase() {
    assertThat(text(ONE, ONE.replace("1111111", "9999999").replace("@@ -10,7", "@@ -12,7")))
        .isEmpty();
  }

  @Test
  void missingIndexLineIsSaid() {
    assertThat(text(ONE, TWO.replaceAll("index .*\n", "")))
        .isEqualTo("io.c: patch 1/1 of v2 has no index line that names what it changes\n");
  }

  @Test
  void patchThatDoesNotFollowIsSaid() {
    String next = TWO.replace("1111111..3333333", "8888888..3333333").replace("-old", "-one");
    assertThat(Compared.text(Compared.of(List.of(ONE, next), List.of(ONE))))
        .isEqualTo(
            "io.c: patch 2/2 of v1 starts from 8888888, but the patches before leave 2222222\n");
  }

  @Test
  void linesThatContradictAreSaid() {
    assertThat(text(ONE, TWO.replace(" b\n", " B\n")))
        .isEqualTo("io.c: patch 1/1 of v2 shows other lines than the mails before\n");
  }

  @Test
  void newFilesAreComparedWithEachOther() {
    String added =
        """
        diff --git a/n b/n
        new file mode 100644
        index 0000000..5555555
        --- /dev/null
        +++ b/n
        @@ -0,0 +1,2 @@
        +a
        +b
        """;
    String other =
        added.replace("5555555", "6666666").replace("+b\n", "+c\n\\ No newline at end of file\n");
    assertThat(text(added, other))
        .isEqualTo(
            """
            MODIFIED n 5555555..6666666
            @@ -1,2 +1,2 @@
             a
            -b
            +c
            \\ No newline at end of file
            """);
    assertThat(text(added, ONE.replace("io.c", "o")))
        .startsWith("DELETED n 5555555..0000000\n@@ -1,2 +0,0 @@\n-a\n-b\nMODIFIED o ");
  }

  @Test
  void renamedFileIsFollowed() {
    String renamed =
        """
        diff --git a/io.c b/new.c
        similarity index 90%
        rename from io.c
        rename to new.c
        """
            + TWO.substring(TWO.indexOf("index ")).replace("b/io.c", "b/new.c");
    assertThat(text(ONE, renamed))
        .isEqualTo(
            """
            RENAMED io.c new.c 2222222..3333333
            @@ -10,7 +10,7 @@ int io(void)
             a
             b
             c
            -one
            +two
             d
             e
             f
            """);
  }

  @Test
  void newFileUnderAnotherNameIsRenamedIfHalfOfItIsTheSame() {
    String added =
        """
        diff --git a/old b/old
        new file mode 100644
        index 0000000..5555555
        --- /dev/null
        +++ b/old
        @@ -0,0 +1,3 @@
        +the first line
        +the second line
        +the third line
        """;
    String other =
        added.replace("old", "new").replace("5555555", "6666666").replace("third", "last");
    assertThat(text(added, other)).startsWith("RENAMED old new 67% 5555555..6666666\n");
    assertThat(text(added, other.replace("second", "middle")))
        .startsWith("ADDED new 0000000..6666666\n")
        .contains("\nDELETED old 5555555..0000000\n");
  }

  @Test
  void copyWhoseSourceNoMailShowsIsSaid() {
    String copy =
        """
        diff --git a/io.c b/copy.c
        similarity index 100%
        copy from io.c
        copy to copy.c
        """;
    assertThat(text(ONE, TWO + copy))
        .endsWith("\ncopy.c: only v2 ends with it, and no mail shows all of it\n");
  }

  @Test
  void binaryFilesAreComparedByTheirIds() {
    String binary =
        """
        diff --git a/x.png b/x.png
        index 1111111111111111111111111111111111111111..2222222222222222222222222222222222222222 100644
        GIT binary patch
        literal 1
        Ic$}1p00001

        """;
    String other = binary.replace("2222222222222222222222222222222222222222", "3".repeat(40));
    assertThat(text(binary + ONE, other + ONE))
        .isEqualTo("MODIFIED x.png 2222222..3333333 binary\n");
    assertThat(text(binary, binary)).isEmpty();
  }

  @Test
  void changedModesAreCompared() {
    String mode =
        """
        diff --git a/run b/run
        old mode 100644
        new mode 100755
        """;
    assertThat(text(mode, ONE.replace("io.c", "zz")))
        .startsWith("MODIFIED run 100755..100644 100% \n");
  }

  @Test
  void whatALaterPatchTellsOfARenamedFileIsKnownOfItsBase() {
    String renamed =
        """
        diff --git a/run b/go
        similarity index 100%
        rename from run
        rename to go
        """;
    String mode =
        """
        diff --git a/go b/go
        old mode 100644
        new mode 100755
        """;
    assertThat(
            Compared.text(Compared.of(List.of(renamed, mode), List.of(ONE.replace("io.c", "zz")))))
        .startsWith("RENAMED go run 100755..100644 100% \n");
  }

  @Test
  void lineNumbersOfNineDigitsTakeNoMoreRoom() {
    String far = ONE.replace("@@ -10,7 +10,7 @@", "@@ -900000000,7 +900000000,7 @@");
    assertThat(text(far, far.replace("2222222", "3333333").replace("+one", "+two")))
        .contains("@@ -900000000,7 +900000000,7 @@");
  }

  private static String text(String before, String after) {
    return Compared.text(Compared.of(List.of(before), List.of(after)));
  }
}
