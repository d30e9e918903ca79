package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws what an author makes of a series for its next version. */
final class Reroll {
  private final Chance chance;

  Reroll(Chance chance) {
    this.chance = chance;
  }

  List<Step> of(List<Step> steps) {
    List<Step> after = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean hasNext = i + 1 < steps.size();
      if (hasNext && chance.percent(6)) {
        after.add(squashed(steps.get(i), steps.get(++i)));
      } else {
        addNext(after, steps.get(i));
      }
    }
    if (chance.percent(35)) {
      reorder(after);
    }
    return after;
  }

  private void addNext(List<Step> after, Step step) {
    int dice = chance.upTo(99);
    if (dice < 40) {
      after.add(step);
    } else if (dice < 52) {
      after.add(step.withMessage(MessageDraw.reworded(step.message(), chance)));
    } else if (dice < 76) {
      Step amended = amended(step);
      boolean reword = chance.percent(30);
      after.add(
          reword ? amended.withMessage(MessageDraw.reworded(step.message(), chance)) : amended);
    } else if (dice < 84) {
      split(after, step);
    } else if (dice < 91) {
      after.add(SeriesDraw.drawStep(chance));
      after.add(step);
    } else if (dice < 93) {
      after.add(new Step(AuthorDraw.draw(chance), step.message(), step.changes()));
    }
  }

  private Step amended(Step step) {
    List<Change> changes = new ArrayList<>(step.changes());
    if (chance.percent(40)) {
      changes.set(chance.upTo(changes.size() - 1), ChangeDraw.draw(chance));
    } else {
      changes.add(ChangeDraw.edit(chance.seed(), chance.between(1, 3)));
    }
    return step.withChanges(changes);
  }

  private void split(List<Step> after, Step step) {
    int cut = chance.upTo(step.changes().size());
    after.add(step.withChanges(step.changes().subList(0, cut)));
    after.add(
        new Step(
            step.author(),
            MessageDraw.draw(chance),
            step.changes().subList(cut, step.changes().size())));
  }

  private static Step squashed(Step first, Step second) {
    List<Change> changes = new ArrayList<>(first.changes());
    changes.addAll(second.changes());
    return first.withChanges(changes);
  }

  private void reorder(List<Step> steps) {
    if (chance.percent(20)) {
      Collections.shuffle(steps, chance.random());
    } else if (!steps.isEmpty()) {
      for (int i = chance.between(1, 3); i > 0; i--) {
        Step moved = steps.remove(chance.upTo(steps.size() - 1));
        steps.add(chance.upTo(steps.size()), moved);
      }
    }
  }
}
