package dev.reroll.cli.terminal;

import dev.reroll.settings.GitSettings;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes through a pager, chosen as git does: {@code GIT_PAGER}, {@code core.pager}, {@code PAGER},
 * else less; {@code cat} or nothing means none (git-var(1), git-config(1)). What no pager shows,
 * because there is no such program, goes to standard output.
 *
 * <p>What was said about the result stands above it, for the pager hides what the terminal shows.
 * It is said once more below where the head is no longer on the screen; see {@link HeldLines}.
 */
public final class Pager implements Output {
  private static final Set<String> NO = Set.of("false", "no", "off", "0");
  private static final Set<String> YES = Set.of("true", "yes", "on", "1");

  /** What a shell ends with where there is no such command, or none that it may run. */
  private static final int NOT_FOUND = 127;

  private static final int NOT_EXECUTABLE = 126;

  /** What git sets: leave at once where it fits, show colours, leave the text on the screen. */
  private static final String LESS = "FRX";

  private final String command;
  private final Streams streams;
  private final Report report;

  /**
   * Pages with {@code command}.
   *
   * @param report what it held back is shown above the result
   */
  public Pager(String command, Streams streams, Report report) {
    this.command = command;
    this.streams = streams;
    this.report = report;
  }

  /** Finds the command to page with; none where the user wants none. */
  public static Optional<String> command(GitSettings settings) {
    Optional<String> own = settings.find("pager.range-diff");
    String setting = own.orElse("true").toLowerCase(Locale.ROOT);
    if (NO.contains(setting)) {
      return Optional.empty();
    }
    Optional<String> given = own.filter(text -> !YES.contains(setting));
    String pager =
        settings
            .environment("GIT_PAGER")
            .or(() -> given)
            .or(() -> settings.find("core.pager"))
            .or(() -> settings.environment("PAGER"))
            .orElse("less");
    return pager.isBlank() || pager.strip().equals("cat") ? Optional.empty() : Optional.of(pager);
  }

  @Override
  public boolean isForPerson() {
    return true;
  }

  @Override
  public void write(Writing writing) throws IOException {
    HeldLines held = report.takeHeld();
    FirstScreen seen = new FirstScreen();
    Optional<Process> started = start();
    if (started.isEmpty() || !show(started.get(), held, stream -> writing.to(seen.on(stream)))) {
      report.release(held);
      writing.to(ClosedPipe.guard(streams.out()));
    } else if (!held.isEmpty() && !isLeftVisible(seen, held)) {
      report.repeat(held);
    }
  }

  /** Lets the pager show it all; returns whether there was such a program. */
  private static boolean show(Process process, HeldLines held, Writing writing) throws IOException {
    // Ctrl-C is for the pager: it must not be left alone with the terminal.
    Thread waiting = new Thread(() -> waitFor(process));
    Runtime.getRuntime().addShutdownHook(waiting);
    try (OutputStream out = process.getOutputStream()) {
      OutputStream guarded = ClosedPipe.guard(out);
      if (held.isInHead()) {
        guarded.write(held.head().getBytes(StandardCharsets.UTF_8));
      }
      writing.to(guarded);
    } catch (IOException failed) {
      if (!hasQuit(failed)) {
        throw failed;
      }
    } finally {
      waitFor(process);
      forget(waiting);
    }
    return process.exitValue() != NOT_FOUND && process.exitValue() != NOT_EXECUTABLE;
  }

  /** Whether the lines that were held are still on the screen after the pager has ended. */
  private boolean isLeftVisible(FirstScreen seen, HeldLines held) {
    LessFlags less = LessFlags.of(command, streams.environment().getOrDefault("LESS", LESS));
    return less.leavesShortText()
        && seen.fits(held.head(), new ScreenWidth(streams).ofPager(), less.chopsLines());
  }

  /**
   * The reader has seen enough, or the shell found no pager; closing flushes into the same pipe.
   */
  private static boolean hasQuit(IOException failed) {
    return failed instanceof ClosedPipe || ClosedPipe.isClosedPipe(failed);
  }

  /** Starts it; none where there is not even a shell. */
  private Optional<Process> start() {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.directory(streams.workingFolder().toAbsolutePath().toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(streams.environment());
    builder.environment().putIfAbsent("LESS", LESS);
    builder.environment().putIfAbsent("LV", "-c");
    try {
      return Optional.of(builder.start());
    } catch (IOException noShell) {
      return Optional.empty();
    }
  }

  private static void waitFor(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread waiting) {
    try {
      Runtime.getRuntime().removeShutdownHook(waiting);
    } catch (IllegalStateException ending) {
      // Ctrl-C came first, and the hook has waited like us.
      return;
    }
  }

  /** A copy of the first part of a text, which tells whether all of it fits on one screen. */
  private static final class FirstScreen {
    /** More than any screen shows, colours included. */
    private static final int MAX_OCTETS = 200_000;

    private static final int TAB = 8;

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean isCut;

    /** Returns a stream that passes everything on to {@code target}, and notes it here. */
    OutputStream on(OutputStream target) {
      return new FilterOutputStream(target) {
        @Override
        public void write(int octet) throws IOException {
          write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int count) throws IOException {
          note(octets, from, count);
          out.write(octets, from, count);
        }
      };
    }

    private void note(byte[] octets, int from, int count) {
      isCut |= count > MAX_OCTETS - copy.size();
      if (!isCut) {
        copy.write(octets, from, count);
      }
    }

    /** Whether {@code head} and the text below it leave a row of the screen for the next prompt. */
    boolean fits(String head, ScreenWidth.Size screen, boolean chopsLines) {
      int columns = chopsLines ? Integer.MAX_VALUE : screen.columns();
      return !isCut
          && rows(head.getBytes(StandardCharsets.UTF_8), columns)
                  + rows(copy.toByteArray(), columns)
              < screen.rows();
    }

    /** Counts the rows that a text takes, lines that are too long being broken. */
    private static int rows(byte[] text, int columns) {
      int rows = 0;
      int column = 0;
      for (int i = 0; i < text.length; i++) {
        if (text[i] == '\n') {
          rows++;
          column = 0;
        } else if (text[i] == '\u001b') {
          i = endOfSequence(text, i);
        } else if ((text[i] & 0xc0) != 0x80) {
          rows += column >= columns ? 1 : 0;
          column = column >= columns ? 0 : column;
          column += text[i] == '\t' ? TAB - column % TAB : 1;
        }
      }
      return rows + (column > 0 ? 1 : 0);
    }

    /** Returns the index of the letter that ends a sequence for colours. */
    private static int endOfSequence(byte[] text, int escape) {
      int end = escape + 2;
      while (end < text.length && (text[end] < '@' || text[end] > '~')) {
        end++;
      }
      return end;
    }
  }

  /**
   * The options that decide what a pager leaves on the screen when it ends.
   *
   * @param quitsIfShort whether it ends at once, and leaves the text, where that fits on one screen
   * @param keepsScreen whether the text stays there, rather than what was there before it
   * @param chopsLines whether long lines are cut rather than broken
   */
  record LessFlags(boolean quitsIfShort, boolean keepsScreen, boolean chopsLines) {
    /** Letters of less(1) that take the rest of the word as their value. */
    private static final String WITH_VALUE = "bDhjkoOpPtTxyz#\"";

    /**
     * Reads the options of less(1); of other pagers nothing is known, so they are taken for plain
     * ones that leave the text.
     *
     * @param command what the shell is given
     * @param fromEnvironment the value of {@code LESS}
     */
    static LessFlags of(String command, String fromEnvironment) {
      String[] words = command.strip().split("\\s+", -1);
      if (!words[0].equals("less") && !words[0].endsWith("/less")) {
        return new LessFlags(false, true, false);
      }
      LessFlags flags = new LessFlags(false, false, false);
      for (String word : fromEnvironment.strip().split("\\s+", -1)) {
        flags = flags.with(word.startsWith("-") ? word : "-" + word);
      }
      for (String word : List.of(words).subList(1, words.length)) {
        flags = word.startsWith("-") ? flags.with(word) : flags;
      }
      return flags;
    }

    /** Whether a text that fits on one screen is still there when the pager has ended. */
    boolean leavesShortText() {
      return quitsIfShort || keepsScreen;
    }

    private LessFlags with(String word) {
      boolean isOn = !word.startsWith("--+") && !word.startsWith("-+");
      String name = word.substring(isOn ? 1 : 2);
      return switch (word.startsWith("--") ? "-" + word.substring(isOn ? 2 : 3) : "") {
        case "-quit-if-one-screen" -> set('F', isOn);
        case "-no-init" -> set('X', isOn);
        case "-chop-long-lines" -> set('S', isOn);
        case "" -> setAll(name, isOn);
        default -> this;
      };
    }

    private LessFlags setAll(String letters, boolean isOn) {
      LessFlags flags = this;
      for (int i = 0; i < letters.length() && WITH_VALUE.indexOf(letters.charAt(i)) < 0; i++) {
        flags = flags.set(letters.charAt(i), isOn);
      }
      return flags;
    }

    private LessFlags set(char letter, boolean isOn) {
      return new LessFlags(
          letter == 'F' ? isOn : quitsIfShort,
          letter == 'X' ? isOn : keepsScreen,
          letter == 'S' ? isOn : chopsLines);
    }
  }
}
