package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws a file and a hunk for it among whose lines stand remarks: real ones that a line has no
 * newline, translated ones, short ones, and text that begins with a backslash only.
 *
 * @param base the file
 * @param diff a diff with the one hunk, and now and then a signature behind it
 */
public record RemarkDraw(String base, String diff) {
  private static final List<String> REMARKS =
      List.of(
          "\\ No newline at end of file",
          "\\ No newline at end of file",
          "\\ Kein Zeilenumbruch am Dateiende.",
          "\\ 345678901",
          "\\ 34567890",
          "\\ ",
          "\\",
          "\\text",
          "\\No newline at end of file");

  /** Draws the case with the number {@code seed}. */
  public static RemarkDraw draw(long seed) {
    Random random = new Random(seed);
    List<String> base = new ArrayList<>();
    List<String> hunk = new ArrayList<>();
    int before = 0;
    int after = 0;
    remark(hunk, random, 12);
    for (int i = 1 + random.nextInt(4); i >= 0; i--) {
      String line = String.valueOf((char) ('a' + random.nextInt(3)));
      base.add(line);
      boolean goes = random.nextInt(3) == 0;
      hunk.add((goes ? "-" : " ") + line);
      before++;
      after += goes ? 0 : 1;
      remark(hunk, random, i == 0 ? 2 : 8);
      while (random.nextInt(3) == 0) {
        hunk.add("+" + (char) ('A' + random.nextInt(3)));
        after++;
        remark(hunk, random, i == 0 ? 2 : 5);
      }
    }
    String end = random.nextInt(2) == 0 ? "" : "\n";
    String header = "@@ -1," + before + " +" + (after == 0 ? 0 : 1) + "," + after + " @@\n";
    return new RemarkDraw(
        String.join("\n", base) + end,
        "diff --git a/f b/f\n--- a/f\n+++ b/f\n"
            + header
            + String.join("\n", hunk)
            + "\n"
            + (random.nextInt(3) == 0 ? "-- \n2.39.5\n" : ""));
  }

  private static void remark(List<String> hunk, Random random, int oneIn) {
    while (random.nextInt(oneIn) == 0) {
      // The first ones are accepted in more places: what git refuses tells little.
      int count = random.nextInt(4) == 0 ? REMARKS.size() : 3;
      hunk.add(REMARKS.get(random.nextInt(count)));
    }
  }
}
