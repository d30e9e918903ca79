package dev.reroll.source.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.MessageId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users paste to name a series. */
class SeriesNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2-3-ann@example.org",
        "<1.2-3-ann@example.org>",
        "  <1.2-3-ann@example.org>\n",
        "id:1.2-3-ann@example.org",
        "id:<1.2-3-ann@example.org>",
        "rfc822msgid:1.2-3-ann@example.org",
        "Message-ID: <1.2-3-ann@example.org>",
        "message-id:<1.2-3-ann@example.org>",
        "mid:1.2-3-ann%40example.org",
        "news:1.2-3-ann@example.org",
        "news:<1.2-3-ann@example.org>",
        "news://nntp.example.org/1.2-3-ann%40example.org",
        "Link: https://patch.msgid.link/1.2-3-ann@example.org",
        "link: <https://patch.msgid.link/1.2-3-ann@example.org>",
        "<https://patch.msgid.link/1.2-3-ann@example.org>",
        "https://patchwork.example.org/project/netdev/patch/1.2-3-ann@example.org/",
        "https://patchwork.example.org/project/netdev/cover/1.2-3-ann@example.org/",
        "https://patchwork.example.org/project/netdev/patch/1.2-3-ann%40example.org/mbox/",
        "https://patch.msgid.link/1.2-3-ann@example.org",
        "https://msgid.link/1.2-3-ann@example.org",
        "https://marc.example.com/?i=1.2-3-ann@example.org",
        "https://search.example.com/search?l=mid&q=%3C1.2-3-ann%40example.org%3E",
        "https://lists.example.org/msgid-search/1.2-3-ann@example.org",
        "https://www.example.org/message-id/%3c1.2-3-ann@example.org%3e",
      })
  void anIdIsFoundForTheConfiguredServer(String typed) {
    assertThat(SeriesName.find(typed))
        .hasValue(new SeriesName(new MessageId("1.2-3-ann@example.org"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://lore.kernel.org/io-uring/a%2Fb@example.org/,https://lore.kernel.org/io-uring/",
    "https://lore.kernel.org/all/a%2Fb@example.org,https://lore.kernel.org/all/",
    "https://lore.kernel.org/r/a%2Fb@example.org,https://lore.kernel.org/all/",
    "https://lore.kernel.org/a%2Fb@example.org/,https://lore.kernel.org/all/",
    "https://inbox.example.org/gdb/a%2Fb@example.org/T/#t,https://inbox.example.org/gdb/",
    "https://inbox.example.org/gdb/a%2Fb@example.org/T/#u,https://inbox.example.org/gdb/",
    "http://127.0.0.1:8080/x/a%2Fb@example.org/t.mbox.gz,http://127.0.0.1:8080/x/",
    "HTTPS://inbox.example.org/gdb/a%2Fb%40example.org/raw,https://inbox.example.org/gdb/",
    "https://inbox.example.org/deep/gdb/a%2Fb@example.org/t/,https://inbox.example.org/deep/gdb/",
    "https://ann:secret@inbox.example.org/gdb/a%2Fb@example.org/,https://inbox.example.org/gdb/",
    "https://inbox.example.org/a%2Fb@example.org/,https://inbox.example.org/",
  })
  void anAddressOverridesTheConfiguredServer(String typed, String base) {
    assertThat(SeriesName.find(typed))
        .hasValue(
            new SeriesName(
                new MessageId("a/b@example.org"), Optional.of(ServerAddress.ofBase(base))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1.mbox",
        "-",
        "",
        "folder/",
        "a@",
        "@b",
        "with blank@example.org",
        "file:///tmp/a@example.org",
        "https://patchwork.example.org/project/netdev/patch/12345/",
        "https://lore.kernel.org/io-uring/",
        "https://example.org",
        "https://",
        "https://%zz/a@b",
        "id:",
        "<>",
      })
  void aNameWithoutAnIdIsSomethingElse(String typed) {
    assertThat(SeriesName.find(typed)).isEmpty();
  }

  @Test
  void aMailFromTheMailReaderNamesItsSeries() {
    Octets mail = Octets.utf8("From: a@example.org\nMessage-Id:\n <x@example.org>\n\nhello\n");
    assertThat(SeriesName.of(MailboxSplitter.split(mail, "-").get(0)))
        .hasValue(new SeriesName(new MessageId("x@example.org"), Optional.empty()));
    Octets nameless = Octets.utf8("From: a@example.org\n\nhello\n");
    assertThat(SeriesName.of(MailboxSplitter.split(nameless, "-").get(0))).isEmpty();
  }
}
