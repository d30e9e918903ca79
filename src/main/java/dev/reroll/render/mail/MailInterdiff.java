package dev.reroll.render.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiff.MissingPatch;
import dev.reroll.interdiff.Interdiff.UntoldFile;
import dev.reroll.render.text.DiffStat;
import dev.reroll.render.text.DiffText;
import dev.reroll.render.text.LeftOutText;
import dev.reroll.render.text.ScreenOptions;
import dev.reroll.render.text.TextOptions;
import dev.reroll.render.text.VisibleText;

/**
 * Writes the difference of the end results for a mail: the heading that git gives it, the diffstat,
 * what could not be compared, and the diff.
 *
 * @param isWhole whether the diff is written, too
 * @param command what shows the diff where it is not written
 */
public record MailInterdiff(Interdiff interdiff, boolean isWhole, String command) {
  private static final int MAX_UNTOLD = 20;

  /** Returns the text; {@code before} names the older version. */
  Octets text(String before) {
    OctetBuilder out = new OctetBuilder(1 << 12);
    out.append("Interdiff against " + before + ":\n\n");
    if (!interdiff.files().isEmpty()) {
      out.append(DiffStat.of(interdiff.files(), TextOptions.PLAIN, ScreenOptions.PLAIN.width()));
    } else if (interdiff.isComplete()) {
      return out.append("The end results are the same.\n").toOctets();
    }
    missing(out);
    untold(out);
    if (!isWhole) {
      return out.append("\nThe diff is too long for a mail; this shows it:\n  " + command + "\n")
          .toOctets();
    }
    out.append(interdiff.files().isEmpty() ? "" : "\n");
    interdiff.files().forEach(file -> out.append(DiffText.of(file, TextOptions.PLAIN)));
    return out.toOctets();
  }

  private void missing(OctetBuilder out) {
    if (!interdiff.missing().isEmpty()) {
      out.append(interdiff.files().isEmpty() ? "" : "\n");
    }
    for (MissingPatch patch : interdiff.missing()) {
      out.append("Not complete: " + VisibleText.of(LeftOutText.of(patch)) + ".\n");
    }
  }

  private void untold(OctetBuilder out) {
    int count = interdiff.untold().size();
    if (count == 0) {
      return;
    }
    out.append(interdiff.files().isEmpty() && interdiff.missing().isEmpty() ? "" : "\n");
    out.append("Not compared, since the mails do not hold enough:\n");
    for (UntoldFile file : interdiff.untold().subList(0, Math.min(count, MAX_UNTOLD))) {
      out.append("  " + VisibleText.of(file.path() + ": " + LeftOutText.of(file.why())) + "\n");
    }
    if (count > MAX_UNTOLD) {
      out.append("  and " + (count - MAX_UNTOLD) + " more\n");
    }
  }
}
