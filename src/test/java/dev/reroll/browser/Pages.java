package dev.reroll.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.cli.Program;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes pages with the program itself, seeing nothing of the machine's settings. */
record Pages(Path folder) {
  private static final Path SAMPLES = Path.of("samples").toAbsolutePath();

  /** Returns the names of the samples. */
  static List<String> samples() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders
          .filter(Files::isDirectory)
          .map(sample -> sample.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Writes the page of a sample. */
  Path ofSample(String name) throws IOException {
    return of(name, mailboxes(name).stream().map(Path::toString).toArray(String[]::new));
  }

  /** Returns the mailboxes of a sample: those of its two sides, or the one that holds both. */
  static List<Path> mailboxes(String sample) {
    Path folder = SAMPLES.resolve(sample);
    Path thread = folder.resolve("thread.mbox");
    return Files.exists(thread)
        ? List.of(thread)
        : List.of(folder.resolve("v1.mbox"), folder.resolve("v2.mbox"));
  }

  /** Writes {@code name.html} about {@code words}: mailboxes and options. */
  Path of(String name, String... words) throws IOException {
    Path page = folder.resolve(name + ".html");
    write(page.toString(), words);
    return page;
  }

  /** Writes the whole lineage of a mailbox, and returns the folder. */
  Path site(String name, String... words) throws IOException {
    Path site = folder.resolve(name);
    write(site + "/", words);
    return site;
  }

  private void write(String target, String... words) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("html", "-q", "-o", target));
    arguments.addAll(Arrays.asList(words));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            err,
            false,
            false,
            Map.of(
                "HOME",
                folder.toString(),
                "GIT_CONFIG_SYSTEM",
                "/dev/null",
                "GIT_DIR",
                "/dev/null"),
            folder);
    ExitCode code = new Program(streams).run(arguments.toArray(String[]::new));
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
  }
}
