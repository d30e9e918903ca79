package dev.reroll.review.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.problem.Locator;
import dev.reroll.review.material.ReplyText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QuotedCommentTest {
  @Test
  void wordsBelowAQuoteAreAComment() {
    assertThat(comments("> +a();\n\nWhy?\n"))
        .containsExactly(new QuotedComment(List.of("+a();"), "", List.of("Why?"), List.of()));
  }

  @Test
  void wordsAboveEveryQuoteAreAboutTheWhole() {
    assertThat(comments("Who needs it?\n\n> +a();\n"))
        .containsExactly(new QuotedComment(List.of(), "", List.of("Who needs it?"), List.of()));
    assertThat(comments("Thanks for the patch, some comments below.\n\n> +a();\n")).isEmpty();
  }

  @Test
  void whatOpensTagsIsNoComment() {
    assertThat(comments("> +a();\n\nFor both:\n\nAcked-by: Ada Lind <ada@example.org>\n"))
        .isEmpty();
  }

  @Test
  void aReceiptIsNoComment() {
    for (String receipt :
        List.of("Applied to net-next.", "This patch was applied to net.git", "[1/2] io: one")) {
      assertThat(comments("> all\n\n" + receipt + "\n")).allMatch(QuotedComment::isReceipt);
    }
    assertThat(comments("> all\n\nIt applies the limit twice.\n"))
        .noneMatch(QuotedComment::isReceipt);
  }

  @Test
  void greetingTagAndNameAreNone() {
    assertThat(
            comments(
                "> +a();\n\nThanks,\nReviewed-by: Ada Lind <ada@example.org>\n\nAda\n\n-- \nAda\n"))
        .isEmpty();
  }

  @Test
  void nicknameFarToTheRightIsNone() {
    assertThat(
            comments("> +a();\n\nReviewed-by: Ada Lind <ada@example.org>\n\n\t\t\t\t\t\tHonza\n"))
        .isEmpty();
  }

  @Test
  void nameBeforeAQuoteIsNone() {
    assertThat(comments("Mira Holt <mira.holt@example.org>:\n> +a();\n...> +b();\n")).isEmpty();
  }

  @Test
  void codeBelowAQuoteIsProposed() {
    List<QuotedComment> comments =
        comments("> +a();\n\nProbably:\n\n\tb(c);\n+d();\n\nso that it ends;\n");
    assertThat(comments).hasSize(1);
    assertThat(comments.get(0).proposed()).containsExactly("b(c);", "d();");
  }

  @Test
  void codeKeepsItsShape() {
    List<QuotedComment> comments = comments("> +a();\n\nRather:\n\n\tif (b) {\n\t\tcall();\n\t}\n");
    assertThat(comments).hasSize(1);
    assertThat(comments.get(0).said())
        .containsExactly("Rather:", "\tif (b) {", "\t\tcall();", "\t}");
    assertThat(comments.get(0).says("call();")).isTrue();
    assertThat(comments.get(0).says("call()")).isFalse();
  }

  @Test
  void markOfWhatWasLeftOutIsNone() {
    assertThat(comments("> +a();\n[...]\n> +b();\n[snip]\n")).isEmpty();
  }

  @Test
  void attributionOverTwoLinesIsNone() {
    String text =
        """
        > +a();

        On Mon, 2 Mar 2026 at 10:00, Mira Holt
        <mira@example.org> wrote:
        > +b();
        """;
    assertThat(comments(text)).isEmpty();
  }

  @Test
  void pathIsThatOfTheQuotedDiff() {
    assertThat(comments("> +++ b/io.c\n> @@ -1 +1 @@\n> +a();\nWhy?\n").get(0).path())
        .isEqualTo("io.c");
  }

  @Test
  void quoteOfTwentyThousandQuotesCostsNoStack() {
    assertThat(comments(">".repeat(20_000) + " +a();\n\nWhy?\n"))
        .containsExactly(new QuotedComment(List.of("+a();"), "", List.of("Why?"), List.of()));
  }

  @Test
  @Timeout(20)
  void lineOfHalfAMillionCharactersIsNoAttribution() {
    String line = "wrote said ".repeat(50_000);
    assertThat(comments("> +a();\n\n" + line + "\n"))
        .containsExactly(new QuotedComment(List.of("+a();"), "", List.of(line.strip()), List.of()));
  }

  private static List<QuotedComment> comments(String text) {
    Envelope mail =
        new Envelope(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Person("Ada Lind", "ada@example.org"),
            Optional.empty(),
            SubjectLine.parse("Re: [PATCH] io"),
            "Re: [PATCH] io",
            new Locator("test", 0));
    return QuotedComment.in(ReplyText.of(Octets.utf8(text)), mail);
  }
}
