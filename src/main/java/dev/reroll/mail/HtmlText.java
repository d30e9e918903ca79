package dev.reroll.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;

/**
 * The text of a mail that was sent as HTML only, as a mail reader would show it in plain text.
 *
 * <p>Reads from left to right in one go. Tags go; paragraphs, breaks, lists and table rows end
 * lines; {@code pre} keeps blanks and line ends; {@code blockquote} puts a {@code >} before each
 * line; scripts, styles and comments go with all they hold. Never fails: what is no HTML is text.
 */
final class HtmlText {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_ENTITY = 10;

  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("copy", "©"),
          Map.entry("hellip", "…"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"));

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private final Deque<String> quotes = new ArrayDeque<>();
  private int preDepth;
  private boolean isLineStart = true;
  private boolean hasBlank;
  private int at;

  private HtmlText(String html) {
    this.html = html;
  }

  /** Returns the text in {@code html}; each line ends in LF. */
  static String of(String html) {
    HtmlText reader = new HtmlText(html);
    reader.read();
    return reader.text.toString();
  }

  private void read() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<' && isMarkup()) {
        readMarkup();
      } else if (c == '&') {
        readEntity();
      } else {
        put(c);
        at++;
      }
    }
    endLine();
  }

  private boolean isMarkup() {
    char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
  }

  private void readMarkup() {
    if (html.startsWith("<!--", at)) {
      skipTo("-->");
      return;
    }
    int end = html.indexOf('>', at);
    String tag = html.substring(at + 1, end < 0 ? html.length() : end);
    at = end < 0 ? html.length() : end + 1;
    String name = name(tag);
    switch (name) {
      case "script", "style", "head", "title" -> skipTo("</" + name);
      case "br", "/div", "div", "/tr", "li", "hr" -> breakLine(name);
      case "p", "/p", "/ul", "/ol", "/table", "h1", "/h1", "h2", "/h2", "h3", "/h3" -> endLine();
      case "pre", "/pre" -> preformatted(name.equals("pre"));
      case "blockquote", "/blockquote" -> quote(name.equals("blockquote"));
      default -> {}
    }
  }

  private static String name(String tag) {
    int end = 0;
    while (end < tag.length() && !Character.isWhitespace(tag.charAt(end))) {
      end++;
    }
    String name = tag.substring(0, end).toLowerCase(Locale.ROOT);
    return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /** Goes behind {@code end}, in any case of letters; to the end of the text where it is not. */
  private void skipTo(String end) {
    int found = at;
    while (found < html.length() && !html.regionMatches(true, found, end, 0, end.length())) {
      found++;
    }
    int close = end.startsWith("</") ? html.indexOf('>', found) : found + end.length() - 1;
    at = close < 0 ? html.length() : Math.min(html.length(), close + 1);
  }

  private void breakLine(String name) {
    if (name.equals("br") && isLineStart) {
      newLine();
    } else {
      endLine();
    }
  }

  private void preformatted(boolean opens) {
    endLine();
    preDepth = Math.max(0, preDepth + (opens ? 1 : -1));
    if (opens && at < html.length() && html.charAt(at) == '\n') {
      at++; // HTML: a line end right behind the tag is not shown.
    }
  }

  private void quote(boolean opens) {
    endLine();
    if (opens && quotes.size() < MAX_DEPTH) {
      quotes.push(">");
    } else if (!opens && !quotes.isEmpty()) {
      quotes.pop();
    }
  }

  private void readEntity() {
    int end = at + 1;
    while (end < html.length() && end - at <= MAX_ENTITY && html.charAt(end) != ';') {
      end++;
    }
    boolean isNear = end < html.length() && html.charAt(end) == ';';
    String read = isNear ? entity(html.substring(at + 1, end)) : "";
    if (read.isEmpty()) {
      put('&');
      at++;
      return;
    }
    for (int i = 0; i < read.length(); i++) {
      char c = read.charAt(i);
      putVisible(c);
    }
    at = end + 1;
  }

  private static String entity(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
    boolean isHex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
    try {
      int code = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
      return code == 0xa0 ? " " : Character.isValidCodePoint(code) ? Character.toString(code) : "";
    } catch (NumberFormatException noNumber) {
      return "";
    }
  }

  private void put(char c) {
    if (preDepth > 0) {
      if (c == '\n') {
        newLine();
      } else if (c != '\r') {
        putVisible(c);
      }
    } else if (Character.isWhitespace(c)) {
      hasBlank = !isLineStart;
    } else {
      putVisible(c);
    }
  }

  private void putVisible(char c) {
    if (isLineStart) {
      quotes.forEach(text::append);
      text.append(quotes.isEmpty() ? "" : " ");
      isLineStart = false;
    } else if (hasBlank) {
      text.append(' ');
    }
    hasBlank = false;
    text.append(c);
  }

  private void endLine() {
    if (!isLineStart) {
      newLine();
    }
  }

  private void newLine() {
    if (isLineStart) {
      quotes.forEach(text::append);
    }
    text.append('\n');
    isLineStart = true;
    hasBlank = false;
  }
}
