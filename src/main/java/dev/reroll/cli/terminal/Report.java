package dev.reroll.cli.terminal;

import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.render.text.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Says things to the user on standard error, a line each. */
public final class Report implements Consumer<Diagnostic> {
  private static final int MAX_HINTS = 2;

  private final OutputStream err;
  private final boolean errIsTerminal;
  private Optional<HeldLines> held = Optional.empty();
  private boolean quiet;
  private Optional<Function<Hint, String>> wording = Optional.empty();

  /** Speaks on the standard error of {@code streams}. */
  public Report(Streams streams) {
    this.err = streams.err();
    this.errIsTerminal = streams.errIsTerminal();
  }

  /** From now on says errors only. */
  public void beQuiet() {
    quiet = true;
  }

  /** From now on words its hints as {@code typed} does, for the command that was typed. */
  public void speakFor(Function<Hint, String> typed) {
    wording = Optional.of(typed);
  }

  /**
   * From now on keeps what is said for {@code lines}, which the pager takes; a terminal sees them
   * only there, a file or pipe gets them at once.
   */
  public void hold(HeldLines lines) {
    held = Optional.of(lines);
  }

  /** Returns what was held back, and holds back nothing more. */
  HeldLines takeHeld() {
    HeldLines lines = held.orElseGet(() -> new HeldLines(false, false));
    held = Optional.empty();
    return lines;
  }

  /** Says what was held back: no pager will show it. */
  public void release() {
    if (held.isPresent()) {
      release(takeHeld());
    }
  }

  /** Says the lines that were held back, where nobody has seen them yet. */
  void release(HeldLines lines) {
    if (errIsTerminal && lines.isInHead()) {
      lines.all().forEach(this::print);
    }
  }

  /** Says once more below a pager what stood above the result. */
  void repeat(HeldLines lines) {
    if (errIsTerminal) {
      lines.repeated().forEach(this::print);
    }
  }

  /** Says what matters at this moment only. */
  public void now(String text) {
    if (!quiet) {
      print(VisibleText.of(text));
    }
  }

  /** Says why nothing was done, and at most two things to type instead. */
  public void refusal(Refusal refusal) {
    error(String.valueOf(refusal.getMessage()));
    refusal.hints().stream().limit(MAX_HINTS).forEach(this::hint);
  }

  /** Says what went wrong, below all that was held back. */
  public void error(String text) {
    release();
    line(HeldLines.Kind.OTHER, "error: " + text);
  }

  /** Says what the user can type instead. */
  public void hint(Hint hint) {
    String typed = wording.isEmpty() ? hint.line() : wording.get().apply(hint);
    line(HeldLines.Kind.HINT, "hint: " + typed);
  }

  @Override
  public void accept(Diagnostic diagnostic) {
    if (!quiet) {
      String text = diagnostic.where() + ": " + diagnostic.text();
      if (diagnostic.severity() == Diagnostic.Severity.WARNING) {
        warning(text);
      } else {
        notice(Notice.note(text));
      }
    }
  }

  /** Says what the user should know about the result, though there is one. */
  public void warning(String text) {
    if (!quiet) {
      line(HeldLines.Kind.WARNING, "warning: " + text);
    }
  }

  /** Says something that is neither an error nor a warning. */
  public void remark(String text) {
    if (!quiet) {
      line(HeldLines.Kind.OTHER, text);
    }
  }

  /** Prints a notice and its hint, unless quiet. */
  public void notice(Notice notice) {
    if (!quiet) {
      line(HeldLines.Kind.OTHER, notice.line());
      notice.next().ifPresent(this::hint);
    }
  }

  /** Says that reroll is to blame; shows the stack trace where there is nothing left to try. */
  public void bug(Throwable bug, Optional<Hint> again) {
    error("this is a bug in reroll: " + bug);
    again.ifPresent(this::hint);
    if (again.isEmpty()) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(this::remark);
    }
  }

  /** Text may quote a mail, so nothing in it may reach a terminal as a command. */
  private void line(HeldLines.Kind kind, String text) {
    String line = VisibleText.of(text);
    if (held.isPresent()) {
      held.get().add(kind, line);
      if (errIsTerminal && held.get().isInHead()) {
        return;
      }
    }
    print(line);
  }

  private void print(String line) {
    try {
      err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      // The result and the exit code still say what matters.
      quiet = true;
    }
  }
}
