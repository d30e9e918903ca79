package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What servers and mail programs do to a patch on its way. */
class TransportRepairTest {
  private static final String BODY =
      """
      Why.

      Signed-off-by: Ada Example <ada@example.org>
      ---
      diff --git a/f b/f
      index 1234567..89abcde 100644
      --- a/f
      +++ b/f
      @@ -1 +1 @@
      -one
      +two
      """;

  private final List<Diagnostic> heard = new ArrayList<>();

  private List<MailItem> read(String headers, byte[] body) {
    String start =
        "From: Ada Example <ada@example.org>\nSubject: [PATCH] f: two\nMessage-ID: <a@example.org>\n"
            + headers
            + "\n";
    Octets mail =
        Octets.utf8(start + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(body));
    return new MailReader(heard::add).read(RawMessage.of(mail, new Locator("a.mbox", 0)));
  }

  private PatchMail patch(String type, byte[] body) {
    String headers = "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n";
    List<MailItem> items = read(headers, body);
    assertThat(items).singleElement().isInstanceOf(PatchMail.class);
    return (PatchMail) items.get(0);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void carriageReturnsOfTheTransportAreTakenOff() {
    PatchMail plain = patch("text/plain; charset=utf-8", utf8(BODY));
    assertThat(heard).isEmpty();
    PatchMail quoted = patch("text/plain; charset=utf-8", utf8(BODY.replace("\n", "\r\n")));

    assertThat(quoted.diff()).isEqualTo(plain.diff());
    assertThat(quoted.message()).isEqualTo(plain.message());
    assertThat(heard).extracting(Diagnostic::severity).containsExactly(Diagnostic.Severity.NOTE);
  }

  @Test
  void carriageReturnsOfTheFileStay() {
    String inFile = BODY.replace("-one\n", "-one\r\n").replace("+two\n", "+two\r\n");
    assertThat(patch("text/plain; charset=utf-8", utf8(inFile)).diff().toString())
        .contains("-one\r\n+two\r\n");
    // The headers end in CR once, the lines of the file twice.
    assertThat(patch("text/plain; charset=utf-8", utf8(inFile.replace("\n", "\r\n"))).diff())
        .hasToString(inFile.substring(inFile.indexOf("diff ")));
    assertThat(heard).hasSize(1);
  }

  @Test
  void wideCharsetsAreRead() {
    PatchMail plain = patch("text/plain; charset=utf-8", utf8(BODY));
    for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE")) {
      byte[] wide = BODY.getBytes(Charset.forName(name));
      PatchMail read = patch("text/plain; charset=" + name, wide);
      assertThat(read.diff()).as(name).isEqualTo(plain.diff());
      assertThat(read.message()).as(name).isEqualTo(plain.message());
    }
    byte[] marked = ("\ufeff" + BODY.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
    assertThat(patch("text/plain", marked).diff()).isEqualTo(plain.diff());
    assertThat(patch("text/plain; charset=UTF-16", utf8(BODY)).diff()).isEqualTo(plain.diff());
  }

  @Test
  void htmlBecomesText() {
    String html =
        "<html><head><title>x</title><style>p {}</style></head><body><p>Looks good,<br>"
            + "but &lt;why&gt;&nbsp;so?</p><blockquote>+int a;<br>+int b;</blockquote>"
            + "<pre>  kept\n  lines</pre><!-- gone --></body></html>";
    assertThat(HtmlText.of(html))
        .isEqualTo("Looks good,\nbut <why> so?\n> +int a;\n> +int b;\n  kept\n  lines\n");
    assertThat(HtmlText.of("a < b && c > d &unknown; &#65;&#x42;"))
        .isEqualTo("a < b && c > d &unknown; AB\n");
  }

  @Test
  void aReplyInHtmlOnlyIsRead() {
    String headers =
        "In-Reply-To: <b@example.org>\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n";
    List<MailItem> items =
        read(
            headers.replace("In-Reply", "X-Old: x\nIn-Reply"),
            utf8("<div>Why?</div><blockquote>+two</blockquote>"));
    assertThat(items).singleElement().isInstanceOf(Reply.class);
    assertThat(((Reply) items.get(0)).text()).hasToString("Why?\n> +two\n");
  }

  @Test
  void aMailInAMailIsAMailOfItsOwn() {
    String inner =
        "From: Bob Example <bob@example.org>\nSubject: [PATCH v2] f: two\nMessage-ID: <b@example.org>\n\n"
            + BODY;
    String outer =
        "From: Ada Example <ada@example.org>\nSubject: Fwd: [PATCH v2] f: two\n"
            + "Message-ID: <a@example.org>\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=B\n\n"
            + "--B\nContent-Type: text/plain\n\nSee below.\n"
            + "--B\nContent-Type: message/rfc822\n\n"
            + inner
            + "\n--B--\n";
    List<MailItem> items =
        new MailReader(heard::add)
            .read(RawMessage.of(Octets.utf8(outer), new Locator("a.mbox", 0)));
    assertThat(items).hasSize(2);
    assertThat(items.get(1)).isInstanceOf(PatchMail.class);
    assertThat(items.get(1).envelope().id().orElseThrow().value()).isEqualTo("b@example.org");
    assertThat(items.get(1).envelope().from().name()).isEqualTo("Bob Example");
  }

  @Test
  void aDigestIsItsMails() {
    String one =
        "From: a@example.org\nSubject: [PATCH 1/2] f: one\nMessage-ID: <1@example.org>\n\n";
    String two =
        "From: a@example.org\nSubject: [PATCH 2/2] f: two\nMessage-ID: <2@example.org>\n\n";
    String digest =
        "From: list@example.org\nSubject: Digest\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/digest; boundary=\"D\"\n\n--D\n\n"
            + one
            + BODY
            + "\n--D\n\n"
            + two
            + BODY
            + "\n--D--\n";
    List<MailItem> items =
        new MailReader(heard::add)
            .read(RawMessage.of(Octets.utf8(digest), new Locator("d.mbox", 0)));
    assertThat(items).hasSize(3);
    assertThat(items.subList(1, 3)).allMatch(PatchMail.class::isInstance);
  }
}
