package dev.reroll.review.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.review.ReviewedThread;
import dev.reroll.review.result.ReviewFlag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlagFinderTest {
  private static final String SIGNED = "Signed-off-by: Ada <ada@example.org>";

  @Test
  void sameVersionTwiceHasNoFlag() {
    Draft draft = new Draft("PATCH", SIGNED, "include/uapi/io.h", "int read;");
    assertThat(flags(draft, draft)).isEmpty();
  }

  @Test
  void changedHeaderOfUserSpaceIsFlagged() {
    assertThat(paths("include/uapi/linux/io.h")).containsExactly("uapi CHANGED");
    assertThat(paths("arch/x86/include/uapi/asm/io.h")).containsExactly("uapi CHANGED");
    assertThat(paths("tools/include/uapi/linux/io.h")).isEmpty();
  }

  @Test
  void headerThatOnlyOneVersionTouchesIsNewOrDropped() {
    Draft without = new Draft("PATCH", SIGNED, "io.c", "int read;");
    Draft with = new Draft("PATCH", SIGNED, "include/uapi/io.h", "int read;");
    assertThat(flags(without, with)).containsExactly("uapi ADDED");
    assertThat(flags(with, without)).containsExactly("uapi DROPPED");
  }

  @Test
  void changedConfigurationAndBindingAreFlagged() {
    assertThat(paths("drivers/io/Kconfig")).containsExactly("kconfig CHANGED");
    assertThat(paths("drivers/io/Kconfig.debug")).containsExactly("kconfig CHANGED");
    assertThat(paths("Documentation/devicetree/bindings/io.yaml"))
        .containsExactly("device-tree-binding CHANGED");
    assertThat(paths("drivers/io/Kconfigured.c")).isEmpty();
  }

  @Test
  void exportsAreFlaggedBySymbol() {
    Draft without = new Draft("PATCH", SIGNED, "io.c", "int read;");
    Draft with = new Draft("PATCH", SIGNED, "io.c", "EXPORT_SYMBOL_GPL(io_read);");
    assertThat(flags(without, with)).containsExactly("exported-symbol ADDED");
    assertThat(flags(with, without)).containsExactly("exported-symbol DROPPED");
  }

  @Test
  void exportsAreCalledByTheirSymbols() {
    Draft without = new Draft("PATCH", SIGNED, "io.c", "int read;");
    Draft with = new Draft("PATCH", SIGNED, "io.c", "EXPORT_SYMBOL_NS(io_read, \"IO\");");
    String mails = without.mail("", 1) + with.mail(" v2", 2);
    assertThat(ReviewedThread.of(Octets.utf8(mails)).flags())
        .flatExtracting(ReviewFlag::what)
        .containsExactly("io_read");
  }

  @Test
  void fixedCommitIsFlaggedUnlessItIsTheSame() {
    String fixes = "Fixes: 0123456789ab (\"io: read\")\n";
    String longer = "Fixes: 0123456789abcdef (\"io: read\")\n";
    String other = "Fixes: ba9876543210 (\"io: write\")\n";
    assertThat(trailers(SIGNED, fixes + SIGNED)).containsExactly("fixes ADDED");
    assertThat(trailers(fixes + SIGNED, SIGNED)).containsExactly("fixes DROPPED");
    assertThat(trailers(fixes + SIGNED, other + SIGNED)).containsExactly("fixes CHANGED");
    assertThat(trailers(fixes + SIGNED, longer + SIGNED)).isEmpty();
  }

  @Test
  void stableIsFlaggedUnlessOnlyItsRemarkChanges() {
    String stable = "Cc: stable@vger.kernel.org\n";
    assertThat(trailers(SIGNED, stable + SIGNED)).containsExactly("stable ADDED");
    assertThat(trailers(stable + SIGNED, SIGNED)).containsExactly("stable DROPPED");
    assertThat(trailers(stable + SIGNED, "Cc: <stable@vger.kernel.org> # 6.1+\n" + SIGNED))
        .isEmpty();
  }

  @Test
  void lostSignOffIsFlaggedOnce() {
    String other = "Signed-off-by: Bob <bob@example.org>";
    assertThat(trailers(SIGNED, other)).containsExactly("author-sign-off MISSING");
    assertThat(trailers(other, other)).isEmpty();
    assertThat(trailers("Acked-by: Bob <bob@example.org>", "Acked-by: Eve <eve@example.org>"))
        .isEmpty();
  }

  @Test
  void lostSignOffOfTheSenderIsFlagged() {
    String both = "Signed-off-by: Bob <bob@example.org>\n" + SIGNED;
    Draft before = new Draft("PATCH", both, "io.c", "int a;").by("Bob <bob@example.org>");
    Draft after =
        new Draft("PATCH", "Signed-off-by: Bob <bob@example.org>", "io.c", "int a;")
            .by("Bob <bob@example.org>");
    assertThat(flags(before, after)).containsExactly("sender-sign-off MISSING");
  }

  @Test
  void otherTreeInTheSubjectIsFlagged() {
    assertThat(flags(draft("PATCH net"), draft("PATCH net-next"))).containsExactly("tree CHANGED");
    assertThat(flags(draft("RFC PATCH net"), draft("PATCH net"))).isEmpty();
    assertThat(flags(draft("PATCH"), draft("PATCH net"))).isEmpty();
  }

  @Test
  void otherBaseIsFlagged() {
    String one = "0123456789abcdef0123456789abcdef01234567";
    String two = "76543210fedcba9876543210fedcba9876543210";
    assertThat(flags(draft("PATCH").on(one), draft("PATCH").on(two)))
        .containsExactly("base CHANGED");
    assertThat(flags(draft("PATCH").on(one), draft("PATCH").on(one))).isEmpty();
    assertThat(flags(draft("PATCH"), draft("PATCH").on(two))).isEmpty();
  }

  @Test
  void numbersOfIoctlsAndAttributesAreUapiWhereverTheyStand() {
    assertThat(lines("io.h", "#define IO_READ _IOR('i', 1, int)")).containsExactly("uapi ADDED");
    assertThat(lines("net/io.c", "[IO_A_NAME] = { .type = NLA_STRING },"))
        .containsExactly("uapi ADDED");
    assertThat(lines("tools/io.h", "#define IO_READ _IOR('i', 1, int)")).isEmpty();
    assertThat(lines("io.c", "call(_IOR('i', 1, int));")).isEmpty();
  }

  private static List<String> lines(String path, String line) {
    return flags(
        new Draft("PATCH", SIGNED, path, "int read;"), new Draft("PATCH", SIGNED, path, line));
  }

  @Test
  void keptTagOnChangedCodeIsFlagged() {
    String reviewed = SIGNED + "\nReviewed-by: Eve <eve@example.org>";
    assertThat(
            flags(
                new Draft("PATCH", reviewed, "io.c", "int read;"),
                new Draft("PATCH", reviewed, "io.c", "int write;")))
        .contains("tag-kept CHANGED");
  }

  private static Draft draft(String tags) {
    return new Draft(tags, SIGNED, "io.c", "int read;");
  }

  private static List<String> paths(String path) {
    return flags(
        new Draft("PATCH", SIGNED, path, "int read;"),
        new Draft("PATCH", SIGNED, path, "int write;"));
  }

  private static List<String> trailers(String before, String after) {
    return flags(
        new Draft("PATCH", before, "io.c", "int read;"),
        new Draft("PATCH", after, "io.c", "int read;"));
  }

  private static List<String> flags(Draft before, Draft after) {
    String mails = before.mail("", 1) + after.mail(" v2", 2);
    return ReviewedThread.of(Octets.utf8(mails)).flags().stream()
        .map(FlagFinderTest::words)
        .toList();
  }

  private static String words(ReviewFlag flag) {
    return flag.name() + " " + flag.change().name();
  }

  private record Draft(
      String tags,
      String trailers,
      String path,
      String line,
      Optional<String> base,
      String author) {
    Draft(String tags, String trailers, String path, String line) {
      this(tags, trailers, path, line, Optional.empty(), "");
    }

    Draft on(String commit) {
      return new Draft(tags, trailers, path, line, Optional.of(commit), author);
    }

    Draft by(String person) {
      return new Draft(tags, trailers, path, line, base, "From: " + person + "\n\n");
    }

    String mail(String version, int day) {
      return """
      From mboxrd@z Thu Jan  1 00:00:00 1970
      From: Ada <ada@example.org>
      Date: Mon, %d Jun 2026 10:00:00 +0000
      Message-ID: <%d@example.org>
      Subject: [%s%s] io: read what was asked for

      %sRead it.

      %s
      ---
      diff --git a/%s b/%s
      --- a/%s
      +++ b/%s
      @@ -1,2 +1,6 @@
       int one;
      +int a_line_that_stays;
      +int another_line_that_stays;
      +int a_third_line_that_stays;
      +%s
       int two;
      %s
      """
          .formatted(
              day,
              day,
              tags,
              version,
              author,
              trailers,
              path,
              path,
              path,
              path,
              line,
              base.map(commit -> "\nbase-commit: " + commit + "\n").orElse(""));
    }
  }
}
