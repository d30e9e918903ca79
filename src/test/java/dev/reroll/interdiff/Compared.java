package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.interdiff.Interdiffer.Version;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Hunk;
import dev.reroll.problem.Locator;
import dev.reroll.render.text.LeftOutText;
import java.util.ArrayList;
import java.util.List;

/** Compares versions whose patches are written out, and prints what comes of it. */
final class Compared {
  private Compared() {}

  static Interdiff of(List<String> before, List<String> after) {
    return Interdiffer.compare(version("v1", before), version("v2", after), 3);
  }

  private static Version version(String label, List<String> diffs) {
    List<NamedPatch> patches = new ArrayList<>();
    for (String diff : diffs) {
      String name = "patch " + (patches.size() + 1) + "/" + diffs.size();
      Locator where = new Locator(label, 0);
      patches.add(new NamedPatch(name, DiffParser.parse(Octets.utf8(diff), where, unheard -> {})));
    }
    return new Version(label, patches);
  }

  /** Returns a line for each file, its hunks, and at last the files that are not told. */
  static String text(Interdiff interdiff) {
    StringBuilder text = new StringBuilder();
    for (ChangedFile file : interdiff.files()) {
      FileDiff diff = file.diff();
      text.append(diff.change()).append(' ').append(diff.before());
      text.append(diff.before().equals(diff.after()) ? "" : " " + diff.after());
      diff.modes().ifPresent(modes -> text.append(" " + modes.before() + ".." + modes.after()));
      file.likeness().ifPresent(percent -> text.append(" " + percent + "%"));
      text.append(" ").append(diff.ids()).append(diff.binary() ? " binary" : "").append('\n');
      diff.hunks().forEach(hunk -> append(hunk, text));
    }
    interdiff
        .untold()
        .forEach(file -> text.append(file.path() + ": " + LeftOutText.of(file.why()) + "\n"));
    return text.toString();
  }

  private static void append(Hunk hunk, StringBuilder text) {
    text.append("@@ -" + hunk.before().start() + "," + hunk.before().count());
    text.append(" +" + hunk.after().start() + "," + hunk.after().count() + " @@");
    text.append(hunk.heading().isEmpty() ? "" : " " + hunk.heading()).append('\n');
    hunk.lines().forEach(line -> text.append(line.sign()).append(line.text()).append('\n'));
  }
}
