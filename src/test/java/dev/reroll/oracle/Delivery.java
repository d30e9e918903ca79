package dev.reroll.oracle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Puts the mails of a version on disk, in the container that its manner says. */
final class Delivery {
  private Delivery() {}

  /** Writes below {@code folder}; returns what to name on the command line. */
  static Path write(Mails mails, Manner manner, Path folder, String name) throws IOException {
    switch (manner.container()) {
      case MBOX -> {
        Path file = folder.resolve(name + ".mbox");
        return Files.write(file, OctetText.bytes(mails.mailbox()));
      }
      case GZIP -> {
        Path file = folder.resolve(name + ".mbox.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
          out.write(OctetText.bytes(mails.mailbox()));
        }
        return file;
      }
      case PATCH_FOLDER -> {
        Path patches = Files.createDirectories(folder.resolve(name));
        writeAll(mails.patchFiles(), patches, "%04d-some-title.patch");
        return patches;
      }
      case MAILDIR -> {
        Path maildir = Files.createDirectories(folder.resolve(name));
        for (String part : List.of("cur", "new", "tmp")) {
          Files.createDirectories(maildir.resolve(part));
        }
        writeAll(mails.messages(), maildir.resolve("cur"), "1700000000.%04d.host:2,S");
        return maildir;
      }
    }
    throw new AssertionError(manner.container());
  }

  private static void writeAll(List<String> texts, Path folder, String format) throws IOException {
    for (int i = 0; i < texts.size(); i++) {
      Path file = folder.resolve(String.format(format, i + 1));
      Files.write(file, OctetText.bytes(texts.get(i)));
    }
  }
}
