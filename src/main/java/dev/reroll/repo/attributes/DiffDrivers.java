package dev.reroll.repo.attributes;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.interdiff.HeadingRule;
import dev.reroll.interdiff.HeadingRule.BuiltInHeadings;
import dev.reroll.repo.paths.TreeChange;
import dev.reroll.repo.place.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds how a file is compared: by its {@code diff} attribute, and what is configured for that. */
public final class DiffDrivers {
  private final AttributeFiles attributes;
  private final Settings settings;
  private final Map<String, DiffDriver> byName = new HashMap<>();

  /** Finds drivers by these attributes, and what they do in the configuration. */
  public DiffDrivers(AttributeFiles attributes, Settings settings) {
    this.attributes = attributes;
    this.settings = settings;
  }

  /** Returns what holds for a file; attributes are for regular ones. */
  public DiffDriver of(TreeChange.State state) throws IOException {
    if (!state.isRegular()) {
      return DiffDriver.STANDARD;
    }
    AttributeFiles.Value value = attributes.diffOf(state.path());
    return switch (value.state()) {
      case UNSPECIFIED -> DiffDriver.STANDARD;
      case SET -> new DiffDriver(Optional.of(false), Optional.empty());
      case UNSET -> new DiffDriver(Optional.of(true), Optional.empty());
      case NAMED -> byName.computeIfAbsent(value.name(), this::read);
    };
  }

  private DiffDriver read(String name) {
    String section = "diff." + name;
    Optional<Boolean> binary =
        settings
            .find(section + ".binary")
            .filter(value -> !value.equalsIgnoreCase("auto"))
            .map(value -> settings.isTrue(section + ".binary", false));
    Optional<HeadingRule> configured =
        settings.find(section + ".xfuncname").flatMap(PatternHeadings::of);
    return new DiffDriver(binary, configured.or(() -> BuiltInHeadings.of(name)));
  }

  /**
   * How files of one kind are compared (gitattributes(5), "diff").
   *
   * @param binary whether they count as binary; by their content where it is empty
   * @param headings which lines are hunk headings, where something is said of that
   */
  public record DiffDriver(Optional<Boolean> binary, Optional<HeadingRule> headings) {
    /** For files of which nothing is said. */
    static final DiffDriver STANDARD = new DiffDriver(Optional.empty(), Optional.empty());
  }

  /**
   * Takes the lines that the regular expressions of a diff driver match: {@code
   * diff.NAME.xfuncname} (gitattributes(5), "Defining a custom hunk-header").
   *
   * <p>The first expression that matches decides; one with {@code !} before it rejects the line.
   * The heading is the first group, where there is one. What is no UTF-8 is matched by no
   * character.
   */
  private static final class PatternHeadings implements HeadingRule {
    /** Matches neither a dot nor the end of a line. */
    private static final String UNREADABLE = "\n\0";

    private final List<Line> lines = new ArrayList<>();

    private record Line(Pattern pattern, boolean rejects) {}

    private PatternHeadings() {}

    /** Reads expressions, one a line; empty where one of them cannot be understood. */
    static Optional<HeadingRule> of(String expressions) {
      PatternHeadings headings = new PatternHeadings();
      for (String text : expressions.split("\n", -1)) {
        if (text.isEmpty()) {
          continue;
        }
        boolean rejects = text.startsWith("!");
        try {
          String regex = PosixRegex.toJava(rejects ? text.substring(1) : text);
          headings.lines.add(new Line(Pattern.compile(regex), rejects));
        } catch (PatternSyntaxException notUnderstood) {
          return Optional.empty();
        }
      }
      return Optional.of(headings);
    }

    @Override
    public Optional<Octets> headingOf(Octets line) {
      Octets readable = Utf8.wellFormedPart(line);
      String text = readable.decode(StandardCharsets.UTF_8);
      if (readable.length() < line.length()) {
        text += UNREADABLE;
      }
      for (Line candidate : lines) {
        Matcher matcher = candidate.pattern().matcher(text);
        if (matcher.find()) {
          return candidate.rejects() ? Optional.empty() : Optional.of(heading(matcher));
        }
      }
      return Optional.empty();
    }

    private static Octets heading(Matcher matcher) {
      boolean hasGroup = matcher.groupCount() > 0 && matcher.start(1) >= 0;
      String heading = hasGroup ? matcher.group(1) : matcher.group();
      int end = heading.indexOf('\n');
      return HeadingRule.cut(Octets.utf8(end < 0 ? heading : heading.substring(0, end)));
    }

    /** Rewrites extended regular expressions of POSIX (regex(7)) for Java. */
    private static final class PosixRegex {
      private PosixRegex() {}

      /** Returns the same expression as Java writes it: within brackets a backslash is literal. */
      static String toJava(String posix) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < posix.length(); i++) {
          char c = posix.charAt(i);
          if (c == '[') {
            i = bracket(posix, i, java);
          } else {
            java.append(c);
            if (c == '\\' && i + 1 < posix.length()) {
              java.append(posix.charAt(++i));
            }
          }
        }
        return java.toString();
      }

      private static int bracket(String posix, int open, StringBuilder java) {
        int i = open + 1;
        java.append('[');
        if (i < posix.length() && posix.charAt(i) == '^') {
          java.append('^');
          i++;
        }
        for (int first = i; i < posix.length() && (posix.charAt(i) != ']' || i == first); i++) {
          char c = posix.charAt(i);
          if (posix.startsWith("[:", i) && posix.indexOf(":]", i) > 0) {
            int end = posix.indexOf(":]", i);
            java.append(characterClass(posix.substring(i + 2, end)));
            i = end + 1;
          } else {
            java.append(
                c == '[' || c == ']' || c == '\\' || c == '&' || c == '^'
                    ? "\\" + c
                    : String.valueOf(c));
          }
        }
        java.append(']');
        return i;
      }

      private static String characterClass(String name) {
        return switch (name) {
          case "alnum" -> "\\p{Alnum}";
          case "digit" -> "\\p{Digit}";
          case "upper" -> "\\p{Upper}";
          case "lower" -> "\\p{Lower}";
          case "space" -> "\\s\\x0B";
          case "blank" -> "\\p{Blank}";
          case "punct" -> "\\p{Punct}";
          case "xdigit" -> "\\p{XDigit}";
          case "cntrl" -> "\\p{Cntrl}";
          case "print" -> "\\p{Print}";
          case "graph" -> "\\p{Graph}";
          default -> "\\p{Alpha}";
        };
      }
    }
  }
}
