package dev.reroll.render.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What counts as a white-space error in a new line (git-config(1), {@code core.whitespace}).
 *
 * @param blankAtEol white space at the end of a line is an error
 * @param spaceBeforeTab a space right before a tab in the indent is an error
 * @param indentWithNonTab an indent of {@code tabWidth} or more spaces is an error
 * @param tabInIndent a tab in the indent is an error
 * @param blankAtEof empty lines at the end of the text are an error
 * @param crAtEol a CR at the end of a line belongs to the line end
 * @param tabWidth columns of a tab, 1 to 63
 */
public record WhitespaceRule(
    boolean blankAtEol,
    boolean spaceBeforeTab,
    boolean indentWithNonTab,
    boolean tabInIndent,
    boolean blankAtEof,
    boolean crAtEol,
    int tabWidth) {
  /** In git's order, which decides where a word begins several of them. */
  private static final List<String> NAMES =
      List.of(
          "trailing-space",
          "space-before-tab",
          "indent-with-non-tab",
          "cr-at-eol",
          "blank-at-eol",
          "blank-at-eof",
          "tab-in-indent");

  /** Loaded only where a rule is configured. */
  private static final class Form {
    static final Pattern WIDTH = Pattern.compile("tabwidth=\\s*\\+?0*(\\d{1,4})");
  }

  /** What git does when nothing is configured. */
  public static final WhitespaceRule STANDARD =
      new WhitespaceRule(true, true, false, false, true, false, 8);

  /**
   * Reads a value of {@code core.whitespace}: words between commas, each switched off by a minus
   * before it. As for git, the beginning of a name stands for the first that begins so, and words
   * that are not known are passed over.
   */
  public static WhitespaceRule parse(String text) {
    WhitespaceRule rule = STANDARD;
    for (String entry : text.split(",", -1)) {
      String word = entry.stripLeading();
      boolean on = !word.startsWith("-");
      rule = rule.with(on ? word : word.substring(1), on);
    }
    return rule;
  }

  private WhitespaceRule with(String word, boolean on) {
    String name =
        NAMES.stream()
            .filter(one -> !word.isEmpty() && one.startsWith(word))
            .findFirst()
            .orElse("");
    boolean trailing = name.equals("trailing-space");
    return new WhitespaceRule(
        (trailing || name.equals("blank-at-eol")) ? on : blankAtEol,
        name.equals("space-before-tab") ? on : spaceBeforeTab,
        name.equals("indent-with-non-tab") ? on : indentWithNonTab,
        name.equals("tab-in-indent") ? on : tabInIndent,
        (trailing || name.equals("blank-at-eof")) ? on : blankAtEof,
        name.equals("cr-at-eol") ? on : crAtEol,
        word.startsWith("tabwidth=") ? width(word) : tabWidth);
  }

  private int width(String word) {
    Matcher digits = Form.WIDTH.matcher(word);
    int width = digits.lookingAt() ? Integer.parseInt(digits.group(1)) : 0;
    return width > 0 && width < 64 ? width : tabWidth;
  }
}
