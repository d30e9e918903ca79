package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Locator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Ids of diffs that mail has damaged; those of whole ones are held against git elsewhere. */
class PatchIdTest {
  private static final String WHOLE =
      """
      diff --git a/io.c b/io.c
      --- a/io.c
      +++ b/io.c
      @@ -1,4 +1,4 @@ static int io(struct request *request, int flags)
       {

      -\told(request);
      +\tnew(request, flags, 0);
       }
      """;

  @Test
  void mendedDiffHasTheIdOfTheWholeOne() {
    String lostItsSpace = WHOLE.replace("\n {\n", "\n\u00a0{\n");
    String wrapped = WHOLE.replace("request, flags, 0", "request,\nflags, 0");
    String wrappedHeader = WHOLE.replace("struct request *request, ", "struct request\n*request, ");

    assertThat(List.of(lostItsSpace, wrapped, wrappedHeader))
        .doesNotContain(WHOLE)
        .allSatisfy(damaged -> assertThat(id(damaged)).isEqualTo(id(WHOLE)));
  }

  @Test
  void remarkOnTheEndOfFileDoesNotCountWhereverItStands() {
    String remark = "\\ No newline at end of file\n";

    assertThat(id(WHOLE.replace("+\tnew", remark + "+\tnew"))).isEqualTo(id(WHOLE));
    assertThat(id(WHOLE + remark)).isEqualTo(id(WHOLE));
  }

  @Test
  void contentCountsAndWhiteSpaceDoesNot() {
    assertThat(id(WHOLE.replace("old", "odd"))).isNotEqualTo(id(WHOLE));
    assertThat(id(WHOLE.replace("\t", "        "))).isEqualTo(id(WHOLE));
  }

  @Test
  void severalThreadsGetTheSameId() throws Exception {
    String expected = id(WHOLE.repeat(200)).hex();
    PatchId asked = id(WHOLE.repeat(200));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<String> ask = asked::hex;
      for (Future<String> answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void idHasFortyDigits() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PatchId("12ab"));
    assertThat(new PatchId("0".repeat(40)).abbreviated(12)).isEqualTo("0".repeat(12));
    assertThat(new PatchId("0".repeat(40), 7).abbreviated(12)).isEqualTo("0".repeat(7));
  }

  private static PatchId id(String diff) {
    return DiffParser.parse(Octets.utf8(diff), new Locator("test", 0), heard -> {}).id();
  }
}
