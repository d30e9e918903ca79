package dev.reroll.render.html;

import dev.reroll.interdiff.ChangedFile;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiff.MissingPatch;
import dev.reroll.interdiff.Interdiff.UntoldFile;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import dev.reroll.render.html.page.PageEnd;
import dev.reroll.render.html.page.PageHunk;
import dev.reroll.render.html.page.PageLine;
import dev.reroll.render.html.page.Text;
import dev.reroll.render.text.LeftOutText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds the view of the end results: each file's diff, with one sign. */
final class EndBuilder {
  private final TextReader reader;
  private int addedCount;
  private int removedCount;

  EndBuilder(TextReader reader) {
    this.reader = reader;
  }

  PageEnd build(Interdiff interdiff) {
    List<PageEnd.File> files = new ArrayList<>();
    for (ChangedFile file : interdiff.files()) {
      files.add(file(files.size() + 1, file.diff()));
    }
    List<Text> leftOut = new ArrayList<>();
    for (UntoldFile file : interdiff.untold()) {
      leftOut.add(reader.read(file.path() + ": " + LeftOutText.of(file.why())));
    }
    for (MissingPatch patch : interdiff.missing()) {
      leftOut.add(reader.read(LeftOutText.of(patch)));
    }
    return new PageEnd(Text.plain(sentence(interdiff)), files, leftOut);
  }

  private String sentence(Interdiff interdiff) {
    int fileCount = interdiff.files().size();
    if (fileCount == 0 && interdiff.isComplete()) {
      return "The end results are the same.";
    }
    int leftOutCount = interdiff.untold().size();
    if (fileCount == 0 && leftOutCount > 0 && interdiff.comparedCount().orElse(0) == 0) {
      return "The mails do not hold enough to compare the end results.";
    }
    String changed =
        fileCount == 0
            ? "No difference was found in what was compared."
            : fileCount
                + (fileCount == 1 ? " file" : " files")
                + " changed, "
                + size(addedCount, removedCount)
                + ".";
    return leftOutCount == 0
        ? changed
        : changed + " In part only: " + LeftOutText.count(interdiff) + ".";
  }

  private PageEnd.File file(int ordinal, FileDiff diff) {
    String id = "e" + ordinal;
    int added = addedCount;
    int removed = removedCount;
    List<PageHunk> hunks = new ArrayList<>();
    for (Hunk hunk : diff.hunks()) {
      hunks.add(hunk(id + "-h" + (hunks.size() + 1), hunk));
    }
    return new PageEnd.File(
        id, name(diff), kind(diff), size(addedCount - added, removedCount - removed), hunks);
  }

  private Text name(FileDiff diff) {
    return diff.before().equals(diff.after())
        ? reader.read(diff.after())
        : reader.read(diff.before() + " → " + diff.after());
  }

  private static String kind(FileDiff diff) {
    if (diff.binary()) {
      return "binary";
    }
    if (diff.modes().isPresent()) {
      return "mode " + diff.modes().get().before() + " → " + diff.modes().get().after();
    }
    return switch (diff.change()) {
      case ADDED -> "new";
      case DELETED -> "gone";
      case RENAMED, COPIED -> diff.change().toString().toLowerCase(Locale.ROOT);
      case MODIFIED -> "";
    };
  }

  private static String size(int added, int removed) {
    return "+" + added + " −" + removed;
  }

  private PageHunk hunk(String id, Hunk hunk) {
    List<PageLine> lines = new ArrayList<>();
    int before = hunk.before().start();
    int after = hunk.after().start();
    for (HunkLine line : hunk.lines()) {
      String anchor = id + "-" + (lines.size() + 1);
      int number = line.sign() == '-' ? before : after;
      String margin = line.sign() == '\\' ? "" : String.valueOf(number);
      lines.add(
          new PageLine(anchor, margin, style(line), sign(line), "", reader.read(line.text())));
      before += line.sign() == ' ' || line.sign() == '-' ? 1 : 0;
      after += line.sign() == ' ' || line.sign() == '+' ? 1 : 0;
      addedCount += line.sign() == '+' ? 1 : 0;
      removedCount += line.sign() == '-' ? 1 : 0;
    }
    return new PageHunk(id, reader.read(heading(hunk)), "", false, lines);
  }

  private static String heading(Hunk hunk) {
    return hunk.heading().isEmpty() ? "line " + hunk.after().start() : hunk.heading().toString();
  }

  private static String style(HunkLine line) {
    return switch (line.sign()) {
      case '+' -> "ap";
      case '-' -> "bp";
      default -> "uc";
    };
  }

  private static String sign(HunkLine line) {
    return String.valueOf(line.sign() == '-' ? '-' : line.sign() == '+' ? '+' : ' ');
  }
}
