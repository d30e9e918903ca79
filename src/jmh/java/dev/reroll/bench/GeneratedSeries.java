package dev.reroll.bench;

import dev.reroll.bytes.Octets;
import java.util.Random;

/**
 * Writes mailboxes with a series of patches that look like code, and a second version in which
 * every patch is changed a little. The same count gives the same octets.
 */
final class GeneratedSeries {
  private static final String[] WORDS = {
    "buffer", "cache", "channel", "device", "entry", "inode", "lock", "page", "queue", "region"
  };

  private final Random random;
  private final boolean rerolled;
  private final StringBuilder mailbox = new StringBuilder();

  private GeneratedSeries(long seed, boolean rerolled) {
    this.random = new Random(seed);
    this.rerolled = rerolled;
  }

  /** Returns the mailbox of a series of {@code count} patches, in its first or second version. */
  static Octets mailbox(int count, boolean rerolled) {
    GeneratedSeries series = new GeneratedSeries(20_261_122L + count, rerolled);
    for (int i = 1; i <= count; i++) {
      series.addMail(i, count);
    }
    return Octets.utf8(series.mailbox.toString());
  }

  private void addMail(int ordinal, int total) {
    String word = word();
    mailbox.append("From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001\n");
    mailbox.append("From: Ada Example <ada@example.org>\n");
    mailbox.append("Date: Tue, 14 Nov 2023 22:13:20 +0000\n");
    mailbox.append("Subject: [PATCH " + (rerolled ? "v2 " : "") + ordinal + "/" + total + "] ");
    mailbox.append(word + ": handle the " + word() + " only once (" + ordinal + ")\n\n");
    mailbox.append(
        "The " + word + " was taken twice.\n\nSigned-off-by: Ada <ada@example.org>\n---\n");
    int files = 1 + random.nextInt(2);
    for (int i = 0; i < files; i++) {
      addFile("drivers/" + word + "/" + word() + i + ".c", ordinal);
    }
    mailbox.append("-- \n2.47.0\n\n");
  }

  private void addFile(String path, int ordinal) {
    mailbox.append("diff --git a/" + path + " b/" + path + "\nindex 1234567..89abcde 100644\n");
    mailbox.append("--- a/" + path + "\n+++ b/" + path + "\n");
    int hunks = 1 + random.nextInt(4);
    for (int i = 0; i < hunks; i++) {
      addHunk(ordinal, i);
    }
  }

  private void addHunk(int ordinal, int index) {
    int added = 2 + random.nextInt(12);
    int start = 10 + index * 90;
    mailbox.append("@@ -" + start + ",7 +" + start + "," + (6 + added));
    mailbox.append(" @@ static int " + word() + "_" + word() + "(void)\n");
    addContext();
    mailbox.append("-\t" + word() + "_put(" + word() + ", " + ordinal + ");\n");
    for (int i = 0; i < added; i++) {
      String change = rerolled && i == 0 && index == 0 ? " /* checked */" : "";
      mailbox.append("+\t" + word() + "_get(" + word() + ", " + (ordinal * 31 + i) + ");");
      mailbox.append(change + "\n");
    }
    addContext();
  }

  private void addContext() {
    mailbox.append(" \t" + word() + "->" + word() + " = 0;\n \n \tif (" + word() + ")\n");
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }
}
