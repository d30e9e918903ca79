package dev.reroll.message;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.reroll.bytes.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Finds the corpus of real mails, which is not shipped with the project. */
public final class CorpusFolder {
  private CorpusFolder() {}

  /** Returns a folder of the corpus; skips the test where there is none. */
  public static Path require(String name) {
    Path folder = Path.of(System.getProperty("reroll.corpus", "../shared/corpus")).resolve(name);
    if (!Files.isDirectory(folder)) {
      abort("no corpus at " + folder);
    }
    return folder;
  }

  /** Returns the files below {@code folder} that are called one of {@code names}, in order. */
  public static List<Path> files(Path folder, String... names) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> wanted = List.of(names);
      return all.filter(file -> wanted.contains(file.getFileName().toString())).sorted().toList();
    }
  }

  /** Returns the messages of a gzipped mailbox, named after its folder and file. */
  public static List<RawMessage> messages(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      Path folder = file.getName(file.getNameCount() - 2);
      String container = folder + "/" + file.getFileName();
      return MailboxSplitter.split(Octets.wrap(in.readAllBytes()), container);
    }
  }
}
