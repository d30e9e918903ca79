package dev.reroll.cli.command;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.cli.terminal.FileOutput;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.render.mail.NoteSlots;
import dev.reroll.settings.EditorSettings;
import dev.reroll.settings.GitSettings;
import dev.reroll.settings.StateFolder;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lets the user write notes into a mail's text, in the editor that git would open. */
final class Annotation {
  private final Streams streams;
  private final Report report;
  private final GitSettings settings;

  Annotation(Streams streams, Report report, GitSettings settings) {
    this.streams = streams;
    this.report = report;
    this.settings = settings;
  }

  /** Opens the editor on {@code body}; returns the file that the user leaves behind. */
  Path edit(Octets body, String subject) throws Refusal, IOException {
    String editor =
        EditorSettings.find(settings)
            .orElseThrow(
                () ->
                    Refusal.unreadable(
                        "no editor is configured, and this terminal is dumb",
                        "git config --global core.editor vi"));
    Path file = file(body, subject);
    report.now("waiting for the editor: " + editor);
    int code = run(editor, file);
    if (code != 0) {
      throw Refusal.unreadable(
          "the editor '"
              + editor
              + "' exited with "
              + code
              + "; nothing was sent, your text is saved",
          "ls -l " + ShellWord.of(file.toString()));
    }
    return file;
  }

  private Path file(Octets body, String subject) throws Refusal {
    Path folder =
        StateFolder.find(settings)
            .map(state -> state.resolve("reroll").resolve("outbox"))
            .orElseThrow(() -> Refusal.unreadable("neither XDG_STATE_HOME nor HOME is set"));
    OctetBuilder text = new OctetBuilder(body.length() + 500);
    text.append(NoteSlots.comment(subject.replaceAll("\\s", " ")));
    text.append(NoteSlots.comment("Lines that begin with #! are ignored, and so are the slots"));
    text.append(NoteSlots.comment("of notes that are left empty. An empty text aborts the mail."));
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "edit-", ".txt");
      Files.write(file, text.append(body).toOctets().toByteArray());
      return file;
    } catch (IOException failed) {
      throw Refusal.unreadable(
          "cannot save your text in '" + folder + "': " + FileOutput.reason(failed),
          "XDG_STATE_HOME=$PWD reroll mail --annotate BEFORE AFTER",
          "ls -ld " + ShellWord.of(folder.toString()));
    }
  }

  private int run(String editor, Path file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("sh", "-c", editor + " \"$@\"", editor, file.toString()));
    builder.directory(streams.workingFolder().toAbsolutePath().toFile());
    builder.environment().clear();
    builder.environment().putAll(streams.environment());
    builder.inheritIO();
    try {
      return builder.start().waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Returns the text without what was only meant for the editor. */
  Octets read(Path file) throws Refusal, IOException {
    Octets text = NoteSlots.taken(Octets.wrap(Files.readAllBytes(file)));
    if (text.toString().isBlank()) {
      throw Refusal.unreadable("the text is empty, so there is no mail", "reroll mail --help");
    }
    return text;
  }

  /** Removes the file once its text is where it should be. */
  static void forget(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
