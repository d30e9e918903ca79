package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample's {@code expected.txt} is what real git prints for its mails: {@code git am} applies
 * both versions to the trees in {@code sample-trees}, {@code git range-diff} compares them.
 */
class SampleGitTest {
  private static final Path TREES = Path.of("src/test/resources/sample-trees");

  private final Path scratch;

  SampleGitTest(@TempDir Path scratch) {
    this.scratch = scratch;
  }

  @BeforeEach
  void requireGit() {
    GitCommand.require();
  }

  static List<Sample> samples() throws IOException {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void gitPrintsTheSameForTheAppliedSeries(Sample sample) throws Exception {
    List<List<Path>> sides = sides(sample);
    Path repository = Files.createDirectory(scratch.resolve("repository"));
    git(repository, "init", "-q", "-b", "none");
    apply(repository, "v1", base(sample, "v1"), sides.get(0));
    apply(repository, "v2", base(sample, "v2"), sides.get(1));
    String printed = git(repository, "range-diff", "--no-color", "base-v1..v1", "base-v2..v2");
    assertThat(masked(Files.readString(sample.expectedOut()))).isEqualTo(masked(printed));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void endResultsDifferAsTheBranchesDo(Sample sample) throws Exception {
    List<List<Path>> sides = sides(sample);
    Path repository = Files.createDirectory(scratch.resolve("repository"));
    git(repository, "init", "-q", "-b", "none");
    apply(repository, "v1", base(sample, "v1"), sides.get(0));
    apply(repository, "v2", base(sample, "v2"), sides.get(1));
    List<String> words = new ArrayList<>(sample.arguments());
    words.set(0, "interdiff");
    Run.Result result = new Run(sample.folder()).of(words.toArray(String[]::new));
    if (!base(sample, "v1").equals(base(sample, "v2"))) {
      assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_TO_COMPARE.code());
      return;
    }
    String printed = git(repository, "diff", "--no-color", "--patch-with-stat", "v1", "v2");
    String head = incomplete(sample);
    assertThat(shortened(result.out())).isEqualTo(head + shortened(printed));
    assertThat(result.exitCode())
        .isEqualTo((head.isEmpty() ? ExitCode.DONE : ExitCode.PARTIAL).code());
    words.add("--color=always");
    String colored = git(repository, "diff", "--color=always", "--patch-with-stat", "v1", "v2");
    assertThat(shortened(new Run(sample.folder()).of(words.toArray(String[]::new)).out()))
        .isEqualTo(head + shortened(colored));
  }

  /** Returns what stands above an end result that is not complete, which git knows nothing of. */
  private static String incomplete(Sample sample) {
    return sample.folder().endsWith("missing-patch") ? "not complete: v2 lacks patch 2/3\n\n" : "";
  }

  @ParameterizedTest
  @MethodSource("samples")
  void inATreeTheOlderVersionIsPutOnTheBaseOfTheNewer(Sample sample) throws Exception {
    List<List<Path>> sides = sides(sample);
    Path repository = Files.createDirectory(scratch.resolve("repository"));
    git(repository, "init", "-q", "-b", "none");
    apply(repository, "v1", base(sample, "v1"), sides.get(0));
    apply(repository, "v2", base(sample, "v2"), sides.get(1));
    git(repository, "checkout", "-q", "-b", "carried", "base-v2");
    List<String> am = new ArrayList<>(List.of("am", "-q", "-3", "--keep-cr"));
    sides.get(0).forEach(patch -> am.add(patch.toAbsolutePath().toString()));
    List<String> words = new ArrayList<>(sample.arguments());
    words.set(0, "interdiff");
    words.addAll(List.of("-g", repository.toString()));
    Run.Result result = new Run(sample.folder()).of(words.toArray(String[]::new));
    if (sample.name().equals("missing-patch") || sample.name().equals("rebased")) {
      assertThat(result.err())
          .containsPattern("v2: mail only, |v1 cannot be rebased onto the base");
      return;
    }
    git(repository, am.toArray(String[]::new));
    String printed = git(repository, "diff", "--no-color", "--patch-with-stat", "carried", "v2");
    assertThat(result.err()).contains(": rebased onto the same base\n");
    assertThat(shortened(result.out())).isEqualTo(shortened(printed));
  }

  /** Cuts the ids of index lines to seven digits. */
  private static String shortened(String diff) {
    return diff.replaceAll("index (\\w{7})\\w*\\.\\.(\\w{7})\\w*", "index $1..$2");
  }

  /** Returns the patches of the two versions that the sample's command compares. */
  private List<List<Path>> sides(Sample sample) throws Exception {
    List<List<Path>> sides = new ArrayList<>();
    for (Path mailbox : sample.mailboxes()) {
      Path place = Files.createDirectory(scratch.resolve(mailbox.getFileName() + ".d"));
      SamplePatches found = new SamplePatches(mailbox, place);
      List<Integer> numbers = found.numbers();
      int wanted = sample.mailboxes().size() == 1 ? 2 : 1;
      for (int number : numbers.subList(numbers.size() - wanted, numbers.size())) {
        sides.add(found.patches(number));
      }
    }
    return sides;
  }

  private static Path base(Sample sample, String side) {
    Path own = TREES.resolve(sample.name()).resolve("base-" + side);
    return Files.exists(own) ? own : TREES.resolve(sample.name()).resolve("base");
  }

  private void apply(Path repository, String branch, Path base, List<Path> patches)
      throws Exception {
    git(repository, "checkout", "-q", "--orphan", "base-" + branch);
    git(repository, "rm", "-rfq", "--ignore-unmatch", ".");
    copy(base, repository);
    git(repository, "add", "-A");
    git(repository, "commit", "-q", "-m", "base");
    git(repository, "checkout", "-q", "-b", branch);
    List<String> am = new ArrayList<>(List.of("am", "-q", "--keep-cr"));
    patches.forEach(patch -> am.add(patch.toAbsolutePath().toString()));
    git(repository, am.toArray(String[]::new));
    String count = git(repository, "rev-list", "--count", "base-" + branch + ".." + branch);
    assertThat(count.strip()).isEqualTo(String.valueOf(patches.size()));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private String git(Path repository, String... arguments) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-C",
                repository.toString(),
                "-c",
                "user.name=Sample",
                "-c",
                "user.email=sample@example.org",
                "-c",
                "core.abbrev=12"));
    words.addAll(List.of(arguments));
    return new String(new GitCommand(scratch).run(words), StandardCharsets.UTF_8);
  }

  /** Replaces the ids of header lines: commits have others than mails. */
  private static String masked(String text) {
    return text.lines()
        .map(
            line -> line.startsWith("    ") ? line : line.replaceAll(": {2}[0-9a-f]{12} ", ": ID "))
        .reduce("", (all, line) -> all + line + "\n");
  }
}
