package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.List;

/** Draws two versions of a series. */
final class SeriesDraw {
  private final Chance chance;
  private final Tree base = new Tree();

  private SeriesDraw(long seed) {
    chance = new Chance(seed);
  }

  /** Draws the pair that {@code seed} stands for. */
  static SeriesPair draw(long seed) {
    return new SeriesDraw(seed).draw(Shape.of(seed));
  }

  private SeriesPair draw(Shape shape) {
    drawBase();
    SpecialShapes special = new SpecialShapes(chance, base);
    return switch (shape) {
      case GENERAL -> general(chance.percent(25) ? 1 : chance.between(2, 9));
      case LONG -> general(chance.between(30, 60));
      case IDENTICAL -> identical();
      case DIFFERENT -> pair(steps(chance.between(1, 12)), steps(chance.between(1, 12)));
      case TIES -> pair(special.ties());
      case EQUAL_PATCHES -> pair(special.equalPatches(49, 15));
      case MANY_EQUAL_PATCHES -> pair(special.equalPatches(205, 140));
      case LOPSIDED -> pair(special.lopsided());
      case TEXTS -> pair(special.texts());
      case MANY_EDITS -> pair(special.manyEdits());
      case SLIDES -> pair(special.slides());
      case DEAR -> pair(special.dear());
      case HUGE -> pair(special.huge());
    };
  }

  private void drawBase() {
    base.put("src/alpha.c", TreeFile.plain(ContentDraw.text(chance)));
    base.put("empty", TreeFile.plain(""));
    base.put("image.bin", TreeFile.plain(ContentDraw.binary(chance)));
    for (int i = chance.between(3, 8); i > 0; i--) {
      base.put(PathDraw.draw(chance), TreeFile.plain(ContentDraw.text(chance)));
    }
  }

  private SeriesPair general(int count) {
    List<Step> before = steps(count);
    return pair(before, new Reroll(chance).of(before));
  }

  private SeriesPair identical() {
    List<Step> steps = steps(chance.between(1, 15));
    return pair(steps, steps);
  }

  private List<Step> steps(int count) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(drawStep(chance));
    }
    return steps;
  }

  static Step drawStep(Chance chance) {
    Author author = chance.percent(60) ? DEFAULT : AuthorDraw.draw(chance);
    List<Change> changes = new ArrayList<>();
    for (int i = chance.percent(60) ? 1 : chance.between(2, 5); i > 0; i--) {
      changes.add(ChangeDraw.draw(chance));
    }
    return new Step(author, MessageDraw.draw(chance), changes);
  }

  static final Author DEFAULT = new Author("Ada Lovelace", "ada@example.org");

  private SeriesPair pair(SpecialShapes.Steps steps) {
    return pair(steps.before(), steps.after());
  }

  private SeriesPair pair(List<Step> before, List<Step> after) {
    return new SeriesPair(base, commits(before), commits(after));
  }

  /** Makes commits; a series in which no step found a place gets one that always does. */
  private List<Commit> commits(List<Step> steps) {
    List<Commit> commits = Step.commits(base, steps);
    if (!commits.isEmpty()) {
      return commits;
    }
    Change change = ChangeDraw.add("always", TreeFile.plain("new\n"));
    return Step.commits(base, List.of(new Step(DEFAULT, "always\n", List.of(change))));
  }
}
