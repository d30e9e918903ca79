package dev.reroll.oracle;

import dev.reroll.apply.Applier.Fallback;
import dev.reroll.apply.SeriesApplication;
import dev.reroll.apply.tree.Application.Applied;
import dev.reroll.apply.tree.Application.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts what the cases had, and in which words git refused them. */
final class AmTally {
  private static final Map<String, Pattern> IN_MAILS =
      Map.ofEntries(
          feature("rename", "(?md)^rename from "),
          feature("rename without change", "(?md)^similarity index 100%\nrename"),
          feature("copy", "(?md)^copy from "),
          feature("mode change alone", "(?md)^new mode \\d+\n(diff|-- $)"),
          feature("mode change with hunk", "(?md)^new mode \\d+\nindex"),
          feature("new file", "(?md)^new file mode 100644"),
          feature("new executable", "(?md)^new file mode 100755"),
          feature("new empty file", "(?md)^new file mode \\d+\nindex 0+\\.\\.e69de29"),
          feature("deleted file", "(?md)^deleted file mode"),
          feature("deleted empty file", "(?md)^deleted file mode \\d+\nindex e69de29"),
          feature(
              "deleted without content", "(?md)^deleted file mode \\d+\nindex [^e].*\n(diff|--)"),
          feature("symbolic link", "(?md)^new file mode 120000"),
          feature("submodule", "(?md)^\\+Subproject commit"),
          feature("type change", "(?md)^deleted file mode 100[^z]*?\nnew file mode 1[26]0000"),
          feature("binary literal", "(?md)^GIT binary patch\nliteral"),
          feature("binary delta", "(?md)^GIT binary patch\ndelta"),
          feature("binary without data", "(?md)^Binary files "),
          feature("no newline", "(?md)^\\\\ No newline"),
          feature("carriage return", "(?md)^[-+].*\r\n"),
          feature("quoted path", "(?md)^(---|\\+\\+\\+|rename from) \""),
          feature("full index", "(?md)^index \\w{40}"),
          feature("plain diff", "(?md)^(?<!index .{0,90}\n)--- a/.*\n\\+\\+\\+ "));

  private static final Map<String, Pattern> IN_WORDS =
      Map.ofEntries(
          feature("hunk does not fit", "(?md)^error: patch failed: "),
          feature("does not exist", "(?md)^error: .*: does not exist in index"),
          feature("exists", "(?md)^error: .*: already exists in "),
          feature("wrong type", "(?md)^error: .*: wrong type"),
          feature("corrupt patch", "(?md)^error: corrupt patch"),
          feature("content remains", "(?md)^error: removal patch leaves file contents"),
          feature("no full index", "(?md)^error: cannot apply binary patch .* without full index"),
          feature("other binary", "(?md)^error: the patch applies to .* which does not match"),
          feature("invalid path", "(?md)^error: invalid path"),
          feature("beyond a link", "(?md)^error: affected file .* is beyond a symbolic link"),
          feature("gone in the patch", "(?md)^error: path .* has been renamed/deleted"),
          feature("only garbage", "(?md)^error: patch with only garbage"),
          feature("no name", "(?md)^error: git diff header lacks filename"),
          feature("blobs are missing", "(?md)^error: sha1 information is lacking"),
          feature("does not fit blobs", "(?md)^error: Did you hand edit"),
          feature("merged", "(?md)^Falling back to patching base"),
          feature("merge conflict", "(?md)^CONFLICT "),
          feature("applied already", "(?md)^No changes -- Patch already applied"));

  private static final List<String> OURS =
      List.of(
          "ours: Moved", "ours: Merged", "ours: OtherMode", "ours: AlreadyThere", "ours: CutShort");

  private final Map<String, Integer> counts = new TreeMap<>();

  private static Map.Entry<String, Pattern> feature(String name, String pattern) {
    return Map.entry(name, Pattern.compile(pattern));
  }

  synchronized void add(AmCase drawn, List<Mail> mails, String words, Fallback fallback) {
    add("cases");
    add("cases with fallback " + fallback);
    drawn.formatPatch().forEach(option -> add("format-patch " + option));
    StringBuilder text = new StringBuilder();
    mails.forEach(mail -> text.append(mail.body()));
    IN_MAILS.forEach((name, pattern) -> add("mails: " + name, pattern, text.toString()));
    IN_WORDS.forEach((name, pattern) -> add("git: " + name, pattern, words));
  }

  synchronized void add(SeriesApplication ours) {
    add(ours.stop().isPresent() ? "ours: stopped" : "ours: all applied");
    for (Applied applied : ours.applied()) {
      add("ours: patches applied");
      applied.remarks().stream()
          .map(Remark::getClass)
          .distinct()
          .forEach(kind -> add("ours: " + kind.getSimpleName()));
    }
  }

  private void add(String name, Pattern pattern, String text) {
    if (pattern.matcher(text).find()) {
      add(name);
    }
  }

  private void add(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  synchronized List<String> rarerThan(int least) {
    List<String> names = new ArrayList<>(OURS);
    IN_MAILS.keySet().forEach(name -> names.add("mails: " + name));
    IN_WORDS.keySet().forEach(name -> names.add("git: " + name));
    return names.stream()
        .filter(name -> counts.getOrDefault(name, 0) < least)
        .sorted()
        .map(name -> counts.getOrDefault(name, 0) + " " + name)
        .toList();
  }

  @Override
  public synchronized String toString() {
    StringBuilder table = new StringBuilder();
    counts.forEach((name, count) -> table.append(String.format("%6d  %s%n", count, name)));
    return table.toString();
  }
}
