package dev.reroll.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a small list: four versions of a series with replies, and mails that have nothing to do
 * with it.
 *
 * <pre>
 * v1-0  [PATCH 0/2] Count the readers      Mira Holt
 *   v1-1, v1-2
 *     r1  Re: [PATCH 2/2]                  Ada Example
 * v2-0  [PATCH v2 0/2] Count the readers   names v1-0
 *   v2-1, v2-2
 * v4-0  [PATCH v4 0/2] Make statistics of all who read   follows v2 by content alone
 *   v4-1, v4-2
 * v5-0  [PATCH v5 0/2] Make statistics of all who read
 *   v5-1, v5-2
 * x-1   [PATCH] Something else             Bo Other
 * </pre>
 */
final class ListMails {
  private final List<String> mails = new ArrayList<>();

  /** A mail, not yet written. */
  private record Head(String id, String from, String subject, int day) {
    String text(Optional<String> above, String body) {
      String thread =
          above
              .map(a -> "In-Reply-To: <%1$s>\nReferences: <%1$s>\n".formatted(address(a)))
              .orElse("");
      return "From mboxrd@z Thu Jan  1 00:00:00 1970\n"
          + "From: "
          + from
          + "\n"
          + "Date: Mon, %02d Mar 2026 10:00:00 +0000\n".formatted(day)
          + "Subject: "
          + subject
          + "\n"
          + "Message-ID: <"
          + address(id)
          + ">\n"
          + thread
          + "\n"
          + body
          + "\n";
    }
  }

  /** Returns the message-id that the drawing calls {@code id}. */
  static String address(String id) {
    return "20260302." + id + "@example.org";
  }

  /** Returns the mailbox that the drawing shows. */
  static String all() {
    ListMails list = new ListMails();
    list.version("v1", "PATCH", "Count the readers", 2).patches("v1", "PATCH", "new", 2);
    list.mails.add(
        new Head("r1", "Ada Example <ada@example.org>", "Re: [PATCH 2/2] two", 3)
            .text(Optional.of("v1-2"), "Why not?\n"));
    list.version(
        "v2",
        "PATCH v2",
        "Count the readers",
        9,
        "Link to v1: https://lists.example.org/all/" + address("v1-0") + "/\n");
    list.patches("v2", "PATCH v2", "newer", 9);
    list.version("v4", "PATCH v4", "Make statistics of all who read", 23);
    list.patches("v4", "PATCH v4", "newest", 23);
    list.version("v5", "PATCH v5", "Make statistics of all who read", 30);
    list.patches("v5", "PATCH v5", "best", 30);
    list.mails.add(
        new Head("x-1", "Bo Other <bo@example.org>", "[PATCH] other", 20)
            .text(Optional.empty(), diff("other", "new")));
    return String.join("", list.mails);
  }

  private ListMails version(String label, String tag, String title, int day, String... text) {
    mails.add(
        new Head(
                label + "-0",
                "Mira Holt <mira.holt@example.org>",
                "[" + tag + " 0/2] " + title,
                day)
            .text(Optional.empty(), "Hello.\n\n" + String.join("", text)));
    return this;
  }

  /** Adds two patches; the second has {@code word} in it, the first is always the same. */
  private void patches(String label, String tag, String word, int day) {
    String from = "Mira Holt <mira.holt@example.org>";
    mails.add(
        new Head(label + "-1", from, "[" + tag + " 1/2] one", day)
            .text(Optional.of(label + "-0"), diff("one", "new")));
    mails.add(
        new Head(label + "-2", from, "[" + tag + " 2/2] two", day)
            .text(Optional.of(label + "-0"), diff("two", word)));
  }

  private static String diff(String title, String word) {
    String mail = Mails.patch("PATCH", title, word);
    return mail.substring(mail.indexOf("\n\n") + 2);
  }
}
