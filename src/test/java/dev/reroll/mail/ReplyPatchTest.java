package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Patches in answers. */
class ReplyPatchTest {
  private static final String DIFF =
      """
      diff --git a/f b/f
      --- a/f
      +++ b/f
      @@ -1 +1 @@
      -one
      +two
      """;

  private static Optional<PatchMail> in(String body) {
    String mail =
        """
        From: Ada Example <ada@example.org>
        Subject: Re: [PATCH v2 1/2] f: two
        Message-ID: <a@example.org>
        In-Reply-To: <b@example.org>

        """;
    MailItem item =
        new MailReader(heard -> {})
            .read(RawMessage.of(Octets.utf8(mail + body), new Locator("a.mbox", 0)))
            .get(0);
    return ReplyPatch.in((Reply) item);
  }

  @Test
  void aWholePatchIsOne() {
    PatchMail patch = in("Better.\n\nSigned-off-by: Ada <a@b.org>\n---\n" + DIFF).orElseThrow();
    assertThat(patch.message().subject()).hasToString("f: two");
    assertThat(patch.message().body()).hasToString("Better.\n\nSigned-off-by: Ada <a@b.org>\n");
    assertThat(patch.diff()).hasToString(DIFF);
    assertThat(patch.envelope().subject().reply()).isFalse();
    assertThat(patch.envelope().subject().version()).hasValue(2);
  }

  @Test
  void whatStandsBelowScissorsIsOne() {
    PatchMail patch =
        in("> old\nHow about this?\n\n-- >8 --\nSubject: [PATCH] f: say two\n\nWhy.\n\n" + DIFF)
            .orElseThrow();
    assertThat(patch.message().subject()).hasToString("f: say two");
    assertThat(patch.message().body()).hasToString("Why.\n");
    assertThat(in("Hm.\n- - - - 8< cut here - - - - >8 - - - -\nWhy.\n" + DIFF)).isPresent();
  }

  @Test
  void anExampleIsNone() {
    assertThat(in("How about\n\n" + DIFF)).isEmpty();
    assertThat(in("> " + DIFF.replace("\n", "\n> "))).isEmpty();
    assertThat(in("Thanks >8 no cut\n\n" + DIFF)).isEmpty();
  }
}
