package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.List;

/** Draws a series, and a tree to which it may or may not apply. */
final class AmDraw {
  private static final String NEW_FOLDER = "linked";

  private final Chance chance;
  private final Tree base = new Tree();

  AmDraw(Chance chance) {
    this.chance = chance;
  }

  AmCase draw() {
    drawBase();
    List<Step> steps = new ArrayList<>();
    int start = chance.upTo(9);
    switch (start) {
      case 0 -> steps.add(new Step(SeriesDraw.DEFAULT, "start\n", belowFolder()));
      case 1 -> steps.add(new Step(SeriesDraw.DEFAULT, "start\n", withBinary()));
      case 2 -> steps.add(new Step(SeriesDraw.DEFAULT, "start\n", List.of(t -> t.remove("small"))));
      default -> {}
    }
    for (int i = chance.between(1, 5); i > 0; i--) {
      List<Change> changes = new ArrayList<>();
      for (int k = chance.percent(50) ? 1 : chance.between(2, 4); k > 0; k--) {
        changes.add(AmChangeDraw.draw(chance));
      }
      steps.add(new Step(SeriesDraw.DEFAULT, "step " + i + "\n", changes));
    }
    List<Commit> series = Step.commits(base, steps);
    if (series.isEmpty()) {
      Change change = ChangeDraw.add("always", TreeFile.plain("new\n"));
      series = Step.commits(base, List.of(new Step(SeriesDraw.DEFAULT, "x\n", List.of(change))));
    }
    Tree target = base.copy();
    if (start == 0 && chance.percent(60)) {
      target.put(NEW_FOLDER, new TreeFile(TreeFile.LINK, "docs"));
    }
    AmDrift drift = new AmDrift(chance, base, series);
    for (int i = start == 1 || start == 2 || chance.percent(25) ? 0 : chance.between(1, 4);
        i > 0;
        i--) {
      drift.draw().apply(target);
    }
    return new AmCase(base, series, target, chance.percent(60), options(), chance.percent(80));
  }

  private List<Change> belowFolder() {
    String path = NEW_FOLDER + "/file" + chance.upTo(5);
    return List.of(ChangeDraw.add(path, TreeFile.plain(AmTextDraw.text(chance, 5))));
  }

  private List<Change> withBinary() {
    return List.of(
        ChangeDraw.add("first", TreeFile.plain(AmTextDraw.text(chance, 5))),
        ChangeDraw.add("second.bin", TreeFile.plain(ContentDraw.binary(chance))));
  }

  private void drawBase() {
    base.put("src/alpha.c", TreeFile.plain(AmTextDraw.text(chance, 40)));
    base.put("src/beta.c", TreeFile.plain(AmTextDraw.text(chance, 25)));
    base.put("src/run.sh", new TreeFile(TreeFile.EXECUTABLE, AmTextDraw.text(chance, 8)));
    base.put("docs/sub/notes.txt", TreeFile.plain(AmTextDraw.text(chance, 15)));
    base.put("small", TreeFile.plain(AmTextDraw.text(chance, 3)));
    base.put("image.bin", TreeFile.plain(ContentDraw.binary(chance)));
    if (chance.percent(50)) {
      base.put("empty", TreeFile.plain(""));
      base.put("link", new TreeFile(TreeFile.LINK, "src/alpha.c"));
    }
    if (chance.percent(40)) {
      base.put("module", AmChangeDraw.submodule(chance));
    }
    for (int i = chance.upTo(3); i > 0; i--) {
      base.put(PathDraw.draw(chance), TreeFile.plain(ContentDraw.text(chance)));
    }
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    String[] contexts = {"-U1", "-U0", "-U2", "-U8", "-U3", "-U3", "-U3"};
    options.add(chance.of(contexts));
    options.add(chance.of("-M", "-M", "--no-renames", "-C", "-M30%"));
    if (options.get(1).equals("-C")) {
      options.add("--find-copies-harder");
    }
    add(options, 15, "--no-binary");
    add(options, 30, "--full-index");
    add(options, 8, "-B");
    add(options, 8, "--irreversible-delete");
    add(options, 10, "--inter-hunk-context=4");
    add(options, 6, "--no-prefix");
    add(options, 8, "--src-prefix=old/");
    add(options, 10, "--text");
    add(options, 10, "--patience");
    add(options, 10, "--no-signature");
    add(options, 10, "--abbrev=" + chance.between(4, 20));
    return options;
  }

  private void add(List<String> options, int percent, String option) {
    if (chance.percent(percent)) {
      options.add(option);
    }
  }
}
