package dev.reroll.oracle;

import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Compares drawn branches with git and with the program under test. */
public final class RangeRun {
  private static final Set<Shape> SHAPES =
      EnumSet.of(
          Shape.GENERAL,
          Shape.IDENTICAL,
          Shape.DIFFERENT,
          Shape.TEXTS,
          Shape.MANY_EDITS,
          Shape.SLIDES,
          Shape.LONG);

  private static final Map<String, Pattern> FEATURES =
      Map.ofEntries(
          feature("rename", "(?md)^rename from "),
          feature("rename with change", "(?md)^similarity index \\d\\d%"),
          feature("mode change", "(?md)^old mode "),
          feature("binary", "(?md)^Binary files "),
          feature("new file", "(?md)^new file mode 100644"),
          feature("deleted file", "(?md)^deleted file mode "),
          feature("symbolic link", "(?md)^new file mode 120000"),
          feature("type change", "(?md)^diff --git kind kind\ndeleted file mode"),
          feature("submodule", "(?md)^\\+Subproject commit"),
          feature("notes", "(?md)^Notes:$"),
          feature("notes of a ref", "(?md)^Notes \\(review\\):$"),
          feature("merge", "(?md)^Merge: "),
          feature("empty commit", "(?md)^    empty \\d\n(    \\w+\n)*\n*(commit|\\z)"),
          feature("other encoding", "(?md)^    caf\u00c3\u00a9"),
          feature("mapped author", "(?md)^Author: Mapped"),
          feature("no newline", "(?md)^\\\\ No newline"),
          feature("carriage return", "(?md)^[-+].*\r\n"),
          feature("quoted path", "(?md)^diff --git \""));

  private final ScratchRepository git;
  private final Path folder;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Creates a run that keeps its files below {@code folder}. */
  public RangeRun(Path folder) throws IOException {
    this(folder, GitCommand.INSTALLED);
  }

  /** Creates a run against another git. */
  public RangeRun(Path folder, String program) throws IOException {
    this.folder = folder.toAbsolutePath();
    OracleRun.delete(this.folder);
    this.git = new ScratchRepository(this.folder.resolve("repository"), program);
  }

  private static Map.Entry<String, Pattern> feature(String name, String pattern) {
    return Map.entry(name, Pattern.compile(pattern));
  }

  /** Runs {@code count} seeds from {@code first} on, each in some ways. */
  public void run(long first, int count) throws IOException {
    for (long seed = first; count("histories") < count; seed++) {
      if (SHAPES.contains(Shape.of(seed))) {
        add("histories");
        runOne(seed);
      }
    }
  }

  private void runOne(long seed) throws IOException {
    Chance chance = new Chance(seed ^ 0xc0117);
    git.loadHistory(SeriesDraw.draw(seed), chance);
    git.run(List.of("symbolic-ref", "HEAD", "refs/heads/base"), Map.of());
    surroundings(chance);
    count();
    for (int i = 0; i < 4; i++) {
      RangeVariant variant = RangeVariant.draw(chance);
      Optional<String> problem = compare(variant);
      if (problem.isPresent()) {
        problems.add(
            "seed " + seed + " " + variant.words() + " " + variant.config() + problem.get());
        return;
      }
      variant.names().forEach(this::add);
    }
  }

  /** Writes what git reads beside the commits. */
  private void surroundings(Chance chance) throws IOException {
    String mailmap =
        chance.of(
            "Mapped Ada <mapped@example.org> <ADA@example.org>\n",
            "Mapped <ada@example.org>\n# x\n<other@example.org> Bo Ek <x@example.org>\n",
            "Mapped <m@example.org> Ada Lovelace <ada@example.org>\nD <d@example.org> <x@example.org>\n",
            "");
    Files.writeString(git.folder().resolve(".mailmap"), mailmap);
    String attributes =
        chance.of(
            "*.c diff=cpp\n*.txt -diff\n",
            "*.c diff=own\n*.bin diff\n",
            "src/* diff=own\nMakefile* binary\n*.c !diff\n",
            "");
    Files.writeString(git.folder().resolve(".gitattributes"), attributes);
    attributes.lines().forEach(line -> add("attribute " + line));
  }

  private void count() throws IOException {
    List<String> log =
        List.of(
            "log",
            "-p",
            "--no-color",
            "--no-prefix",
            "--notes",
            "--notes=review",
            "^base",
            "before",
            "after");
    String text = git.run(log, Map.of());
    FEATURES.forEach(
        (name, pattern) -> {
          if (pattern.matcher(text).find()) {
            add("feature " + name);
          }
        });
  }

  private Optional<String> compare(RangeVariant variant) throws IOException {
    List<String> theirs = new ArrayList<>(List.of("range-diff"));
    theirs.addAll(variant.words());
    String expected = git.run(theirs, variant.environment());
    List<String> words = new ArrayList<>(List.of("diff", "-g", git.folder().toString()));
    words.addAll(variant.words());
    CommandRun ours = CommandRun.of(words, variant.environment());
    if (ours.exit() == ExitCode.DONE && ours.out().equals(expected)) {
      if (!expected.isEmpty()) {
        add("outputs that are not empty");
      }
      return Optional.empty();
    }
    Files.write(folder.resolve("git.txt"), OctetText.bytes(expected));
    Files.write(folder.resolve("ours.txt"), OctetText.bytes(ours.out()));
    Files.write(folder.resolve("ours.err"), OctetText.bytes(ours.err()));
    return Optional.of(Difference.between(0, Variant.plain(), expected, ours.out()).where());
  }

  private void add(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  private int count(String name) {
    return counts.getOrDefault(name, 0);
  }

  /** Returns what differed, one text for each history. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Returns the features that occurred in fewer than {@code least} histories. */
  public List<String> rarerThan(int least) {
    return FEATURES.keySet().stream().filter(name -> count("feature " + name) < least).toList();
  }

  /** Returns a table of all counts. */
  public String table() {
    StringBuilder table = new StringBuilder();
    counts.forEach((name, count) -> table.append(String.format("%6d  %s%n", count, name)));
    return table.toString();
  }
}
