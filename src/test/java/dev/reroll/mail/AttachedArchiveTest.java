package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;

/** Patches that come as an archive. */
class AttachedArchiveTest {
  private final List<Diagnostic> heard = new ArrayList<>();

  private static byte[] patch(String word) {
    return """
    From: Ada Example <ada@example.org>
    Subject: [PATCH] f: %1$s

    ---
    diff --git a/f b/f
    --- a/f
    +++ b/f
    @@ -1 +1 @@
    -one
    +%1$s
    """
        .formatted(word)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] tar() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (String name : List.of("v2-0002-b.patch", "v2-0001-a.patch", "README")) {
        byte[] octets = name.equals("README") ? new byte[] {'x'} : patch(name);
        TarArchiveEntry entry = new TarArchiveEntry("p/" + name);
        entry.setSize(octets.length);
        tar.putArchiveEntry(entry);
        tar.write(octets);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("v2-0001-a.patch", "v2-0002-b.patch")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(patch(name));
      }
    }
    return out.toByteArray();
  }

  /** Wraps a stream into one that packs. */
  private interface Packing {
    OutputStream of(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] octets, Packing packing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = packing.of(out)) {
      stream.write(octets);
    }
    return out.toByteArray();
  }

  private List<MailItem> read(String name, byte[] octets) {
    String mail =
        """
        From: Ada Example <ada@example.org>
        Subject: Faster queue
        Message-ID: <a@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=B

        --B
        Content-Type: text/plain

        See below.
        --B
        Content-Type: application/octet-stream; name="%1$s"
        Content-Disposition: attachment; filename="%1$s"
        Content-Transfer-Encoding: base64

        %2$s
        --B--
        """
            .formatted(name, Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(octets));
    return new MailReader(heard::add)
        .read(RawMessage.of(Octets.utf8(mail), new Locator("a.mbox", 0)));
  }

  private void assertHoldsBoth(String name, byte[] octets) {
    List<MailItem> items = read(name, octets);
    assertThat(items).as(name).hasSize(3);
    assertThat(items.subList(1, 3)).as(name).allMatch(PatchMail.class::isInstance);
    assertThat(items.subList(1, 3))
        .as(name)
        .extracting(item -> item.envelope().subject().position().orElseThrow().ordinal())
        .containsExactly(1, 2);
    assertThat(items.get(1).envelope().subject().version()).as(name).hasValue(2);
  }

  @Test
  void archivesAreReadInTheOrderOfTheirNames() throws IOException {
    assertHoldsBoth("v2.tar", tar());
    assertHoldsBoth("v2.tar.gz", packed(tar(), GZIPOutputStream::new));
    assertHoldsBoth("v2.tgz", packed(tar(), GZIPOutputStream::new));
    assertHoldsBoth("v2.tar.bz2", packed(tar(), BZip2CompressorOutputStream::new));
    assertHoldsBoth("v2.zip", zip());
    assertThat(heard).isEmpty();
  }

  @Test
  void oneFilePackedWithBzip2IsRead() throws IOException {
    List<MailItem> items =
        read("a.patch.bz2", packed(patch("a"), BZip2CompressorOutputStream::new));
    assertThat(items).hasSize(2);
    assertThat(items.get(1)).isInstanceOf(PatchMail.class);
  }

  @Test
  void whatIsDamagedTooLargeOrOfAnotherKindIsNamed() throws IOException {
    byte[] cut = Arrays.copyOf(packed(tar(), GZIPOutputStream::new), 60);
    read("v2.tar.gz", cut);
    read("v2.zip", new byte[] {1, 2, 3});
    read("v2.tar.bz2", new byte[] {'B', 'Z', 'h', '9', 0, 0});
    read("v2.tar.gz", packed(new byte[80 << 20], GZIPOutputStream::new));
    read("v2.tar.xz", new byte[] {1});
    assertThat(heard).extracting(Diagnostic::text).anyMatch(text -> text.contains("'v2.tar.gz'"));
    assertThat(heard).extracting(Diagnostic::text).anyMatch(text -> text.contains("'v2.tar.bz2'"));
    assertThat(heard)
        .extracting(Diagnostic::text)
        .anyMatch(text -> text.contains("'v2.tar.xz' is an archive of a kind that is not read"));
  }
}
