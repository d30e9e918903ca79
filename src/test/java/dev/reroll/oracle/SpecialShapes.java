package dev.reroll.oracle;

import dev.reroll.linediff.TextPair;
import dev.reroll.linediff.TextPairs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws series that lead the alignment and the line diff into their rare branches. */
final class SpecialShapes {
  private final Chance chance;
  private final Tree base;

  SpecialShapes(Chance chance, Tree base) {
    this.chance = chance;
    this.base = base;
  }

  /** The steps of both versions. */
  record Steps(List<Step> before, List<Step> after) {}

  /** Small patches that add a few of few lines, each to a file of its own. */
  Steps ties() {
    int distinct = chance.between(2, 4);
    int most = chance.between(1, 4);
    return new Steps(similar("f", distinct, most), similar(chance.of("f", "g"), distinct, most));
  }

  private List<Step> similar(String folder, int distinct, int most) {
    List<Step> steps = new ArrayList<>();
    int count = chance.between(2, 24);
    for (int i = 0; i < count; i++) {
      StringBuilder content = new StringBuilder();
      for (int line = chance.between(1, most); line > 0; line--) {
        content.append('w').append(chance.upTo(distinct - 1)).append('\n');
      }
      String path = folder + "/" + (chance.percent(50) ? i : chance.upTo(60));
      steps.add(plain("add " + path, ChangeDraw.add(path, TreeFile.plain(content.toString()))));
    }
    return steps;
  }

  /** Each patch adds the same line to the end of a file of such lines. */
  Steps equalPatches(int least, int leastAfter) {
    base.put("same", TreeFile.plain("x\n".repeat(5)));
    int count = chance.between(least, least + 9);
    List<Step> before = equal(count);
    List<Step> after = new ArrayList<>();
    for (Step step : equal(chance.between(leastAfter, count + 3))) {
      after.add(step);
      if (least < 100 && chance.percent(3)) {
        after.add(SeriesDraw.drawStep(chance));
      }
    }
    return new Steps(before, after);
  }

  private List<Step> equal(int count) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(
          plain(
              "again " + chance.upTo(count),
              tree ->
                  tree.find("same")
                      .ifPresent(f -> tree.put("same", f.withContent(f.content() + "x\n")))));
    }
    return steps;
  }

  /** One patch adds a text that the other version's patch adds in another form. */
  Steps manyEdits() {
    int count = chance.between(600, 2500);
    int distinct = chance.between(20, 300);
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String line = line(distinct);
      before.append(line);
      after.append(chance.percent(60) ? line(distinct) : line);
    }
    return rewritten("words.txt", before.toString(), after.toString());
  }

  private String line(int distinct) {
    return chance.percent(20) ? "often\n" : "w" + chance.upTo(distinct) + "\n";
  }

  /** A file of repeated lines, of which one version has more than the other. */
  Steps slides() {
    String period = chance.of("same\n", "one\n\ntwo\n", "{\n\tx;\n}\n", "\tif (x) {\n\n\t}\n\n");
    String head = "head\n" + "h\n".repeat(chance.upTo(4));
    int repeats = chance.between(40, 260);
    String tail = chance.percent(50) ? "" : "tail\n";
    String less = head + period.repeat(repeats) + tail;
    String more = head + period.repeat(repeats + chance.between(1, 240)) + tail;
    if (chance.percent(50)) {
      base.put("slide", TreeFile.plain(less));
      base.put("other", TreeFile.plain(more));
      String changed = more + "end\n";
      return rewritten("slide", more, chance.percent(50) ? changed : less + period + "end\n");
    }
    return chance.percent(50) ? rewritten("new", less, more) : rewritten("new", more, less);
  }

  /** Equal pairs, and one patch of the new version that is dear with a large creation factor. */
  Steps lopsided() {
    List<Step> before = both();
    List<Step> after = new ArrayList<>(before);
    int lines = chance.between(600, 3000);
    after.add(chance.upTo(after.size()), plain("new", dearFile("new\n", lines)));
    return new Steps(before, after);
  }

  private List<Step> both() {
    List<Step> steps = new ArrayList<>();
    for (int i = chance.between(1, 3); i > 0; i--) {
      steps.add(plain("both " + i, ChangeDraw.add("both" + i, TreeFile.plain("x" + i + "\n"))));
    }
    return steps;
  }

  /** New files and rewritten ones, with the two sides of drawn diffs in the two versions. */
  Steps texts() {
    List<Step> before = new ArrayList<>();
    List<Step> after = new ArrayList<>();
    for (int i = chance.between(2, 4); i > 0; i--) {
      TextPair pair = new TextPairs(chance.seed()).draw();
      String path = "text" + i;
      if (chance.percent(30)) {
        base.put(path, TreeFile.plain(ContentDraw.text(chance)));
      }
      String message = MessageDraw.draw(chance);
      before.add(step(message, path, OctetText.of(pair.before().toByteArray())));
      after.add(step(message, path, OctetText.of(pair.after().toByteArray())));
    }
    return new Steps(before, after);
  }

  /** Patches of more than 110,000 lines on both sides that resemble each other little. */
  Steps dear() {
    List<Step> before = both();
    List<Step> after = new ArrayList<>(before);
    int lines = chance.between(109_000, 112_000);
    before.add(chance.upTo(before.size()), plain("old", dearFile("old\n", lines)));
    after.add(chance.upTo(after.size()), plain("new", dearFile("new\n", lines)));
    return new Steps(before, after);
  }

  private static Change dearFile(String line, int lines) {
    return ChangeDraw.add("dear", TreeFile.plain(line.repeat(lines)));
  }

  Steps huge() {
    TextPair pair = new TextPairs(chance.seed()).drawHuge();
    return rewritten(
        "huge.txt",
        OctetText.of(pair.before().toByteArray()),
        OctetText.of(pair.after().toByteArray()));
  }

  private Steps rewritten(String path, String before, String after) {
    List<Step> others = new ArrayList<>();
    for (int i = chance.upTo(2); i > 0; i--) {
      others.add(SeriesDraw.drawStep(chance));
    }
    List<Step> old = new ArrayList<>(others);
    List<Step> current = new ArrayList<>(others);
    String message = MessageDraw.draw(chance);
    old.add(step(message, path, before));
    current.add(chance.upTo(current.size()), step(message, path, after));
    Collections.rotate(old, chance.upTo(2));
    return new Steps(old, current);
  }

  private static Step step(String message, String path, String content) {
    Change change = ChangeDraw.add(path, TreeFile.plain(content));
    return new Step(SeriesDraw.DEFAULT, message, List.of(change));
  }

  private static Step plain(String title, Change change) {
    return new Step(SeriesDraw.DEFAULT, title + "\n", List.of(change));
  }
}
