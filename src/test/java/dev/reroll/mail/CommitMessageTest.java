package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import org.junit.jupiter.api.Test;

class CommitMessageTest {
  private static CommitMessage message(String body) {
    return new CommitMessage(Octets.utf8("title"), Octets.utf8(body));
  }

  @Test
  void textIsSubjectEmptyLineBody() {
    assertThat(message("one\n\ntwo\n").text()).isEqualTo(Octets.utf8("title\n\none\n\ntwo\n"));
    assertThat(message("").text()).isEqualTo(Octets.utf8("title\n"));
    assertThat(new CommitMessage(Octets.EMPTY, Octets.utf8("one\n")).text())
        .isEqualTo(Octets.utf8("one\n"));
  }

  @Test
  void lastParagraphOfKeysHoldsTheTrailers() {
    assertThat(message("Note: this\n\nFixes: 1234 (\"a\")\nCc : b@example.org\n").trailers())
        .containsExactly(new Trailer("Fixes", "1234 (\"a\")"), new Trailer("Cc", "b@example.org"));
  }

  @Test
  void foldedTrailersAreUnfolded() {
    assertThat(message("Fixes: 1234\n  more\nLink: x\n").trailers())
        .containsExactly(new Trailer("Fixes", "1234 more"), new Trailer("Link", "x"));
  }

  @Test
  void otherLinesAreAllowedBesideASignOff() {
    assertThat(message("[b: fixed it]\nSigned-off-by: A <a@example.org>\n").trailers())
        .containsExactly(new Trailer("Signed-off-by", "A <a@example.org>"));
  }

  @Test
  void paragraphOfTextHasNoTrailers() {
    assertThat(message("this is: text\nand more\n").trailers()).isEmpty();
    assertThat(message("Note: text\nand more\n").trailers()).isEmpty();
    assertThat(message("").trailers()).isEmpty();
  }
}
