package dev.reroll.linediff;

import dev.reroll.bytes.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws pairs of texts that lead a line diff into its rarer branches. */
public final class TextPairs {
  private enum Shape {
    FEW_DISTINCT,
    FEW_DISTINCT_LONG,
    CODE,
    CODE_WITH_BLANKS,
    ODD_WHITE_SPACE,
    FREQUENT,
    PATCH,
    LONG_SLIDE,
    MANY_EDITS,
    SHUFFLED_BLOCKS
  }

  private static final int LARGE_ONE_IN = 12;

  private static final List<Shape> LARGE = List.of(Shape.MANY_EDITS, Shape.SHUFFLED_BLOCKS);
  private static final List<Shape> SMALL =
      Arrays.stream(Shape.values()).filter(shape -> !LARGE.contains(shape)).toList();

  private final Random random;

  /** Draws from {@code seed}. */
  public TextPairs(long seed) {
    random = new Random(seed);
  }

  /** Draws two short texts, or two of some thousand lines. */
  public TextPair draw() {
    List<Shape> shapes = random.nextInt(LARGE_ONE_IN) == 0 ? LARGE : SMALL;
    Shape shape = shapes.get(random.nextInt(shapes.size()));
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    fill(shape, before, after);
    String end = random.nextInt(10) == 0 ? "\r\n" : "\n";
    return new TextPair(shape.name(), join(before, end), join(after, end));
  }

  /** Draws texts so long that a search may cost more than 256 steps before it gives up. */
  public TextPair drawHuge() {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    int rowLength = 25 + upTo(2500);
    int noiseCount = 50 + upTo(600);
    while (before.size() < 36_000 || after.size() < 36_000) {
      for (int i = 1 + upTo(rowLength); i > 0; i--) {
        String shared = "row" + random.nextInt(20_000);
        before.add(shared);
        after.add(shared);
      }
      addNoise(before, noiseCount);
      addNoise(after, noiseCount);
    }
    return new TextPair("HUGE", join(before, "\n"), join(after, "\n"));
  }

  private void addNoise(List<String> target, int most) {
    for (int i = upTo(most); i > 0; i--) {
      target.add("noise" + random.nextInt(400));
    }
  }

  private void fill(Shape shape, List<String> before, List<String> after) {
    switch (shape) {
      case FEW_DISTINCT -> edited(before, after, words(30, 2 + random.nextInt(5)), 8);
      case FEW_DISTINCT_LONG -> edited(before, after, words(300, 2 + random.nextInt(8)), 60);
      case CODE -> edited(before, after, code(60), 6);
      case CODE_WITH_BLANKS -> edited(before, after, blanks(code(80)), 8);
      case ODD_WHITE_SPACE -> edited(before, after, oddWhiteSpace(60), 8);
      case FREQUENT -> frequent(before, after);
      case PATCH -> edited(before, after, patch(120), 25);
      case LONG_SLIDE -> longSlide(before, after);
      case MANY_EDITS -> manyEdits(before, after);
      case SHUFFLED_BLOCKS -> shuffledBlocks(before, after);
    }
  }

  private int upTo(int most) {
    return random.nextInt(most + 1);
  }

  private List<String> words(int most, int distinct) {
    List<String> lines = new ArrayList<>();
    for (int i = upTo(most); i > 0; i--) {
      lines.add("w" + random.nextInt(distinct));
    }
    return lines;
  }

  private List<String> code(int most) {
    List<String> lines = new ArrayList<>();
    int depth = 0;
    for (int i = upTo(most); i > 0; i--) {
      String indent = random.nextInt(4) == 0 ? "\t".repeat(depth) : "  ".repeat(depth);
      switch (random.nextInt(6)) {
        case 0 -> {
          lines.add(indent + "if (" + "abc".charAt(random.nextInt(3)) + ") {");
          depth++;
        }
        case 1 -> {
          depth = Math.max(0, depth - 1);
          lines.add("  ".repeat(depth) + "}");
        }
        case 2 -> lines.add("");
        default -> lines.add(indent + "call(" + random.nextInt(4) + ");");
      }
    }
    return lines;
  }

  private List<String> blanks(List<String> lines) {
    List<String> spaced = new ArrayList<>();
    for (String line : lines) {
      spaced.add(line);
      if (random.nextInt(6) == 0) {
        spaced.addAll(Collections.nCopies(upTo(30), random.nextBoolean() ? "" : "  "));
      }
    }
    return spaced;
  }

  private List<String> oddWhiteSpace(int most) {
    String[] starts = {
      "",
      " ",
      "\t",
      " \t",
      "\f",
      "  \f",
      "\u000b",
      "\r",
      " \r ",
      " ".repeat(199),
      " ".repeat(250),
      "\t\t"
    };
    String[] ends = {"", "", "x", "y", "}", "\u00e9"};
    List<String> lines = new ArrayList<>();
    for (int i = upTo(most); i > 0; i--) {
      lines.add(starts[random.nextInt(starts.length)] + ends[random.nextInt(ends.length)]);
    }
    return lines;
  }

  private List<String> patch(int most) {
    List<String> lines = new ArrayList<>();
    for (int i = upTo(most); i > 0; i--) {
      int kind = random.nextInt(12);
      String sign = " +-".substring(kind % 3, kind % 3 + 1);
      String body = kind < 4 ? "" : kind < 6 ? "\t}" : "\tstep(" + random.nextInt(40) + ");";
      lines.add(kind == 11 ? "@@ f.c: f()" : sign + body);
    }
    return lines;
  }

  /** Puts {@code lines} on both sides, with up to {@code mostEdits} runs changed on the new one. */
  private void edited(List<String> before, List<String> after, List<String> lines, int mostEdits) {
    before.addAll(lines);
    after.addAll(lines);
    for (int i = upTo(mostEdits); i > 0; i--) {
      int at = upTo(after.size());
      int end = Math.min(after.size(), at + upTo(4));
      switch (random.nextInt(4)) {
        case 0 -> after.subList(at, end).clear();
        case 1 -> after.addAll(at, List.copyOf(after.subList(at, end)));
        case 2 -> after.addAll(upTo(after.size()), List.copyOf(after.subList(at, end)));
        default -> {
          after.subList(at, end).clear();
          after.add(at, lines.isEmpty() ? "new" : lines.get(random.nextInt(lines.size())) + "'");
        }
      }
    }
  }

  /** Has lines that occur hundreds of times, among lines that match nowhere. */
  private void frequent(List<String> before, List<String> after) {
    int count = 50 + upTo(800);
    int oftenOneIn = 2 + upTo(12);
    int foreignCount = 1 + upTo(150);
    int keptCount = 1 + upTo(20);
    while (before.size() < count) {
      for (int i = upTo(foreignCount); i > 0; i--) {
        before.add(random.nextInt(oftenOneIn) == 0 ? often() : "old" + before.size());
        after.add(random.nextInt(oftenOneIn) == 0 ? often() : "new" + after.size());
      }
      for (int i = upTo(keptCount); i >= 0; i--) {
        String shared = random.nextInt(3) == 0 ? often() : "shared" + before.size() / 2;
        before.add(shared);
        after.add(shared);
      }
    }
  }

  private String often() {
    return "often" + random.nextInt(3);
  }

  private void longSlide(List<String> before, List<String> after) {
    List<String> period = random.nextBoolean() ? code(8) : words(8, 3);
    List<String> lines = new ArrayList<>(code(10));
    int start = lines.size();
    int repeats = 10 + upTo(60);
    for (int i = 0; i < repeats; i++) {
      lines.addAll(period);
    }
    int end = lines.size();
    lines.addAll(code(10));
    before.addAll(lines);
    after.addAll(lines);
    List<String> bigger = random.nextBoolean() ? before : after;
    int copied = Math.min(end - start, period.size() * (1 + upTo(30)));
    bigger.addAll(end, List.copyOf(lines.subList(start, start + copied)));
    if (random.nextInt(3) == 0) {
      after.add(upTo(after.size()), "single");
    }
  }

  /** Differs in so many places that an exact search would cost too much. */
  private void manyEdits(List<String> before, List<String> after) {
    int count = 1000 + upTo(2500);
    int distinct = 20 + upTo(600);
    int changedOneIn = 1 + upTo(5);
    for (int i = 0; i < count; i++) {
      String line = "w" + random.nextInt(distinct);
      before.add(line);
      after.add(random.nextInt(changedOneIn) == 0 ? "w" + random.nextInt(distinct) : line);
    }
  }

  /** Moves long blocks about, with noise between, so that long equal rows end costly searches. */
  private void shuffledBlocks(List<String> before, List<String> after) {
    List<List<String>> blocks = new ArrayList<>();
    int blockCount = 3 + upTo(40);
    for (int b = 0; b < blockCount; b++) {
      List<String> block = new ArrayList<>();
      for (int i = 10 + upTo(120); i > 0; i--) {
        block.add("b" + b + "." + i);
      }
      blocks.add(block);
    }
    int noise = upTo(300);
    scatter(before, blocks, noise);
    for (int i = upTo(blockCount); i > 0; i--) {
      Collections.swap(blocks, random.nextInt(blockCount), random.nextInt(blockCount));
    }
    scatter(after, blocks, noise);
  }

  private void scatter(List<String> target, List<List<String>> blocks, int noise) {
    for (List<String> block : blocks) {
      target.addAll(block);
      addNoise(target, noise);
    }
  }

  private Octets join(List<String> lines, String end) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line).append(random.nextInt(400) == 0 ? "\r\n" : end);
    }
    if (!lines.isEmpty() && random.nextInt(8) == 0) {
      text.setLength(text.length() - 1);
    }
    return Octets.utf8(text.toString());
  }
}
