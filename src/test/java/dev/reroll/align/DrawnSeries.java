package dev.reroll.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two drawn series and a creation factor.
 *
 * <p>Each patch is the content of a new file, as lines; the series are drawn so that costs tie,
 * equal patches abound, and creation costs go from below 0 to above 65536.
 */
record DrawnSeries(List<List<String>> before, List<List<String>> after, CreationFactor factor) {
  private static final int[] FACTORS = {
    60,
    60,
    60,
    60,
    0,
    1,
    10,
    30,
    45,
    80,
    100,
    100,
    150,
    200,
    999,
    999,
    1_000_000,
    2_000_000,
    -50,
    300_000_000
  };

  static DrawnSeries draw(long seed) {
    Random random = new Random(seed);
    int equalOneIn = 20;
    boolean longSeries = random.nextInt(equalOneIn) == 0;
    int most = longSeries ? 45 + random.nextInt(random.nextInt(4) == 0 ? 190 : 30) : 9;
    int distinct = 1 + random.nextInt(longSeries ? 4 : 12);
    List<List<String>> pool = new ArrayList<>();
    for (int i = 0; i < distinct; i++) {
      pool.add(content(random));
    }
    int variedOneIn = longSeries ? 30 : 1 + random.nextInt(4);
    List<List<String>> before = series(random, pool, most, variedOneIn);
    List<List<String>> after = series(random, pool, most, variedOneIn);
    int percent = FACTORS[random.nextInt(FACTORS.length)];
    return new DrawnSeries(before, after, new CreationFactor(percent));
  }

  private static List<List<String>> series(
      Random random, List<List<String>> pool, int most, int variedOneIn) {
    List<List<String>> series = new ArrayList<>();
    int count = most > 9 ? most - random.nextInt(8) : 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      List<String> content = pool.get(random.nextInt(pool.size()));
      series.add(random.nextInt(variedOneIn) == 0 ? varied(random, content) : content);
    }
    return series;
  }

  private static List<String> content(Random random) {
    List<String> lines = new ArrayList<>();
    int count = random.nextInt(random.nextBoolean() ? 5 : 20);
    int words = 2 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      lines.add("w" + random.nextInt(words));
    }
    return lines;
  }

  private static List<String> varied(Random random, List<String> content) {
    List<String> lines = new ArrayList<>(content);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(lines.size() + 1);
      if (at < lines.size() && random.nextBoolean()) {
        lines.remove(at);
      } else {
        lines.add(at, "v" + random.nextInt(5));
      }
    }
    return lines;
  }
}
