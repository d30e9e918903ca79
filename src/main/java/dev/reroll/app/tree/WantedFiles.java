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
import java.util.Optional;

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
      WantedFile wanted = wanted(path, file, diff);
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

  private static WantedFile wanted(Octets path, FileDiff file, Octets diff) {
    if (file.change() == Change.ADDED) {
      return new WantedFile(path, EntryMode.FILE, WantedFile.NONE);
    }
    String blob = file.change() == Change.COPIED ? WantedFile.COPIED : WantedFile.ANY;
    EntryMode mode = EntryMode.FILE;
    for (int line = 0; line < diff.length() && diff.at(line) != '@'; line = diff.endOfLine(line)) {
      String text = diff.slice(line, diff.endOfLine(line)).toString().strip();
      if (text.startsWith("index ")) {
        blob = blob(text).orElse(blob);
        int blank = text.lastIndexOf(' ');
        mode = blank > "index ".length() ? mode(text.substring(blank + 1)) : mode;
      } else if (text.startsWith("old mode ") || text.startsWith("deleted file mode ")) {
        mode = mode(text.substring(text.lastIndexOf(' ') + 1));
      }
    }
    return new WantedFile(path, mode, blob);
  }

  /** Returns the first of the two ids of {@code index 1234567..89abcde}. */
  private static Optional<String> blob(String line) {
    int dots = line.indexOf("..");
    String id = dots < 0 ? "" : line.substring("index ".length(), dots).toLowerCase(Locale.ROOT);
    boolean isId = id.length() >= MIN_DIGITS && id.chars().allMatch(WantedFiles::isHex);
    boolean isNone = id.chars().allMatch(digit -> digit == '0');
    return isId && !isNone ? Optional.of(id) : Optional.empty();
  }

  private static boolean isHex(int digit) {
    return Character.digit(digit, 16) >= 0 && digit < 128;
  }

  private static EntryMode mode(String digits) {
    boolean isOctal = !digits.isEmpty() && digits.length() < 8;
    for (int i = 0; i < digits.length(); i++) {
      isOctal &= digits.charAt(i) >= '0' && digits.charAt(i) <= '7';
    }
    return isOctal ? EntryMode.ofBits(Integer.parseInt(digits, 8)) : EntryMode.FILE;
  }
}
