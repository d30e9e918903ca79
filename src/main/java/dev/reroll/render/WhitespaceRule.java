package dev.reroll.render;

import java.util.Locale;

/**
 * Says what counts as a white-space error in a new line (git-config(1), {@code core.whitespace}).
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
  /** What git does when nothing is configured. */
  public static final WhitespaceRule STANDARD =
      new WhitespaceRule(true, true, false, false, true, false, 8);

  /**
   * Reads a value of {@code core.whitespace}: words between commas or blanks, each switched off by
   * a minus before it; words that are not known are passed over, as git does.
   */
  public static WhitespaceRule parse(String text) {
    WhitespaceRule rule = STANDARD;
    for (String word : text.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
      boolean on = !word.startsWith("-");
      rule = rule.with(on ? word : word.substring(1), on);
    }
    return rule;
  }

  private WhitespaceRule with(String name, boolean on) {
    boolean trailing = name.equals("trailing-space");
    return new WhitespaceRule(
        (trailing || name.equals("blank-at-eol")) ? on : blankAtEol,
        name.equals("space-before-tab") ? on : spaceBeforeTab,
        name.equals("indent-with-non-tab") ? on : indentWithNonTab,
        name.equals("tab-in-indent") ? on : tabInIndent,
        (trailing || name.equals("blank-at-eof")) ? on : blankAtEof,
        name.equals("cr-at-eol") ? on : crAtEol,
        name.startsWith("tabwidth=") ? width(name) : tabWidth);
  }

  private int width(String word) {
    String digits = word.substring("tabwidth=".length());
    int width = digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    return width > 0 && width < 64 ? width : tabWidth;
  }
}
