package dev.reroll.review.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.review.ReviewedThread;
import dev.reroll.review.result.Review;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two versions of a patch, sent on the 1st and the 3rd, and one answer. */
class ThreadStateFinderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Applied, thanks!",
        "Thanks, applied.",
        "Thanks, I've applied this for 5.10.",
        "Anyway, v2 looks fine, applied for 5.15.",
        "Applied to io-next.",
        "This series was applied to io/io.git (main)",
        "Both applied, thanks.",
        "Queued for 6.2, thanks"
      })
  void whoTookTheNewerVersionIsNamed(String words) {
    assertThat(state("2", 4, "Bob <bob@example.org>", words)).containsExactly("applied Bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is not ready to be applied yet.",
        "Is this going to be merged into 5.15?",
        "I applied the diff at the end to my test.",
        "I get a bunch of these with this applied:",
        "> Applied, thanks!",
        "Let's get it queued up next week."
      })
  void whoSpeaksOfItHasNotTakenIt(String words) {
    assertThat(state("2", 4, "Bob <bob@example.org>", words)).isEmpty();
  }

  @Test
  void commitsAreNamedWhereTheAnswerDoes() {
    assertThat(
            state(
                "2",
                4,
                "Bob <bob@example.org>",
                "Applied, thanks!\n\n[1/1] io: add a buffer\n"
                    + "      commit: 0123456789abcdef0123456789abcdef01234567"))
        .containsExactly("applied Bob 0123456789ab");
  }

  @Test
  void authorDoesNotApply() {
    assertThat(state("2", 4, "Ada <ada@example.org>", "Applied, thanks!")).isEmpty();
  }

  @Test
  void answerToTheOlderVersionIsLateOnceTheNewerIsSent() {
    assertThat(state("1", 4, "Bob <bob@example.org>", "Why so?"))
        .containsExactly("answered late Bob");
    assertThat(state("1", 2, "Bob <bob@example.org>", "Why so?")).isEmpty();
    assertThat(state("1", 4, "Ada <ada@example.org>", "Because.")).isEmpty();
  }

  @Test
  void refusalsAndRobotsAreNamed() {
    assertThat(state("2", 4, "Bob <bob@example.org>", "NAK. Not like this."))
        .containsExactly("refused Bob");
    assertThat(state("2", 4, "Bob <bob@example.org>", "Nacked-by: Bob <bob@example.org>"))
        .containsExactly("refused Bob");
    assertThat(state("2", 4, "Bob <bob@example.org>", "I would not NAK it.")).isEmpty();
    assertThat(state("2", 4, "kernel test robot <lkp@example.org>", "Hi, warnings: x"))
        .containsExactly("reported kernel test robot");
  }

  @Test
  void laterVersionsSupersedeTheNewerOne() {
    SeriesBag bag =
        ReviewedThread.bag(Octets.utf8(patch("", 1) + patch(" v2", 3) + patch(" v3", 5)));
    Lineage lineage = bag.lineages().get(0);
    List<SeriesVersion> versions = lineage.versions();
    assertThat(words(ReviewedThread.review(bag, lineage, versions.get(0), versions.get(1))))
        .containsExactly("superseded v3");
    assertThat(words(ReviewedThread.review(bag, lineage, versions.get(1), versions.get(2))))
        .isEmpty();
  }

  private static List<String> words(Review review) {
    return review.thread().notes().stream()
        .map(note -> note.kind() + " " + String.join(" ", note.what()))
        .toList();
  }

  private static List<String> state(String answered, int day, String from, String words) {
    String answer =
        """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: %s
        Date: Mon, %d Jun 2026 10:00:00 +0000
        Message-ID: <answer@example.org>
        In-Reply-To: <%s@example.org>
        Subject: Re: [PATCH] io: add a buffer

        %s

        """
            .formatted(from, day, answered, words);
    return words(ReviewedThread.of(Octets.utf8(patch("", 1) + patch(" v2", 3) + answer)));
  }

  private static String patch(String version, int day) {
    return """
    From mboxrd@z Thu Jan  1 00:00:00 1970
    From: Ada <ada@example.org>
    Date: Mon, %d Jun 2026 10:00:00 +0000
    Message-ID: <%d@example.org>
    Subject: [PATCH%s] io: add a buffer

    Add it.
    ---
    diff --git a/io.c b/io.c
    --- a/io.c
    +++ b/io.c
    @@ -1,2 +1,3 @@
     int one;
    +int day_%d;
     int two;
    """
        .formatted(day, (day + 1) / 2, version, day);
  }
}
