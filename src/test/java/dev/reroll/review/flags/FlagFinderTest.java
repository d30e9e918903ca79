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
    assertThat(paths("include/uapi/linux/io.h")).containsExactly("UAPI CHANGED");
    assertThat(paths("arch/x86/include/uapi/asm/io.h")).containsExactly("UAPI CHANGED");
    assertThat(paths("tools/include/uapi/linux/io.h")).isEmpty();
  }

  @Test
  void headerThatOnlyOneVersionTouchesIsNewOrDropped() {
    Draft without = new Draft("PATCH", SIGNED, "io.c", "int read;");
    Draft with = new Draft("PATCH", SIGNED, "include/uapi/io.h", "int read;");
    assertThat(flags(without, with)).containsExactly("UAPI ADDED");
    assertThat(flags(with, without)).containsExactly("UAPI DROPPED");
  }

  @Test
  void changedConfigurationAndBindingAreFlagged() {
    assertThat(paths("drivers/io/Kconfig")).containsExactly("KCONFIG CHANGED");
    assertThat(paths("drivers/io/Kconfig.debug")).containsExactly("KCONFIG CHANGED");
    assertThat(paths("Documentation/devicetree/bindings/io.yaml"))
        .containsExactly("DEVICE_TREE_BINDING CHANGED");
    assertThat(paths("drivers/io/Kconfigured.c")).isEmpty();
  }

  @Test
  void exportsAreFlaggedBySymbol() {
    Draft without = new Draft("PATCH", SIGNED, "io.c", "int read;");
    Draft with = new Draft("PATCH", SIGNED, "io.c", "EXPORT_SYMBOL_GPL(io_read);");
    assertThat(flags(without, with)).containsExactly("EXPORTED_SYMBOL ADDED");
    assertThat(flags(with, without)).containsExactly("EXPORTED_SYMBOL DROPPED");
  }

  @Test
  void fixedCommitIsFlaggedUnlessItIsTheSame() {
    String fixes = "Fixes: 0123456789ab (\"io: read\")\n";
    String longer = "Fixes: 0123456789abcdef (\"io: read\")\n";
    String other = "Fixes: ba9876543210 (\"io: write\")\n";
    assertThat(trailers(SIGNED, fixes + SIGNED)).containsExactly("FIXES ADDED");
    assertThat(trailers(fixes + SIGNED, SIGNED)).containsExactly("FIXES DROPPED");
    assertThat(trailers(fixes + SIGNED, other + SIGNED)).containsExactly("FIXES CHANGED");
    assertThat(trailers(fixes + SIGNED, longer + SIGNED)).isEmpty();
  }

  @Test
  void stableIsFlaggedUnlessOnlyItsRemarkChanges() {
    String stable = "Cc: stable@vger.kernel.org\n";
    assertThat(trailers(SIGNED, stable + SIGNED)).containsExactly("STABLE ADDED");
    assertThat(trailers(stable + SIGNED, SIGNED)).containsExactly("STABLE DROPPED");
    assertThat(trailers(stable + SIGNED, "Cc: <stable@vger.kernel.org> # 6.1+\n" + SIGNED))
        .isEmpty();
  }

  @Test
  void lostSignOffIsFlaggedOnce() {
    String other = "Signed-off-by: Bob <bob@example.org>";
    assertThat(trailers(SIGNED, other)).containsExactly("AUTHOR_SIGN_OFF DROPPED");
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
    assertThat(flags(before, after)).containsExactly("SENDER_SIGN_OFF DROPPED");
  }

  @Test
  void otherTreeInTheSubjectIsFlagged() {
    assertThat(flags(draft("PATCH net"), draft("PATCH net-next"))).containsExactly("TREE CHANGED");
    assertThat(flags(draft("RFC PATCH net"), draft("PATCH net"))).isEmpty();
    assertThat(flags(draft("PATCH"), draft("PATCH net"))).isEmpty();
  }

  @Test
  void otherBaseIsFlagged() {
    String one = "0123456789abcdef0123456789abcdef01234567";
    String two = "76543210fedcba9876543210fedcba9876543210";
    assertThat(flags(draft("PATCH").on(one), draft("PATCH").on(two)))
        .containsExactly("BASE CHANGED");
    assertThat(flags(draft("PATCH").on(one), draft("PATCH").on(one))).isEmpty();
    assertThat(flags(draft("PATCH"), draft("PATCH").on(two))).isEmpty();
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
    return flag.kind().name() + " " + flag.change().name();
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
