package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Keeps regular expressions away from the text of mails, but for those that take time in proportion
 * to it and no stack, whatever it is. {@code regular-expressions.txt} lists them all.
 */
class PatternTest {
  private static final String ROOT = "dev.reroll.";
  private static final String RULES =
      """
      Anybody may write what a mail says, 100 kB of it. So:
      - Ask for plain words with indexOf, startsWith or a loop over the characters, if it is as clear.
      - Else repeat possessively (*+, ++, ?+) what cannot begin with what follows it. A group that is
        repeated must be possessive: otherwise each turn takes stack.
      - No two repetitions side by side that match the same character; no '.*' in front of what is
        asked by matches(): ask for it by find(). No '.*' between two parts: look for one behind the other.
      - (?s) where a '.*' ends the expression: a line separator would make all before it be tried again.
      - \\< and \\> of WordPattern for ends of words, not \\b.
      Then add it to src/test/resources/dev/reroll/regular-expressions.txt: class, field or quoted
      expression, and matches, find, lookingAt or split; this test runs it against hostile texts. What
      no mail can reach is listed there by class, number of uses, and where the text comes from.
      """;

  private static final Set<String> TEXT_METHODS =
      Set.of("split", "matches", "replaceAll", "replaceFirst");

  private static final List<String> LIST = list();

  @Test
  void everyUseOfARegularExpressionIsListed() {
    Map<String, Integer> listed = new TreeMap<>();
    for (String line : LIST) {
      String[] words = line.split(" ", 3);
      boolean isCount = words[1].matches("\\d+");
      listed.merge(words[0], isCount ? Integer.parseInt(words[1]) : 1, Integer::sum);
    }
    assertThat(usesByClass()).as(RULES).isEqualTo(listed);
  }

  @Test
  void noExpressionTakesMoreThanTwiceTheStepsForTwiceTheText() {
    assertThat(listedUses().stream().flatMap(use -> use.tooSlow().stream())).as(RULES).isEmpty();
  }

  @Test
  void noExpressionOverflowsASmallStack() {
    assertThat(listedUses().stream().flatMap(use -> use.tooDeep().stream())).as(RULES).isEmpty();
  }

  @Test
  void slowExpressionsAreFound() {
    List<PatternUse> slow =
        List.of(
            use("\\s*\\W+\\s*", "matches"),
            use("(?i).*\\b(wrote|said)\\b.*:\\s*", "matches"),
            use("(?i)\\bif\\b.*\\buse this\\b", "find"),
            use("\\([^)]*\\)", "find"),
            use("[ ]+\\d{4}$", "find"),
            use("\\bpatch\\b", "find"),
            use("(a+)+b", "matches"));
    assertThat(slow).allMatch(use -> use.tooSlow().isPresent());
  }

  @Test
  void deepExpressionsAreFound() {
    List<PatternUse> deep =
        List.of(
            use("((this|that) )*x", "matches"),
            use("[A-Z][a-z]*(?:-[A-Za-z]+)*-by", "matches"),
            use("(?:(?:From|Date): [^\n]*\n)+", "lookingAt"),
            use("(?:From: [^\n]*\n(?:[ \t]+\\S[^\n]*\n)*)+", "lookingAt"));
    assertThat(deep).allMatch(use -> use.tooDeep().isPresent());
  }

  private static PatternUse use(String expression, String question) {
    return new PatternUse(expression, Pattern.compile(expression), question);
  }

  private static List<String> list() {
    try (InputStream in = PatternTest.class.getResourceAsStream("regular-expressions.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Counts for each top-level class how often it compiles an expression, or hands one on. */
  private static Map<String, Integer> usesByClass() {
    JavaClasses program =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.reroll");
    Map<String, Integer> uses = new TreeMap<>();
    for (JavaClass type : program) {
      String name = type.getName().replaceFirst("\\$.*", "").substring(ROOT.length());
      List<JavaAccess<?>> accesses = new ArrayList<>(type.getAccessesFromSelf());
      accesses.addAll(type.getMethodReferencesFromSelf());
      int count = (int) accesses.stream().distinct().filter(PatternTest::isUse).count();
      if (count > 0) {
        uses.merge(name, count, Integer::sum);
      }
    }
    return uses;
  }

  private static boolean isUse(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String method = access.getName();
    return switch (owner) {
      case "java.lang.String" -> TEXT_METHODS.contains(method);
      case "java.util.regex.Pattern" -> method.equals("compile") || method.equals("matches");
      case "java.util.Scanner" -> true;
      default -> owner.equals(ROOT + "review.material.WordPattern") && method.equals("compile");
    };
  }

  private static List<PatternUse> listedUses() {
    List<PatternUse> uses = new ArrayList<>();
    for (String line : LIST) {
      int last = line.lastIndexOf(' ');
      int first = line.indexOf(' ');
      String place = line.substring(first + 1, Math.max(last, first + 1));
      if (!place.matches("\\d+( .*)?")) {
        String name = line.substring(0, first);
        for (Pattern pattern : patterns(name, place)) {
          uses.add(new PatternUse(name + " " + place, pattern, line.substring(last + 1)));
        }
      }
    }
    return uses;
  }

  /** Returns those of a field, or of the records that it lists; or the one that is quoted. */
  private static List<Pattern> patterns(String type, String place) {
    if (place.startsWith("\"")) {
      return List.of(Pattern.compile(place.substring(1, place.length() - 1).translateEscapes()));
    }
    int dot = place.lastIndexOf('.');
    String nested = dot < 0 ? "" : "$" + place.substring(0, dot).replace('.', '$');
    try {
      Field field = Class.forName(ROOT + type + nested).getDeclaredField(place.substring(dot + 1));
      field.setAccessible(true);
      Object value = field.get(null);
      List<Pattern> found = new ArrayList<>();
      for (Object item : value instanceof List<?> many ? many : List.of(value)) {
        found.add(item instanceof Pattern pattern ? pattern : component(item).orElseThrow());
      }
      return List.copyOf(found);
    } catch (ReflectiveOperationException gone) {
      throw new IllegalStateException("listed, but not there: " + type + " " + place, gone);
    }
  }

  private static Optional<Pattern> component(Object item) throws ReflectiveOperationException {
    for (RecordComponent component : item.getClass().getRecordComponents()) {
      if (component.getType() == Pattern.class) {
        component.getAccessor().setAccessible(true);
        return Optional.of((Pattern) component.getAccessor().invoke(item));
      }
    }
    return Optional.empty();
  }
}
