package dev.reroll.app.tree;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.PatchMail;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.repo.base.BaseSearch.WantedFile;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects what a version expects of the tree that it was made on: of each path what the first
 * patch that touches it says of it. What later patches say is about what the first ones made, but
 * for a file that was only renamed so far.
 */
final class WantedFiles {
  private static final String GIT = "diff --git ";
  private static final int MIN_DIGITS = 4;
  private static final int NEW = -1;

  private final List<WantedFile> files = new ArrayList<>();

  /** Where in {@link #files} the one stands whose content a path still has, or {@link #NEW}. */
  private final Map<Octets, Integer> origins = new HashMap<>();

  private WantedFiles() {}

  static List<WantedFile> of(SeriesVersion version) {
    WantedFiles wanted = new WantedFiles();
    for (PatchMail mail : version.patches()) {
      wanted.addPatch(mail);
    }
    return wanted.files;
  }

  /** Looks at the diff file by file; what is no git diff names no contents. */
  private void addPatch(PatchMail mail) {
    Octets diff = mail.diff();
    int start = startOfFile(diff, 0);
    while (start < diff.length()) {
      int end = startOfFile(diff, diff.endOfLine(start));
      addFile(mail, diff.slice(start, end));
      start = end;
    }
  }

  /** Lines of a hunk begin with their sign, so this one cannot be among them. */
  private static int startOfFile(Octets diff, int from) {
    int line = from;
    while (line < diff.length() && !diff.startsWith(GIT, line)) {
      line = diff.endOfLine(line);
    }
    return line;
  }

  private void addFile(PatchMail mail, Octets diff) {
    for (FileDiff file : DiffParser.parse(diff, mail.diffWhere(), alreadyTold -> {}).files()) {
      Octets path = file.change() == Change.ADDED ? file.after() : file.before();
      WantedFile wanted = wanted(path, file);
      int origin = origins.getOrDefault(path, files.size());
      if (origin == files.size()) {
        files.add(wanted);
      } else if (origin != NEW && files.get(origin).isUnknown()) {
        files.set(origin, learned(files.get(origin), wanted));
      }
      boolean hasSameContent = wanted.isUnknown() && file.hunks().isEmpty();
      origins.put(file.before(), file.change() == Change.COPIED ? origin : NEW);
      origins.put(file.after(), hasSameContent ? origin : NEW);
    }
  }

  /** Adds what a later patch says of a content that is still that of {@code first}. */
  private static WantedFile learned(WantedFile first, WantedFile later) {
    return later.blob().equals(WantedFile.ANY)
        ? first
        : new WantedFile(first.path(), first.mode(), later.blob());
  }

  private static WantedFile wanted(Octets path, FileDiff file) {
    if (file.change() == Change.ADDED) {
      return new WantedFile(path, EntryMode.FILE, WantedFile.NONE);
    }
    String named = file.ids().before().toLowerCase(Locale.ROOT);
    boolean isNone = named.chars().allMatch(digit -> digit == '0');
    String unnamed = file.change() == Change.COPIED ? WantedFile.COPIED : WantedFile.ANY;
    String blob = named.length() < MIN_DIGITS || isNone ? unnamed : named;
    String mode =
        file.modes().map(modes -> modes.before().digits()).orElse(file.mode().toString().strip());
    return new WantedFile(path, mode(mode), blob);
  }

  private static EntryMode mode(String digits) {
    boolean isOctal = !digits.isEmpty() && digits.length() < 8;
    for (int i = 0; i < digits.length(); i++) {
      isOctal &= digits.charAt(i) >= '0' && digits.charAt(i) <= '7';
    }
    return isOctal ? EntryMode.ofBits(Integer.parseInt(digits, 8)) : EntryMode.FILE;
  }
}
