package dev.reroll.oracle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the ids in header lines the same, digit by digit: ours are patch-ids, git's of commits. */
public final class HeaderMask {
  private static final String COLOR = "(?:\u001b\\[[0-9;]*m)*";
  private static final Pattern HEADER =
      Pattern.compile(
          "(?md)^("
              + COLOR
              + " *(?:\\d+|-):  )([0-9a-f]+|-+)( "
              + COLOR
              + "[=!<>]"
              + COLOR
              + " *(?:\\d+|-):  )([0-9a-f]+|-+)");

  private HeaderMask() {}

  /** Returns {@code rangeDiff}, one char an octet, with an x for each digit of an id. */
  public static String mask(String rangeDiff) {
    Matcher matcher = HEADER.matcher(rangeDiff);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          out,
          matcher.group(1)
              + hidden(matcher.group(2))
              + matcher.group(3)
              + hidden(matcher.group(4)));
    }
    return matcher.appendTail(out).toString();
  }

  private static String hidden(String id) {
    return id.startsWith("-") ? id : "x".repeat(id.length());
  }
}
