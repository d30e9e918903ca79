package dev.reroll.repo.attributes;

import dev.reroll.interdiff.HeadingRule;
import dev.reroll.message.Octets;
import dev.reroll.message.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Takes the lines that the regular expressions of a diff driver match: {@code diff.NAME.xfuncname}
 * (gitattributes(5), "Defining a custom hunk-header").
 *
 * <p>The first expression that matches decides; one with {@code !} before it rejects the line. The
 * heading is the first group, where there is one. What is no UTF-8 is matched by no character.
 */
final class PatternHeadings implements HeadingRule {
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
}
