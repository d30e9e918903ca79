package dev.reroll.oracle;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A repository in which real git applies mails and compares what came of them. */
final class ScratchRepository {
  private static final Pattern TRAILING_DOTS = Pattern.compile("(Author: [^\\n<]*[^.\\n<])\\.+ <");

  private final Path folder;
  private final String program;

  ScratchRepository(Path folder) throws IOException {
    this(folder, GitCommand.INSTALLED);
  }

  ScratchRepository(Path folder, String program) throws IOException {
    this.program = program;
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    git("init", "-q", ".");
    for (String setting : List.of("core.fsync=none", "gc.auto=0", "am.threeWay=false")) {
      git("config", setting.split("=", 2)[0], setting.split("=", 2)[1]);
    }
  }

  /** Thrown where git could not do what it was asked. */
  static final class GitFailed extends IOException {
    private static final long serialVersionUID = 1;

    GitFailed(String message) {
      super(message);
    }
  }

  /** Makes branches {@code base}, {@code before} and {@code after}. */
  void load(SeriesPair pair) throws IOException {
    run(List.of("fast-import", "--quiet", "--force"), FastImport.stream(pair), Map.of());
  }

  /** Makes the same branches, with a history around them and notes. */
  void loadHistory(SeriesPair pair, Chance chance) throws IOException {
    byte[] stream = HistoryImport.stream(pair, chance);
    run(List.of("fast-import", "--quiet", "--force"), stream, Map.of());
  }

  /** Returns where its files are. */
  Path folder() {
    return folder;
  }

  /** Runs any command of git; returns its output, one char an octet. */
  String run(List<String> command, Map<String, String> environment) throws IOException {
    return OctetText.of(run(command, new byte[0], environment));
  }

  String formatPatch(String branch, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of("format-patch", "--stdout"));
    command.addAll(options);
    command.add("base.." + branch);
    return OctetText.of(run(command, new byte[0], Map.of()));
  }

  /**
   * Applies {@code mails} to the base; returns the id of the last commit. Where the mailbox itself
   * has CRLF lines, only {@code --no-keep-cr} takes them for line ends.
   */
  String am(Mails mails) throws IOException {
    git("checkout", "-q", "-f", "--detach", "base");
    Path file = folder.resolve(".git").resolve("oracle.mbox");
    Files.write(file, OctetText.bytes(mails.forAm()));
    try {
      git(
          "am",
          "-q",
          mails.isCrlf() ? "--no-keep-cr" : "--keep-cr",
          mails.isMboxrd() ? "--patch-format=mboxrd" : "--patch-format=mbox",
          file.toString());
    } catch (GitFailed failed) {
      try {
        git("am", "--abort");
      } catch (GitFailed neverBegun) {
        failed.addSuppressed(neverBegun);
      }
      throw failed;
    }
    return OctetText.of(git("rev-parse", "HEAD")).strip();
  }

  /** Returns what {@code git range-diff} prints for two commits on the base. */
  String rangeDiff(String before, String after, Variant variant) throws IOException {
    List<String> command = new ArrayList<>(List.of("range-diff"));
    command.addAll(variant.options());
    command.add("base.." + before);
    command.add("base.." + after);
    return withoutTrailingDots(OctetText.of(run(command, new byte[0], variant.environment())));
  }

  /**
   * Returns a range-diff with the names of authors as git 2.39 stores them: what applies mails
   * takes the dots away at the end of a name there, and no longer does in newer versions.
   */
  static String withoutTrailingDots(String rangeDiff) {
    return TRAILING_DOTS.matcher(rangeDiff).replaceAll("$1 <");
  }

  /** Returns the stable patch-id of each mail in {@code mails}. */
  List<String> patchIds(String mails) throws IOException {
    List<String> command = List.of("patch-id", "--stable");
    String output = OctetText.of(run(command, OctetText.bytes(mails), Map.of()));
    return output.lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  private byte[] git(String... arguments) throws IOException {
    return run(List.of(arguments), new byte[0], Map.of());
  }

  private byte[] run(List<String> arguments, byte[] input, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Path errors = folder.resolve(".git-errors");
    builder.redirectError(errors.toFile());
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    }
    byte[] output = process.getInputStream().readAllBytes();
    try {
      if (process.waitFor() != 0) {
        String words = OctetText.of(Files.readAllBytes(errors));
        throw new GitFailed(String.join(" ", command) + ": " + OctetText.of(output) + words);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return output;
  }

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LC_ALL", "C.UTF-8",
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_COMMITTER_NAME", "Draw",
          "GIT_COMMITTER_EMAIL", "draw@example.org",
          "GIT_PAGER", "cat",
          "TERM", "dumb");
}
