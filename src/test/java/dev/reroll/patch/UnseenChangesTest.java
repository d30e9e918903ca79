package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparableText.CommitText;
import dev.reroll.patch.UnseenChanges.UnseenChange;
import dev.reroll.problem.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pairs of diffs whose comparable texts are the same, or nearly so. */
class UnseenChangesTest {
  private static final String ZERO = "0000000000000000000000000000000000000000";
  private static final String ONE = "0f000967880835921fb8c9ac06c616a6003bc901";
  private static final String TWO = "dfc54593e7b611eda07cc589bbe3bd4397a94cf8";
  private static final String THREE = "07f569474593ffce84598d4b55f15de769eeb008";

  @Test
  void contentOfBinaryFiles() {
    assertThat(unseen(binary(ONE, TWO), binary(ONE, THREE)))
        .containsExactly("binary content of f: 07f569474593, was dfc54593e7b6");
    assertThat(unseen(binary(ONE, TWO), binary(ONE, TWO))).isEmpty();
    assertThat(unseen(binary("0f00096", "dfc5459"), binary(ONE, TWO))).isEmpty();
    assertThat(unseen(binary("0f00096", "dfc5459"), binary("0f00096", "07f5694")))
        .containsExactly("binary content of f: 07f5694, was dfc5459");
  }

  @Test
  void contentOfBinaryFilesThatStartedFromOthers() {
    assertThat(unseen(binary(ONE, TWO), binary(THREE, TWO))).isEmpty();
    assertThat(unseen(binary(ONE, ZERO), binary(TWO, ZERO))).isEmpty();
    assertThat(unseen(binary(ONE, TWO), binary(TWO, THREE)))
        .containsExactly("binary content of f: 07f569474593, was dfc54593e7b6");
  }

  @Test
  void binaryFilesWithoutIdsSayNothing() {
    String without = binary(ONE, TWO).replaceAll("index .*\n", "");
    assertThat(unseen(without, binary(ONE, THREE))).isEmpty();
    assertThat(unseen(without, without)).isEmpty();
    assertThat(unseen(binary("xyz", "uvw"), binary("xyz", "abc"))).isEmpty();
    assertThat(unseen(binary(ONE, TWO), binary(ONE, THREE + THREE.substring(16)))).isEmpty();
  }

  @Test
  void modeOfNewFiles() {
    assertThat(unseen(whole("new", "100644"), whole("new", "100755")))
        .containsExactly("mode of f: 100755, was 100644");
    assertThat(unseen(whole("new", "100644"), whole("new", "100644"))).isEmpty();
  }

  @Test
  void typeOfFiles() {
    assertThat(unseen(whole("new", "100644"), whole("new", "120000")))
        .containsExactly("file type of f: 120000, was 100644");
    assertThat(unseen(whole("new", "120000"), whole("new", "160000")))
        .containsExactly("file type of f: 160000, was 120000");
    assertThat(unseen(text(ONE, TWO, 1), text(ONE, TWO, 1).replace("100644", "120000")))
        .containsExactly("file type of f: 120000, was 100644");
  }

  @Test
  void filesThatGoSayNothing() {
    assertThat(unseen(whole("deleted", "100644"), whole("deleted", "100755"))).isEmpty();
    assertThat(unseen(whole("deleted", "100644"), whole("deleted", "120000"))).isEmpty();
  }

  @Test
  void modeThatThePatchLeavesAloneIsOfItsBase() {
    assertThat(unseen(text(ONE, TWO, 1), text(ONE, TWO, 1).replace("100644", "100755"))).isEmpty();
  }

  @Test
  void placeInTheSameFile() {
    assertThat(unseen(text(ONE, TWO, 9), text(ONE, THREE, 30)))
        .containsExactly("place of a change in f: line 30, was line 9");
    assertThat(unseen(text("0f00096", TWO, 9), text(ONE, "07f5", 30)))
        .containsExactly("place of a change in f: line 30, was line 9");
  }

  @Test
  void placeAfterARebaseSaysNothing() {
    assertThat(unseen(text(ONE, TWO, 9), text(THREE, ONE, 30))).isEmpty();
    assertThat(unseen(text(ONE, TWO, 9), text(ONE, TWO, 30))).isEmpty();
    assertThat(unseen(text(ONE, TWO, 9), text(ONE, THREE, 9))).isEmpty();
    String without = text(ONE, TWO, 30).replaceAll("index .*\n", "");
    assertThat(unseen(text(ONE, TWO, 9), without)).isEmpty();
  }

  @Test
  void sourceOfACopy() {
    assertThat(unseen(copy("a"), copy("b"))).containsExactly("source of the copy f: b, was a");
    assertThat(unseen(copy("a"), copy("a"))).isEmpty();
    assertThat(unseen(copy("a"), copy("a").replace("100%", "90%"))).isEmpty();
    String blob = "index " + ONE + ".." + TWO + " 100644\n";
    assertThat(unseen(copy("a") + blob, copy("b") + blob)).isEmpty();
  }

  @Test
  void eachFileIsHeldAgainstItsOwn() {
    String link = whole("deleted", "100644") + whole("new", "120000");
    assertThat(unseen(link, link)).isEmpty();
    assertThat(unseen(link, whole("deleted", "100644") + whole("new", "100755")))
        .containsExactly("file type of f: 100755, was 120000");
    String other = whole("new", "100644").replace("/f", "/e");
    String exe = whole("new", "100755").replace("/f", "/e");
    assertThat(unseen(text(ONE, TWO, 9) + other, exe + text(ONE, TWO, 9)))
        .containsExactly("mode of e: 100755, was 100644");
  }

  @Test
  void linesThatDifferAreSeen() {
    FileDiff before = parse(text(ONE, TWO, 9)).files().get(0);
    FileDiff after = parse(text(ONE, THREE, 30).replace("+new", "+newer")).files().get(0);
    assertThat(UnseenChanges.of(before, after)).isEmpty();
  }

  private static String binary(String before, String after) {
    return "diff --git a/f b/f\nindex %s..%s 100644\nBinary files a/f and b/f differ\n"
        .formatted(before, after);
  }

  private static String whole(String what, String mode) {
    boolean isNew = what.equals("new");
    return "diff --git a/f b/f\n%s file mode %s\nindex %s..%s\n--- %s\n+++ %s\n@@ -%s +%s @@\n%s\n"
        .formatted(
            what,
            mode,
            isNew ? ZERO : ONE,
            isNew ? ONE : ZERO,
            isNew ? "/dev/null" : "a/f",
            isNew ? "b/f" : "/dev/null",
            isNew ? "0,0" : "1",
            isNew ? "1" : "0,0",
            isNew ? "+x" : "-x");
  }

  private static String text(String before, String after, int line) {
    return """
    diff --git a/f b/f
    index %1$s..%2$s 100644
    --- a/f
    +++ b/f
    @@ -%3$d,2 +%3$d,2 @@
    -old
    +new
     same
    """
        .formatted(before, after, line);
  }

  private static String copy(String source) {
    return "diff --git a/%1$s b/f\nsimilarity index 100%%\ncopy from %1$s\ncopy to f\n"
        .formatted(source);
  }

  private static List<String> unseen(String before, String after) {
    return UnseenChanges.of(comparable(before), comparable(after)).stream()
        .map(UnseenChange::sentence)
        .toList();
  }

  /** Brings a diff into comparable form, as if it were a commit's. */
  private static ComparablePatch comparable(String diff) {
    Patch patch = parse(diff);
    List<FileDiff> sorted =
        patch.files().stream()
            .sorted((a, b) -> Octets.compareUnsigned(a.after(), b.after()))
            .toList();
    CommitText text =
        new CommitText(patch.id(), Octets.utf8("s"), Octets.EMPTY, Octets.EMPTY, List.of());
    return ComparableText.of(text, sorted);
  }

  private static Patch parse(String diff) {
    return DiffParser.parse(Octets.utf8(diff), new Locator("t", 0), damage -> {});
  }
}
