package dev.reroll.review.kinds;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.Entry;
import dev.reroll.review.material.TagReader;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.PatchReview.HunkReview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says for each hunk of a pair's difference what sort of change it shows.
 *
 * <p>A hunk shows the sort of the file that its changed lines are in, unless it differs only in
 * unchanged lines and headings. Of a file whose changed lines are not the same it counts as such
 * only if no unchanged line left it and came back in: that may be a change that has moved. Of a
 * file whose changed lines only moved, the lines around them are what shows it, and none counts as
 * such. If a pair differs only in names, a hunk with any other change counts as one of comments, so
 * that it is not folded.
 */
public final class HunkKinds {
  private static final String METADATA = "Metadata";
  private static final String MESSAGE = "Commit message";

  private static final String MODE_REMARK = " (mode change ";

  private final Map<String, ChangeKind> fileKinds;
  private final Set<String> moved;
  private final Map<String, String> renames = new HashMap<>();
  private final List<String> beforeSections;
  private final List<String> afterSections;

  private HunkKinds(Entry.Changed entry, PairKinds kinds) {
    this.fileKinds = kinds.byFile();
    this.moved = kinds.moved();
    kinds.renames().forEach(rename -> renames.put(rename.before(), rename.after()));
    this.beforeSections = sections(entry.before().patch());
    this.afterSections = sections(entry.after().patch());
  }

  /** Judges all hunks of a changed pair, in their order. */
  public static List<HunkReview> of(Entry.Changed entry, PairKinds kinds) {
    HunkKinds finder = new HunkKinds(entry, kinds);
    return entry.hunks().stream().map(h -> new HunkReview(h, finder.kind(h))).toList();
  }

  private ChangeKind kind(BodyHunk hunk) {
    ChangeKind kind = ChangeKind.CONTEXT;
    int before = hunk.beforeStart();
    int after = hunk.afterStart();
    Set<Octets> left = new HashSet<>();
    for (BodyHunk.Line line : hunk.lines()) {
      String section = line.sign() == '-' ? at(beforeSections, before) : at(afterSections, after);
      if (line.sign() != ' ') {
        ChangeKind found = kind(section, line, left);
        kind = found.compareTo(kind) > 0 ? found : kind;
      }
      before += line.sign() == '+' ? 0 : 1;
      after += line.sign() == '-' ? 0 : 1;
    }
    return kind == ChangeKind.RENAMES && !holdsOnlyRenames(hunk) ? ChangeKind.COMMENTS : kind;
  }

  /** Whether nothing in the hunk changed but the names that the pair exchanged; line breaks may. */
  private boolean holdsOnlyRenames(BodyHunk hunk) {
    List<String> old = words(hunk, '-');
    List<String> current = words(hunk, '+');
    if (old.size() != current.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      boolean isSame = old.get(i).equals(current.get(i));
      if (!isSame && !current.get(i).equals(renamed(old.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private String renamed(String word) {
    String after = renames.get(word.substring(1));
    return after == null ? word : word.charAt(0) + after;
  }

  /** Returns the words and signs of one side's lines, each behind the sign of the patch itself. */
  private static List<String> words(BodyHunk hunk, char side) {
    List<String> words = new ArrayList<>();
    for (BodyHunk.Line line : hunk.lines()) {
      if (line.sign() == side && (line.text().startsWith("+") || line.text().startsWith("-"))) {
        String text = line.text().toString();
        addWords(text.charAt(0), text.substring(1), words);
      }
    }
    return words;
  }

  private static void addWords(char sign, String text, List<String> words) {
    int start = 0;
    while (start < text.length()) {
      int end = start + 1;
      if (isOfName(text.charAt(start))) {
        while (end < text.length() && isOfName(text.charAt(end))) {
          end++;
        }
      }
      String word = text.substring(start, end);
      if (!word.isBlank()) {
        words.add(sign + word);
      }
      start = end;
    }
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private ChangeKind kind(String section, BodyHunk.Line line, Set<Octets> left) {
    if (section.equals(METADATA)) {
      return ChangeKind.MESSAGE;
    }
    if (section.equals(MESSAGE)) {
      return messageKind(line.text().toString());
    }
    ChangeKind ofFile = fileKinds.getOrDefault(section, ChangeKind.CODE);
    char inner = line.text().isEmpty() ? ' ' : (char) line.text().at(0);
    boolean isIdentical = ofFile == ChangeKind.IDENTICAL;
    if (isIdentical || isHeading(line.text()) || line.text().toString().isBlank()) {
      return ChangeKind.CONTEXT;
    }
    boolean isChanged = inner == '+' || inner == '-' || line.text().startsWith(" ## ");
    return isChanged || moved.contains(section) || returns(line, left)
        ? ofFile
        : ChangeKind.CONTEXT;
  }

  /** Whether an equal unchanged line left this hunk before, or came in. */
  private static boolean returns(BodyHunk.Line line, Set<Octets> seen) {
    char other = line.sign() == '-' ? '+' : '-';
    seen.add(signed(line.sign(), line.text()));
    return seen.contains(signed(other, line.text()));
  }

  private static Octets signed(char sign, Octets text) {
    return Octets.utf8(sign + text.toString().strip());
  }

  private static boolean isHeading(Octets line) {
    return line.startsWith("@@");
  }

  private static ChangeKind messageKind(String line) {
    return line.isBlank() || TagReader.first(line).isPresent()
        ? ChangeKind.TAGS
        : ChangeKind.MESSAGE;
  }

  private static String at(List<String> sections, int index) {
    return index < sections.size() ? sections.get(index) : "";
  }

  /** Returns for each line of the text the section that it stands in. */
  private static List<String> sections(ComparablePatch patch) {
    List<String> sections = new ArrayList<>();
    String section = METADATA;
    Octets text = patch.text();
    for (int start = 0; start < text.length(); ) {
      int end = text.endOfLine(start);
      if (text.startsWith(" ## ", start)) {
        section = name(text.slice(start, end).toString());
      }
      sections.add(section);
      start = end;
    }
    return sections;
  }

  /** Returns the {@code io.c} of {@code " ## io.h => io.c (mode change …) ##\n"}. */
  private static String name(String line) {
    String name = line.strip();
    name = name.startsWith("## ") ? name.substring(3) : name;
    name = name.endsWith(" ##") ? name.substring(0, name.length() - 3) : name;
    if (name.endsWith(")")) {
      name = withoutState(withoutRemark(name));
    }
    int arrow = name.lastIndexOf(" => ");
    return arrow < 0 ? name : name.substring(arrow + 4);
  }

  private static String withoutRemark(String name) {
    int last = name.length() - 1;
    int remark = name.indexOf(MODE_REMARK, name.lastIndexOf(')', last - 1) + 1);
    return remark < 0 ? withoutState(name) : name.substring(0, remark);
  }

  private static String withoutState(String name) {
    for (String state : List.of(" (new)", " (deleted)")) {
      if (name.endsWith(state)) {
        return name.substring(0, name.length() - state.length());
      }
    }
    return name;
  }
}
