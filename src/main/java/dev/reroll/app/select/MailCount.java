package dev.reroll.app.select;

import java.util.Map;

/**
 * Counts mails in words: {@code 1 reply}, {@code 4 replies}, {@code 2 mails announced as a patch}.
 */
public final class MailCount {
  private static final Map<String, String> PLURALS =
      Map.of(
          "a reply", "replies",
          "a reply that carries a diff", "replies that carry a diff",
          "a cover letter without patches", "cover letters without patches",
          "a pull request", "pull requests");

  private MailCount() {}

  /** Says how many mails there are of the kind that {@code reason} names. */
  public static String of(int count, String reason) {
    if (!reason.startsWith("a ")) {
      return count + (count == 1 ? " mail " : " mails ") + reason;
    }
    return count == 1
        ? "1 " + reason.substring(2)
        : count + " " + PLURALS.getOrDefault(reason, "times " + reason);
  }
}
