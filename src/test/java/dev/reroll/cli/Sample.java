package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.cli.option.ShellWords;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A situation below {@code samples/}: mails, the command line as it is typed beside them, and what
 * it prints.
 */
record Sample(Path folder) {
  static final Path ALL = Path.of("samples");

  static List<Sample> all() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.filter(Files::isDirectory).sorted().map(Sample::new).toList();
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** Returns the words behind {@code reroll}. */
  List<String> arguments() throws IOException, Refusal {
    List<String> words = ShellWords.split(Files.readString(folder.resolve("command.txt")));
    assertThat(words).first().isEqualTo("reroll");
    return words.subList(1, words.size());
  }

  Path expectedOut() {
    return folder.resolve("expected.txt");
  }

  /** Returns the file with what standard error says. */
  Path expectedErr() {
    return folder.resolve("expected-stderr.txt");
  }

  /** Returns the mailboxes of the two sides, or the one that holds both, by their own names. */
  List<Path> mailboxes() {
    List<Path> sides = List.of(folder.resolve("v1.mbox"), folder.resolve("v2.mbox"));
    Path thread = folder.resolve("thread.mbox");
    return Files.exists(thread) ? List.of(thread) : sides;
  }
}
