package dev.reroll.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Puts small mailboxes into a folder; each patch changes a file of its own. */
record Mails(Path folder) {
  /** What {@code reroll diff v1.mbox v2.mbox} prints for {@link #twoVersions()}. */
  static final String COMPARISON =
      """
      1:  29c4e908650b = 1:  29c4e908650b one
      2:  18742ff77320 ! 2:  59c402840609 two
          @@ two.c
           @@
            first line
           -old two
          -+new two
          ++newer two
           +second line
           +third line
           +fourth line
      """;

  /** Writes {@code v1.mbox} and {@code v2.mbox}, where the second of two patches has changed. */
  Mails twoVersions() {
    write("v1.mbox", patch("PATCH 1/2", "one", "new") + patch("PATCH 2/2", "two", "new"));
    return write(
        "v2.mbox", patch("PATCH v2 1/2", "one", "new") + patch("PATCH v2 2/2", "two", "newer"));
  }

  Mails write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Mails write(String name, byte[] octets) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, octets);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  byte[] octets(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  /** Returns the mail of a patch that makes the line {@code old TITLE} of TITLE.c a new one. */
  static String patch(String tag, String title, String word) {
    String id = (tag + "-" + title + "-" + word).replaceAll("[^A-Za-z0-9]+", "-");
    return """
    From mboxrd@z Thu Jan  1 00:00:00 1970
    From: Mira Holt <mira.holt@example.org>
    Date: Mon, 02 Mar 2026 10:00:00 +0000
    Subject: [%1$s] %2$s
    Message-ID: <%3$s@example.org>

    ---
    diff --git a/%2$s.c b/%2$s.c
    index 1111111..2222222 100644
    --- a/%2$s.c
    +++ b/%2$s.c
    @@ -1,3 +1,6 @@
     first line
    -old %2$s
    +%4$s %2$s
    +second line
    +third line
    +fourth line
     last line
    --\040
    2.47.0

    """
        .formatted(tag, title, id, word);
  }

  /** Returns a mail whose first part has a header that the mail library cannot take. */
  static String hostile(String subject, String id) {
    return """
    From mboxrd@z Thu Jan  1 00:00:00 1970
    From: Mallory <mallory@example.org>
    Date: Mon, 02 Mar 2026 11:00:00 +0000
    Subject: %s
    Message-ID: <%s>
    Content-Type: multipart/mixed; boundary=b

    --b
    \040
     folded before any header

    text
    --b--

    """
        .formatted(subject, id);
  }

  /** Returns the first {@code count} octets of {@code text}, gzipped. */
  static byte[] gzipped(String text, int count) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(octets)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.copyOf(octets.toByteArray(), Math.min(count, octets.size()));
  }
}
