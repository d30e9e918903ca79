package dev.reroll.repo.paths;

import dev.reroll.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Lets a walk see only the paths that {@link PathSpec}s name. */
public final class PathFilter extends TreeFilter {
  private final List<PathSpec> wanted;
  private final List<PathSpec> unwanted;

  private PathFilter(List<PathSpec> wanted, List<PathSpec> unwanted) {
    this.wanted = List.copyOf(wanted);
    this.unwanted = List.copyOf(unwanted);
  }

  /**
   * Reads pathspecs.
   *
   * @param folder where one stands in the tree, with a slash at its end; empty at the top
   * @param magic what holds for all of them
   */
  public static PathFilter of(List<String> specs, String folder, PathSpec.Magic magic)
      throws Refusal {
    List<PathSpec> wanted = new java.util.ArrayList<>();
    List<PathSpec> unwanted = new java.util.ArrayList<>();
    for (String text : specs) {
      PathSpec spec = PathSpec.parse(text, folder, magic);
      (spec.exclude() ? unwanted : wanted).add(spec);
    }
    return new PathFilter(wanted, unwanted);
  }

  /** Returns whether all paths pass. */
  public boolean isEmpty() {
    return wanted.isEmpty() && unwanted.isEmpty();
  }

  @Override
  public boolean include(TreeWalk walker) {
    // One char an octet: paths need not be UTF-8.
    String path = new String(walker.getRawPath(), StandardCharsets.ISO_8859_1);
    if (walker.isSubtree()) {
      return wanted.isEmpty() || wanted.stream().anyMatch(spec -> spec.mayMatchBelow(path));
    }
    return (wanted.isEmpty() || wanted.stream().anyMatch(spec -> spec.matches(path)))
        && unwanted.stream().noneMatch(spec -> spec.matches(path));
  }

  @Override
  public boolean shouldBeRecursive() {
    return true;
  }

  @Override
  public TreeFilter clone() {
    return this;
  }
}
