package dev.reroll.source.mirror.update;

import dev.reroll.problem.Diagnostic;
import dev.reroll.source.Limits;
import dev.reroll.source.Progress;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How mirrors are indexed and read.
 *
 * @param cacheFolder reroll's own, such as {@code ~/.cache/reroll}; made where it is not there
 * @param limits bounds a mail, and the mails of one answer
 * @param progress hears how far an index is
 * @param diagnostics hears of mails left out, and of an index that cannot be kept
 */
public record IndexOptions(
    Path cacheFolder, Limits limits, Progress progress, Consumer<Diagnostic> diagnostics) {
  Path indexFolder() {
    return cacheFolder.resolve("index");
  }
}
