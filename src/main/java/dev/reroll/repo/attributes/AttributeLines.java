package dev.reroll.repo.attributes;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.QuotedPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesRule;

/**
 * The lines of a file of attributes (gitattributes(5)): what they say of paths, and macros.
 *
 * @param rules in the order of the file
 * @param macros attributes by the name that stands for them
 */
record AttributeLines(List<AttributesRule> rules, Map<String, List<Attribute>> macros) {
  private static final AttributeLines NONE = new AttributeLines(List.of(), Map.of());
  private static final String MACRO = "[attr]";

  /** Reads a file that may be missing. */
  static AttributeLines read(Path file, boolean ignoresCase) throws IOException {
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    AttributeLines lines = new AttributeLines(new ArrayList<>(), new HashMap<>());
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int start = text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    for (String line : text.substring(start).split("\n", -1)) {
      String trimmed = line.strip();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        lines.add(trimmed, ignoresCase);
      }
    }
    return lines;
  }

  /** Reads the file of a working tree, where a link does not count, and macros only at the top. */
  static AttributeLines readInTree(Path file, boolean isTop, boolean ignoresCase)
      throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    AttributeLines lines = read(file, ignoresCase);
    return isTop ? lines : new AttributeLines(lines.rules, Map.of());
  }

  private void add(String line, boolean ignoresCase) {
    Octets octets = Octets.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
    int quoted = line.startsWith("\"") ? QuotedPath.endOfQuoted(octets) : -1;
    int end = quoted < 0 ? endOfWord(line) : quoted;
    Octets word = octets.slice(0, end);
    String pattern = (quoted < 0 ? word : QuotedPath.unquote(word)).decode(StandardCharsets.UTF_8);
    String said = line.substring(end).strip();
    if (!said.isEmpty() && !areNames(said)) {
      return;
    }
    AttributesRule rule =
        new AttributesRule(ignoresCase ? pattern.toLowerCase(Locale.ROOT) : pattern, said);
    if (pattern.startsWith(MACRO)) {
      macros.put(pattern.substring(MACRO.length()), rule.getAttributes());
    } else if (!pattern.startsWith("!")) {
      rules.add(rule);
    }
  }

  private static int endOfWord(String line) {
    int end = 0;
    while (end < line.length() && " \t\r".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Whether all words are attributes; git takes nothing of a line that has another. */
  private static boolean areNames(String words) {
    for (String word : words.split("[ \t\r]+", -1)) {
      String name = word.startsWith("-") || word.startsWith("!") ? word.substring(1) : word;
      int end = name.indexOf('=');
      if (!isName(end < 0 ? name : name.substring(0, end))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean isPlain =
          letter < 128 && (Character.isLetterOrDigit(letter) || "-_.".indexOf(letter) >= 0);
      if (!isPlain) {
        return false;
      }
    }
    return !name.isEmpty() && !name.startsWith("-");
  }
}
