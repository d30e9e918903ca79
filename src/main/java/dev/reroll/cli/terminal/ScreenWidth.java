package dev.reroll.cli.terminal;

import dev.reroll.render.text.ScreenOptions;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds how many columns there are: {@code COLUMNS}, else what the terminal says, else 80. */
public final class ScreenWidth {
  private static final Size STANDARD = new Size(24, 80);

  private final Streams streams;

  /** Asks the environment of {@code streams}, then the terminal. */
  public ScreenWidth(Streams streams) {
    this.streams = streams;
  }

  /** Returns how wide a text for {@code output} may be. */
  public int columns(Output output) {
    if (!output.isForPerson()) {
      return ScreenOptions.PLAIN.width();
    }
    return number(streams.environment().getOrDefault("COLUMNS", ""))
        .or(() -> ofTerminal().map(Size::columns))
        .map(width -> Math.max(ScreenOptions.MIN_WIDTH, width))
        .orElse(ScreenOptions.PLAIN.width());
  }

  /** How many rows and columns a terminal has. */
  record Size(int rows, int columns) {}

  /** Finds the terminal's size as less(1) does: the environment goes before the terminal. */
  Size ofPager() {
    Optional<Integer> rows = number(streams.environment().getOrDefault("LINES", ""));
    Optional<Integer> columns = number(streams.environment().getOrDefault("COLUMNS", ""));
    Size asked = rows.isPresent() && columns.isPresent() ? STANDARD : ofTerminal().orElse(STANDARD);
    return new Size(rows.orElse(asked.rows()), columns.orElse(asked.columns()));
  }

  /** Asks stty(1), which answers {@code rows columns}; Java cannot ask by itself. */
  private static Optional<Size> ofTerminal() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean over = stty.waitFor(1, TimeUnit.SECONDS);
      String[] parts = answer.strip().split(" ", 2);
      return over && parts.length == 2
          ? number(parts[0])
              .flatMap(rows -> number(parts[1]).map(columns -> new Size(rows, columns)))
          : Optional.empty();
    } catch (IOException noTerminal) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
