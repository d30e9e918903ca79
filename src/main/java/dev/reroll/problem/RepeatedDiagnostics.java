package dev.reroll.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The diagnostics of one mail, those of one kind as one line with a count: a damaged mail may have
 * a thousand.
 *
 * <p>Two are of one kind where they differ in numbers only.
 */
public final class RepeatedDiagnostics implements Consumer<Diagnostic> {
  private final Map<String, List<Diagnostic>> byKind = new LinkedHashMap<>();

  @Override
  public void accept(Diagnostic diagnostic) {
    List<Diagnostic> kind = byKind.computeIfAbsent(kind(diagnostic), any -> new ArrayList<>(1));
    kind.add(diagnostic);
  }

  /** Hands on what was heard, in the order in which the kinds came first. */
  public void tell(Consumer<Diagnostic> listener) {
    for (List<Diagnostic> kind : byKind.values()) {
      Diagnostic first = kind.get(0);
      int more = kind.size() - 1;
      listener.accept(
          more == 0
              ? first
              : new Diagnostic(
                  first.severity(),
                  first.where(),
                  first.text() + " (and " + more + " more such in this mail)"));
    }
  }

  private static String kind(Diagnostic diagnostic) {
    StringBuilder kind = new StringBuilder(diagnostic.severity().name());
    for (char c : diagnostic.text().toCharArray()) {
      if (c < '0' || c > '9') {
        kind.append(c);
      }
    }
    return kind.toString();
  }
}
