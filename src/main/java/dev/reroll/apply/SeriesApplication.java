package dev.reroll.apply;

import dev.reroll.apply.Applier.Fallback;
import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Application.Applied;
import dev.reroll.apply.tree.Application.Refused;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of applying the patches of a series one on the other.
 *
 * @param applied those that went in, in order, each with the tree after it
 * @param stop why the next one did not; empty where all went in
 */
public record SeriesApplication(List<Applied> applied, Optional<Refused> stop) {
  public SeriesApplication {
    applied = List.copyOf(applied);
  }

  /** Applies {@code diffs} to {@code base} in order, up to the first that is refused. */
  public static SeriesApplication of(List<Octets> diffs, Overlay base, Fallback fallback)
      throws Refusal {
    List<Applied> applied = new ArrayList<>();
    Overlay tree = base;
    for (Octets diff : diffs) {
      Application application = Applier.apply(diff, tree, fallback);
      if (application instanceof Refused refused) {
        return new SeriesApplication(applied, Optional.of(refused));
      }
      Applied done = (Applied) application;
      applied.add(done);
      tree = done.after();
    }
    return new SeriesApplication(applied, Optional.empty());
  }
}
