package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * An archive of patches that is attached to a mail, as PostgreSQL's hackers send them: tar, plain
 * or packed with gzip or bzip2, and zip; also a single file packed with bzip2.
 *
 * <p>Loaded only where such a mail is met. Nothing is written to disk, and the names within are
 * never paths for us. What is unpacked has limits: octets in all, and files.
 */
final class AttachedArchive {
  private static final int MAX_FILES = 1000;

  /**
   * One file of an archive.
   *
   * @param name as the archive has it
   * @param octets what it holds
   */
  record Entry(String name, Octets octets) {}

  private final String name;
  private final int limit;

  private AttachedArchive(String name, int limit) {
    this.name = name;
    this.limit = limit;
  }

  /**
   * Returns the files in {@code octets}, in the order of their names; nothing where it is damaged
   * or holds more than {@code limit} octets or a thousand files.
   */
  static Optional<List<Entry>> read(String fileName, Octets octets, int limit) {
    AttachedArchive archive = new AttachedArchive(fileName.toLowerCase(Locale.ROOT), limit);
    try (InputStream in = archive.unpacked(new ByteArrayInputStream(octets.toByteArray()))) {
      return archive.entries(in, fileName);
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty(); // The library throws either at hostile archives.
    }
  }

  private InputStream unpacked(InputStream packed) throws IOException {
    if (name.endsWith(".gz") || name.endsWith(".tgz")) {
      return new BufferedInputStream(new GZIPInputStream(packed));
    }
    return name.endsWith("bz2")
        ? new BufferedInputStream(new BZip2CompressorInputStream(packed, true))
        : packed;
  }

  private Optional<List<Entry>> entries(InputStream in, String fileName) throws IOException {
    if (name.endsWith(".zip")) {
      return files(new ZipArchiveInputStream(in));
    }
    if (MailPart.ArchiveName.isTar(name)) {
      return files(new TarArchiveInputStream(in));
    }
    String bare = fileName.substring(0, fileName.length() - ".bz2".length());
    return content(in, limit).map(octets -> List.of(new Entry(bare, octets)));
  }

  private Optional<List<Entry>> files(ArchiveInputStream<?> archive) throws IOException {
    List<Entry> files = new ArrayList<>();
    int left = limit;
    ArchiveEntry entry = archive.getNextEntry();
    for (int count = 0; entry != null; count++) {
      if (count >= MAX_FILES) {
        return Optional.empty();
      }
      if (!entry.isDirectory() && archive.canReadEntryData(entry)) {
        Optional<Octets> octets = content(archive, left);
        if (octets.isEmpty()) {
          return Optional.empty();
        }
        left -= octets.get().length();
        files.add(new Entry(entry.getName(), octets.get()));
      }
      entry = archive.getNextEntry();
    }
    files.sort(Comparator.comparing(Entry::name));
    return Optional.of(files);
  }

  private static Optional<Octets> content(InputStream in, int limit) throws IOException {
    OctetBuilder out = new OctetBuilder(1 << 12);
    byte[] chunk = new byte[16384];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      out.append(Octets.wrap(chunk, 0, count));
      if (out.length() > limit) {
        return Optional.empty();
      }
    }
    return Optional.of(out.toOctets());
  }
}
