package dev.reroll.repo;

import dev.reroll.message.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;

/**
 * Reads the {@code diff} attribute of paths (gitattributes(5)): from {@code info/attributes}, the
 * {@code .gitattributes} of the working tree, and {@code core.attributesFile}, in this order of
 * weight. Of macros it knows {@code binary}.
 */
final class AttributeFiles {
  private static final String FILE = ".gitattributes";

  private final Optional<Path> workTree;
  private final List<AttributesRule> strongest;
  private final List<AttributesRule> weakest;
  private final Map<String, List<AttributesRule>> byFolder = new HashMap<>();

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

  /**
   * Readies the reading.
   *
   * @param workTree the top of the working tree; a bare repository has none
   * @param own the repository's own file
   * @param users the user's file
   */
  AttributeFiles(Optional<Path> workTree, Path own, Optional<Path> users) throws IOException {
    this.workTree = workTree;
    this.strongest = read(own);
    this.weakest = users.isPresent() ? read(users.get()) : List.of();
  }

  /** Returns what is said of {@code diff} for the file {@code path}. */
  Value diffOf(Octets path) throws IOException {
    String name = path.decode(StandardCharsets.UTF_8);
    Optional<Value> value = in(strongest, name);
    int slash = name.lastIndexOf('/');
    while (value.isEmpty() && workTree.isPresent()) {
      String folder = slash < 0 ? "" : name.substring(0, slash);
      value = in(rulesIn(folder), name.substring(slash + 1));
      if (slash < 0) {
        break;
      }
      slash = name.lastIndexOf('/', slash - 1);
    }
    return value.or(() -> in(weakest, name)).orElse(Value.UNSPECIFIED);
  }

  /** The last rule that says anything counts. */
  private static Optional<Value> in(List<AttributesRule> rules, String path) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).isMatch(path, false)) {
        Optional<Value> value = in(rules.get(i));
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Value> in(AttributesRule rule) {
    Optional<Value> found = Optional.empty();
    for (Attribute attribute : rule.getAttributes()) {
      boolean isSet = attribute.getState() == Attribute.State.SET;
      if (attribute.getKey().equals("binary") && isSet) {
        found = Optional.of(new Value(State.UNSET, ""));
      } else if (attribute.getKey().equals("diff")) {
        found = Optional.of(value(attribute));
      }
    }
    return found;
  }

  private static Value value(Attribute attribute) {
    return switch (attribute.getState()) {
      case SET -> new Value(State.SET, "");
      case UNSET -> new Value(State.UNSET, "");
      case UNSPECIFIED -> Value.UNSPECIFIED;
      case CUSTOM -> new Value(State.NAMED, String.valueOf(attribute.getValue()));
    };
  }

  private List<AttributesRule> rulesIn(String folder) throws IOException {
    List<AttributesRule> rules = byFolder.get(folder);
    if (rules == null) {
      rules = readIn(folder);
      byFolder.put(folder, rules);
    }
    return rules;
  }

  private List<AttributesRule> readIn(String folder) throws IOException {
    try {
      return read(workTree.orElseThrow().resolve(folder).resolve(FILE));
    } catch (InvalidPathException nothingCanBeThere) {
      return List.of();
    }
  }

  private static List<AttributesRule> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    AttributesNode node = new AttributesNode();
    try (InputStream stream = Files.newInputStream(file)) {
      node.parse(stream);
    }
    return node.getRules();
  }
}
