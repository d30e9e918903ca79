package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.List;

/** A patch before it has a place in a series. */
record Step(Author author, String message, List<Change> changes) {
  Step {
    changes = List.copyOf(changes);
  }

  Step withMessage(String other) {
    return new Step(author, other, changes);
  }

  Step withChanges(List<Change> others) {
    return new Step(author, message, others);
  }

  Step plus(Change change) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return withChanges(more);
  }

  /** Turns steps into commits on {@code base}; a step that changes nothing is left out. */
  static List<Commit> commits(Tree base, List<Step> steps) {
    List<Commit> commits = new ArrayList<>();
    Tree current = base;
    for (Step step : steps) {
      Tree next = current.copy();
      step.changes().forEach(change -> change.apply(next));
      if (!next.equals(current)) {
        commits.add(new Commit(step.author(), step.message(), next));
        current = next;
      }
    }
    return commits;
  }
}
