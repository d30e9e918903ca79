package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Locator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One leaf of a mail of several parts.
 *
 * @param type what it says it is
 * @param fileName the name that its sender gave it
 * @param attached whether it is to be shown only when asked for
 * @param encoding its transfer encoding
 * @param encoded its octets, still encoded
 */
record MailPart(
    MediaType type,
    Optional<String> fileName,
    boolean attached,
    TransferEncoding encoding,
    Octets encoded) {

  /** Whether this is what the sender typed, rather than a file. */
  boolean isText() {
    return type.type().equals("text/plain") && !attached && fileName.isEmpty();
  }

  /** Whether this is what the sender typed, as HTML. */
  boolean isHtml() {
    return type.type().equals("text/html") && !attached && fileName.isEmpty();
  }

  /** Whether this may be a patch, by its type, its name, or a format-patch separator. */
  boolean mayBePatch() {
    String name = fileName.orElse("");
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.endsWith(".patch")
        || plain.endsWith(".diff")
        || ArchiveName.isRead(name)
        || type.type().endsWith("/x-patch")
        || type.type().endsWith("/x-diff")
        || (!isText() && octets().startsWith("From ") && !type.type().startsWith("message/"));
  }

  Octets octets() {
    return encoding.decode(encoded);
  }

  MailBody body(Locator where) {
    return MailBody.decode(encoded, encoding, type, where).partOf(where);
  }

  /** What the name of a file tells of archives; the library that reads them is not asked. */
  static final class ArchiveName {
    private static final List<String> TARS =
        List.of(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2");
    private static final List<String> OTHERS =
        List.of(".tar.xz", ".txz", ".tar.zst", ".7z", ".rar", ".tar.lz", ".xz", ".zst");

    private ArchiveName() {}

    /** Whether it is one that we read. */
    static boolean isRead(String fileName) {
      String lower = fileName.toLowerCase(Locale.ROOT);
      return lower.endsWith(".zip") || lower.endsWith(".bz2") || isTar(lower);
    }

    /** Whether it is an archive that we do not read. */
    static boolean isOther(String fileName) {
      return endsIn(OTHERS, fileName.toLowerCase(Locale.ROOT));
    }

    static boolean isTar(String lower) {
      return endsIn(TARS, lower);
    }

    private static boolean endsIn(List<String> endings, String name) {
      for (String ending : endings) {
        if (name.endsWith(ending)) {
          return true;
        }
      }
      return false;
    }
  }
}
