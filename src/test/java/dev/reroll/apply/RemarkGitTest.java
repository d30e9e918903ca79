package dev.reroll.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.tree.Application;
import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiffer;
import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.interdiff.Interdiffer.Version;
import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.RemarkDraw;
import dev.reroll.patch.DiffParser;
import dev.reroll.problem.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Remarks that a line has no newline are read as {@code git apply} reads them, wherever they stand,
 * both where a version is applied to a tree and where the mails alone are compared.
 *
 * <p>{@code -Dreroll.remarks.draws=N} sets how many hunks, {@code -Dreroll.remarks.seed=S} the
 * first seed.
 */
class RemarkGitTest {
  private static final int STANDARD_DRAWS = 150;
  private static final long STANDARD_SEED = 20261201L;

  private final Path folder;

  RemarkGitTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void drawnHunksAreReadAsGitDoes() throws IOException, InterruptedException {
    GitCommand.require();
    int draws = Integer.getInteger("reroll.remarks.draws", STANDARD_DRAWS);
    long first = Long.getLong("reroll.remarks.seed", STANDARD_SEED);
    System.out.println("remarks: " + draws + " hunks from seed " + first);
    List<String> problems = new ArrayList<>();
    int accepted = 0;
    for (long seed = first; seed < first + draws; seed++) {
      RemarkDraw draw = RemarkDraw.draw(seed);
      Optional<String> wanted = apply(draw);
      accepted += wanted.isPresent() ? 1 : 0;
      String problem = problem(draw, wanted);
      if (!problem.isEmpty()) {
        problems.add("seed " + seed + ": " + problem + "\n" + draw.base() + "<\n" + draw.diff());
      }
    }
    assertThat(problems).isEmpty();
    assertThat(accepted).isGreaterThan(draws / 4);
  }

  private static String problem(RemarkDraw draw, Optional<String> wanted) {
    Tried tried = Tried.on(new MemoryTree().file("f", draw.base()), draw.diff());
    boolean isApplied = tried.application() instanceof Application.Applied;
    if (isApplied != wanted.isPresent()) {
      return wanted.isEmpty() && isRefusedSince(draw)
          ? ""
          : "git " + wanted + ", the tree " + tried.application();
    }
    if (wanted.isPresent() && !tried.content("f").equals(wanted.get())) {
      return "git " + wanted + ", the tree " + tried.content("f");
    }
    Interdiff interdiff =
        Interdiffer.compare(
            version("v1", List.of(added(draw.base()), draw.diff())),
            version("v2", List.of(added(wanted.orElse("")))),
            3);
    boolean isSame = interdiff.files().isEmpty() && interdiff.isComplete();
    return wanted.isEmpty() || isSame || isLenient(draw, interdiff)
        ? ""
        : "git " + wanted + ", the mails " + interdiff;
  }

  /** Whether newer ones of git refuse it: a remark is the first line, or stands behind another. */
  private static boolean isRefusedSince(RemarkDraw draw) {
    return draw.diff().contains(" @@\n\\ ") || draw.diff().matches("(?s).*\n\\\\ [^\n]*\n\\\\ .*");
  }

  /** Whether git took a last line with a newline for one without, and the mails left it out. */
  private static boolean isLenient(RemarkDraw draw, Interdiff interdiff) {
    return draw.base().endsWith("\n")
        && draw.diff().contains("\n\\ ")
        && interdiff.files().isEmpty()
        && !interdiff.untold().isEmpty();
  }

  private static Version version(String label, List<String> diffs) {
    List<NamedPatch> patches = new ArrayList<>();
    for (String diff : diffs) {
      patches.add(
          new NamedPatch(
              "a patch",
              DiffParser.parse(Octets.utf8(diff), new Locator(label, 0), unheard -> {})));
    }
    return new Version(label, patches);
  }

  /** Returns a diff that adds a file with {@code content}. */
  private static String added(String content) {
    String head = "diff --git a/f b/f\nnew file mode 100644\n";
    if (content.isEmpty()) {
      return head + "index 000000000000..e69de29bb2d1\n";
    }
    String lines = content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
    String end = content.endsWith("\n") ? "" : "\\ No newline at end of file\n";
    long count = lines.lines().count();
    return head
        + "--- /dev/null\n+++ b/f\n@@ -0,0 +1,"
        + count
        + " @@\n+"
        + lines.replace("\n", "\n+")
        + "\n"
        + end;
  }

  /** Returns what git makes of the file; empty where it refuses. */
  private Optional<String> apply(RemarkDraw draw) throws IOException, InterruptedException {
    Path file = folder.resolve("f");
    Files.writeString(file, draw.base());
    Path diff = Files.writeString(folder.resolve("diff"), draw.diff());
    Process git =
        new ProcessBuilder("git", "apply", "--whitespace=nowarn", diff.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    git.getInputStream().readAllBytes();
    return git.waitFor() == 0 ? Optional.of(Files.readString(file)) : Optional.empty();
  }
}
