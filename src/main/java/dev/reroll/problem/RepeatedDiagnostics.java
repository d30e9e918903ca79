package dev.reroll.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The diagnostics of one mail, many of one kind as one line with a count: a damaged mail may have a
 * thousand.
 *
 * <p>Two are of one kind where they differ in numbers only.
 */
public final class RepeatedDiagnostics implements Consumer<Diagnostic> {
  /** So many of one kind are told one by one, each with its place. */
  private static final int FEW = 3;

  private final List<Diagnostic> all = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  @Override
  public void accept(Diagnostic diagnostic) {
    all.add(diagnostic);
    counts.merge(kind(diagnostic), 1, Integer::sum);
  }

  /** Hands on what was heard, in its order. */
  public void tell(Consumer<Diagnostic> listener) {
    Set<String> told = new HashSet<>();
    for (Diagnostic each : all) {
      String kind = kind(each);
      int count = counts.getOrDefault(kind, 1);
      if (count <= FEW) {
        listener.accept(each);
      } else if (told.add(kind)) {
        String more = each.text() + " (and " + (count - 1) + " more such in this mail)";
        listener.accept(new Diagnostic(each.severity(), each.where(), more));
      }
    }
  }

  private static String kind(Diagnostic diagnostic) {
    StringBuilder kind = new StringBuilder(diagnostic.severity().name());
    for (int i = 0; i < diagnostic.text().length(); i++) {
      char c = diagnostic.text().charAt(i);
      if (c < '0' || c > '9') {
        kind.append(c);
      }
    }
    return kind.toString();
  }
}
