package dev.reroll.review.changelog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that a changelog begins with.
 *
 * @param text as written, without what stands behind the colon: {@code Changes since v2 [1]:}
 * @param version the version whose changes follow
 * @param rest the first words of the changelog, where they stand on the same line; may be empty
 * @param isLinked whether a link to the version stands behind it, or right below
 */
record ChangelogHeading(String text, int version, String rest, boolean isLinked) {
  private static final String WHAT = "(?:changes?|change ?log|differences?|updates?|delta|diff)";
  private static final String NUMBER = "\\(?(?:RFC[ -]?)?[vV](\\d{1,3})(?:[ -]?RFC)?\\)?";
  private static final String TAIL = "\\s*+(?:\\([^)]*+\\)|\\[[^\\]]*+])?+\\s*+([:;]?+)\\s*+(.*)";

  /** A form, and how far the version that it names lies before the one that it tells of. */
  private record Form(Pattern pattern, int offset) {
    private Form(String pattern, int offset) {
      this(Pattern.compile("(?i)(?:[-*] )?" + pattern), offset);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          new Form(
              WHAT
                  + "?\\s*(?:from\\s+)?(?:RFC|"
                  + NUMBER.replace("(\\d", "(?:\\d")
                  + ")\\s*(?:->|=>|-->|→|to)\\s*"
                  + NUMBER
                  + TAIL,
              0),
          new Form(
              "(?:changes?|changelog|new|updates?)\\s+(?:in|for|with)\\s+(?:version )?"
                  + NUMBER
                  + TAIL,
              0),
          new Form(WHAT + "?\\s*(?:sin?ce|from|over|vs\\.?)\\s+(?:the )?" + NUMBER + TAIL, 1),
          new Form(
              WHAT
                  + "\\s+(?:against|to|(?:as )?(?:compared|relative) (?:to|with))\\s+(?:the )?"
                  + NUMBER
                  + TAIL,
              1),
          new Form(NUMBER + "\\s+changes?\\s*+(:)\\s*+(.*)", 0),
          new Form("(?:changes? )?" + NUMBER + "\\s*+(:)\\s*+(.*)", 0));

  private static final Pattern LINK = Pattern.compile("(?i)[<\\[(]?https?://\\S*");

  /** Finds the heading in {@code line}; a sentence that goes on is none. */
  static Optional<ChangelogHeading> find(String line) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(line);
      if (matcher.matches() && !goesOn(matcher)) {
        return Optional.of(of(line, matcher, form.offset()));
      }
    }
    return Optional.empty();
  }

  /** Whether {@code text} is a link and nothing else. */
  static boolean isLink(String text) {
    return LINK.matcher(text).matches();
  }

  /** Returns it with the link that stands on the line below. */
  ChangelogHeading linked() {
    return new ChangelogHeading(text, version, rest, true);
  }

  private static boolean goesOn(Matcher matcher) {
    return matcher.group(2).isEmpty() && !matcher.group(3).isEmpty();
  }

  private static ChangelogHeading of(String line, Matcher matcher, int offset) {
    String rest = matcher.group(3);
    boolean isLinked = isLink(rest);
    return new ChangelogHeading(
        line.substring(0, line.length() - rest.length()).strip(),
        Integer.parseInt(matcher.group(1)) + offset,
        isLinked ? "" : rest,
        isLinked);
  }
}
