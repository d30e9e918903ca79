package dev.reroll.cli;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.Refusal;
import dev.reroll.render.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Says things to the user on standard error, a line each. */
final class Report implements Consumer<Diagnostic> {
  private static final int MOST_HINTS = 2;
  private static final String HINT = "hint: ";

  private final OutputStream err;
  private boolean quiet;
  private String command = "";

  Report(Streams streams) {
    this.err = streams.err();
  }

  /** From now on says errors only. */
  void beQuiet() {
    quiet = true;
  }

  /** From now on words its hints for the command called {@code name}. */
  void speakFor(String name) {
    command = name;
  }

  void refusal(Refusal refusal) {
    error(String.valueOf(refusal.getMessage()));
    refusal.hints().stream().limit(MOST_HINTS).forEach(this::hint);
  }

  void error(String text) {
    line("error: " + text);
  }

  /** Says what the user can type instead. */
  void hint(String typed) {
    line(HINT + (command.isEmpty() ? typed : new HintedCommand(command).word(typed)));
  }

  @Override
  public void accept(Diagnostic diagnostic) {
    if (!quiet) {
      String kind = diagnostic.severity() == Diagnostic.Severity.WARNING ? "warning" : "note";
      line(kind + ": " + diagnostic.where() + ": " + diagnostic.text());
    }
  }

  void warning(String text) {
    if (!quiet) {
      line("warning: " + text);
    }
  }

  /** Says something that is neither an error nor a warning. */
  void remark(String text) {
    if (!quiet && text.startsWith(HINT)) {
      hint(text.substring(HINT.length()));
    } else if (!quiet) {
      line(text);
    }
  }

  /** Says that reroll is to blame; shows the stack trace where there is nothing left to try. */
  void bug(Throwable bug, Optional<String> again) {
    error("this is a bug in reroll: " + bug);
    again.ifPresent(this::hint);
    if (again.isEmpty()) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(this::line);
    }
  }

  /** Text may quote a mail, so nothing in it may reach a terminal as a command. */
  private void line(String text) {
    try {
      err.write((VisibleText.of(text) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      // The result and the exit code still say what matters.
      quiet = true;
    }
  }
}
