package dev.reroll.render.text;

import dev.reroll.mail.LeftOutReason;

/** The words for why mails take no part in a comparison. */
public final class ReasonText {
  private ReasonText() {}

  /**
   * Returns what one mail is: {@code a reply}, {@code announced as a patch, but without a diff}.
   */
  public static String of(LeftOutReason reason) {
    return switch (reason) {
      case COVER_WITHOUT_PATCHES -> "a cover letter without patches";
      case PULL_REQUEST -> "a pull request";
      case REPLY -> "a reply";
      case REPLY_WITH_DIFF -> "a reply that carries a diff";
      case ANNOUNCED_WITHOUT_DIFF -> "announced as a patch, but without a diff";
      case NEITHER_MAIL_NOR_DIFF -> "neither a mail nor a diff";
      case NEITHER_PATCH_NOR_REPLY -> "neither a patch nor a reply";
      case NUMBERED_WITHOUT_DIFF -> "numbered as a patch, but without a diff";
      case UNREADABLE -> "unreadable";
    };
  }

  /** Counts mails: {@code 1 reply}, {@code 4 replies}, {@code 2 mails announced as a patch}. */
  public static String count(int count, LeftOutReason reason) {
    String one = of(reason);
    String many =
        switch (reason) {
          case COVER_WITHOUT_PATCHES -> "cover letters without patches";
          case PULL_REQUEST -> "pull requests";
          case REPLY -> "replies";
          case REPLY_WITH_DIFF -> "replies that carry a diff";
          default -> "mails " + one;
        };
    if (count != 1) {
      return count + " " + many;
    }
    return one.startsWith("a ") ? "1 " + one.substring(2) : "1 mail " + one;
  }
}
