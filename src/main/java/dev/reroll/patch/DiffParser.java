package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import dev.reroll.problem.RepeatedDiagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a diff as {@code git apply} would: git's extended headers, plain unified diffs, and prose
 * between files, which is skipped.
 *
 * <p>Never fails: what is damaged is reported with its place, and as much as can be understood is
 * kept. A hunk ends when its counts are used up, not where the next line looks different: {@code --
 * } behind a full hunk is the signature, inside one it is a removed line.
 */
public final class DiffParser {
  private final LineCursor cursor;
  private final Warnings warnings;
  private final PatchIdText id = new PatchIdText();
  private final List<FileDiff> files = new ArrayList<>();
  private boolean isWhole = true;

  private DiffParser(Octets diff, Warnings warnings) {
    this.cursor = new LineCursor(diff);
    this.warnings = warnings;
  }

  /**
   * Parses {@code diff}, which may begin and end with other text.
   *
   * @param where the place of the diff's first octet
   * @param diagnostics is told of each damaged spot
   */
  public static Patch parse(Octets diff, Locator where, Consumer<Diagnostic> diagnostics) {
    Warnings warnings = new Warnings(where);
    Patch patch = new DiffParser(diff, warnings).parse();
    warnings.tell(diagnostics);
    return patch;
  }

  private Patch parse() {
    while (!cursor.atEnd()) {
      int start = cursor.offset();
      if (FileHeader.startsGitDiff(cursor)) {
        file(start, FileHeader.readGit(cursor, id));
      } else if (FileHeader.startsPlainDiff(cursor)) {
        file(start, FileHeader.readPlain(cursor, id));
      } else {
        skipLine();
      }
    }
    return new Patch(files, id.finish(), isWhole);
  }

  private void skipLine() {
    if (FileHeader.startsCombinedDiff(cursor)) {
      loss("a combined diff of a merge is left out");
    } else if (SpanScanner.isHeader(cursor.line())) {
      loss("a hunk without a file is left out");
    }
    cursor.advance();
  }

  private void file(int start, FileHeader header) {
    List<Hunk> hunks = new ArrayList<>();
    while (cursor.startsWith("@@ -")) {
      HunkReader reader = new HunkReader(cursor, warnings, id);
      if (!reader.readHeader()) {
        loss("a hunk header cannot be read: '" + cursor.line() + "'");
        cursor.advance();
        continue;
      }
      hunks.add(reader.readBody());
      isWhole &= !reader.isCutShort();
    }
    if (!hunks.isEmpty()) {
      id.endFile();
      warnOfSurplus();
    }
    if (hunks.isEmpty() && !header.isChange()) {
      warnings.at(start, "a file without any change is left out");
      return;
    }
    Optional<FileDiff> file = header.toFileDiff(hunks);
    if (file.isPresent()) {
      files.add(file.get());
    } else {
      isWhole = false;
      warnings.at(start, "a file has no name");
    }
  }

  /** Warns where lines follow that look like more of the hunk: git would not read them either. */
  private void warnOfSurplus() {
    boolean looksLikeHunk = cursor.startsWith("+") || cursor.startsWith("-");
    boolean isSignature = cursor.startsWith("--") || cursor.startsWith("+++");
    if (looksLikeHunk && !isSignature) {
      loss("lines follow the hunk that its header does not count; they are not compared");
    }
  }

  /** Warns of something that is not in the patch then. */
  private void loss(String text) {
    isWhole = false;
    warnings.at(cursor.offset(), text);
  }

  /**
   * Warns of damage in a diff.
   *
   * <p>Kept until the diff is read, for many of one kind are told as one.
   */
  static final class Warnings {
    private final Locator where;
    private @Nullable RepeatedDiagnostics found;

    /** Starts without any; {@code where} is the place of the diff's first octet. */
    Warnings(Locator where) {
      this.where = where;
    }

    /** Warns of the place that is {@code offset} octets into the diff. */
    void at(int offset, String text) {
      RepeatedDiagnostics known = found == null ? new RepeatedDiagnostics() : found;
      known.accept(Diagnostic.warning(where.plus(offset), text));
      found = known;
    }

    void tell(Consumer<Diagnostic> diagnostics) {
      RepeatedDiagnostics known = found;
      if (known != null) {
        known.tell(diagnostics);
      }
    }
  }
}
