package dev.reroll.render.text;

import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiff.MissingPatch;
import dev.reroll.interdiff.Interdiff.UntoldFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Words for what a comparison of end results leaves out. */
public final class LeftOutText {
  private LeftOutText() {}

  /** Returns what is missing of a file, one line without its path. */
  public static String of(UntoldFile.Why why) {
    List<String> details = why.details();
    String first = details.get(0);
    return switch (why.reason()) {
      case OTHER_START ->
          first
              + " starts from "
              + details.get(1)
              + ", "
              + details.get(2)
              + " from "
              + details.get(3);
      case PARTLY_SHOWN -> "only " + first + " ends with it, and no mail shows all of it";
      case NO_INDEX_LINE -> first + " has no index line that names what it changes";
      case OTHER_CONTENT ->
          first
              + " starts from "
              + details.get(1)
              + ", but the patches before leave "
              + details.get(2);
      case OTHER_LINES -> first + " shows other lines than the mails before";
      case GONE -> first + " changes a file that no longer exists";
    };
  }

  /** Returns what the end results lack, one line. */
  public static String of(MissingPatch missing) {
    return missing.isDamaged()
        ? missing.patch() + " of " + missing.version() + " cannot be read whole"
        : missing.version() + " lacks " + missing.patch();
  }

  /** Returns how many files were compared, such as {@code compared 5 of 8 files …}. */
  public static String count(Interdiff interdiff) {
    OptionalInt compared = interdiff.comparedCount();
    int all = compared.orElse(0) + interdiff.untold().size();
    return "compared "
        + compared.orElse(0)
        + " of "
        + all
        + (all == 1 ? " file" : " files")
        + " from the mails alone";
  }

  /**
   * Returns what stands before a result that is not complete, a line each; nothing before a
   * complete one. Each line begins with words, so that no program takes it for part of a diff.
   */
  static List<String> lines(Interdiff interdiff) {
    List<String> lines = new ArrayList<>();
    int count = interdiff.untold().size();
    if (count > 0) {
      lines.add(count(interdiff) + "; left out: " + count);
    }
    for (UntoldFile file : interdiff.untold()) {
      lines.add("left out: " + VisibleText.of(file.path() + ": " + of(file.why())));
    }
    for (MissingPatch patch : interdiff.missing()) {
      lines.add("not complete: " + VisibleText.of(of(patch)));
    }
    return lines;
  }
}
