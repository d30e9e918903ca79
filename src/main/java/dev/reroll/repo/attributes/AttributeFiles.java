package dev.reroll.repo.attributes;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.QuotedPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesRule;

/**
 * Reads the {@code diff} attribute of paths (gitattributes(5)): from {@code info/attributes}, the
 * {@code .gitattributes} of the working tree, the user's file and the system's, in this order of
 * weight.
 */
public final class AttributeFiles {
  private static final String FILE = ".gitattributes";
  private static final String DIFF = "diff";
  private static final List<Attribute> BINARY = List.of(new Attribute(DIFF, Attribute.State.UNSET));

  private final Places places;
  private final AttributeLines strongest;
  private final List<AttributeLines> weakest = new ArrayList<>();
  private final Map<String, AttributeLines> byFolder = new HashMap<>();

  /**
   * Where attributes are.
   *
   * @param top the folder whose files count, with those below it
   * @param own the repository's own file
   * @param others the user's file and the system's, where they count
   * @param ignoresCase whether letters of any case match
   */
  public record Places(Optional<Path> top, Path own, List<Path> others, boolean ignoresCase) {}

  /** What is said of an attribute. */
  enum State {
    UNSPECIFIED,
    SET,
    UNSET,
    NAMED
  }

  /** What is said of an attribute, with the name that it was given. */
  record Value(State state, String name) {
    private static final Value UNSPECIFIED = new Value(State.UNSPECIFIED, "");
  }

  /** Reads the files that count for all paths. */
  public AttributeFiles(Places places) throws IOException {
    this.places = places;
    this.strongest = AttributeLines.read(places.own(), places.ignoresCase());
    for (Path file : places.others()) {
      weakest.add(AttributeLines.read(file, places.ignoresCase()));
    }
  }

  /** Returns what is said of {@code diff} for the file {@code path}. */
  Value diffOf(Octets path) throws IOException {
    String decoded = path.decode(StandardCharsets.UTF_8);
    String name = places.ignoresCase() ? decoded.toLowerCase(Locale.ROOT) : decoded;
    Search search = new Search();
    search.look(strongest.rules(), name);
    int slash = name.lastIndexOf('/');
    while (!search.isDone() && places.top().isPresent()) {
      String folder = slash < 0 ? "" : decoded.substring(0, slash);
      search.look(linesIn(folder).rules(), name.substring(slash + 1));
      if (slash < 0) {
        break;
      }
      slash = name.lastIndexOf('/', slash - 1);
    }
    for (AttributeLines lines : weakest) {
      search.look(lines.rules(), name);
    }
    return search.value();
  }

  /** Finds what a name stands for: the strongest file that says it counts. */
  private List<Attribute> macro(String name) throws IOException {
    List<AttributeLines> all = new ArrayList<>(List.of(strongest));
    if (places.top().isPresent()) {
      all.add(linesIn(""));
    }
    all.addAll(weakest);
    for (AttributeLines lines : all) {
      List<Attribute> found = lines.macros().get(name);
      if (found != null) {
        return found;
      }
    }
    return name.equals("binary") ? BINARY : List.of();
  }

  /** What is said of one path. Of each attribute the first thing counts that is found. */
  private final class Search {
    private final Map<String, Attribute> found = new HashMap<>();

    boolean isDone() {
      return found.containsKey(DIFF);
    }

    /** Looks from the last rule to the first. */
    void look(List<AttributesRule> rules, String path) throws IOException {
      for (int i = rules.size() - 1; i >= 0 && !isDone(); i--) {
        if (rules.get(i).isMatch(path, false)) {
          add(rules.get(i).getAttributes());
        }
      }
    }

    private void add(List<Attribute> attributes) throws IOException {
      for (int i = attributes.size() - 1; i >= 0; i--) {
        Attribute attribute = attributes.get(i);
        boolean isNew = found.putIfAbsent(attribute.getKey(), attribute) == null;
        if (isNew && attribute.getState() == Attribute.State.SET) {
          add(macro(attribute.getKey()));
        }
      }
    }

    Value value() {
      Attribute attribute = found.get(DIFF);
      if (attribute == null) {
        return Value.UNSPECIFIED;
      }
      return switch (attribute.getState()) {
        case SET -> new Value(State.SET, "");
        case UNSET -> new Value(State.UNSET, "");
        case UNSPECIFIED -> Value.UNSPECIFIED;
        case CUSTOM -> new Value(State.NAMED, String.valueOf(attribute.getValue()));
      };
    }
  }

  private AttributeLines linesIn(String folder) throws IOException {
    AttributeLines lines = byFolder.get(folder);
    if (lines == null) {
      lines = readIn(folder);
      byFolder.put(folder, lines);
    }
    return lines;
  }

  private AttributeLines readIn(String folder) throws IOException {
    try {
      Path file = places.top().orElseThrow().resolve(folder).resolve(FILE);
      return AttributeLines.readInTree(file, folder.isEmpty(), places.ignoresCase());
    } catch (InvalidPathException nothingCanBeThere) {
      return new AttributeLines(List.of(), Map.of());
    }
  }

  /**
   * The lines of a file of attributes (gitattributes(5)): what they say of paths, and macros.
   *
   * @param rules in the order of the file
   * @param macros attributes by the name that stands for them
   */
  private record AttributeLines(List<AttributesRule> rules, Map<String, List<Attribute>> macros) {
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

    /**
     * Reads the file of a working tree, where a link does not count, and macros only at the top.
     */
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
      String pattern =
          (quoted < 0 ? word : QuotedPath.unquote(word)).decode(StandardCharsets.UTF_8);
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
}
