package dev.reroll.render.text;

import dev.reroll.interdiff.Interdiff;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the difference of two end results: the diffstat, then the diff, as git prints both. Where
 * something is left out, that is said first, in lines that {@code git apply} and others pass over.
 */
public final class InterdiffText {
  private InterdiffText() {}

  /** Which parts are written. */
  public enum Parts {
    STAT_AND_DIFF,
    STAT,
    DIFF
  }

  /**
   * How it is printed.
   *
   * @param text colours, and how octets reach the reader
   * @param width columns of the diffstat
   * @param parts what is printed
   */
  public record Options(TextOptions text, int width, Parts parts) {}

  /**
   * Writes {@code interdiff} to {@code stream}, which stays open; nothing where all files were
   * compared and none differs.
   */
  public static void write(Interdiff interdiff, Options options, OutputStream stream)
      throws IOException {
    if (!interdiff.isComplete()) {
      String heading = String.join("\n", LeftOutText.lines(interdiff)) + "\n";
      stream.write(heading.getBytes(StandardCharsets.UTF_8));
    }
    if (interdiff.files().isEmpty()) {
      return;
    }
    if (!interdiff.isComplete()) {
      stream.write('\n');
    }
    if (options.parts() != Parts.DIFF) {
      DiffStat.of(interdiff.files(), options.text(), options.width()).writeTo(stream);
    }
    if (options.parts() == Parts.STAT_AND_DIFF) {
      stream.write('\n');
    }
    if (options.parts() != Parts.STAT) {
      DiffText.write(interdiff.files(), options.text(), stream);
    }
  }
}
