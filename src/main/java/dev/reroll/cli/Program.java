package dev.reroll.cli;

import dev.reroll.message.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Runs one command, and turns what went wrong into words and an exit code: the only place that
 * does.
 */
public final class Program {
  private static final String HELP =
      """
      Usage: reroll COMMAND [OPTIONS] ...

      Shows what changed between two versions of a patch series that was sent by mail.

      Commands:
        diff    Compare two versions, as git range-diff would on the applied series.
        help    Show the help of a command: reroll help diff

      Options:
        -h, --help     Show this help.
            --version  Show the version.

      Example:
        reroll diff v1.mbox v2.mbox
      """;

  private final Streams streams;
  private final Report report;

  /** Runs with {@code streams} as its whole surroundings. */
  public Program(Streams streams) {
    this.streams = streams;
    this.report = new Report(streams);
  }

  /** Runs the command that {@code arguments} name. */
  public ExitCode run(String... arguments) {
    List<String> words = Arrays.asList(arguments);
    boolean debug = words.contains("--debug");
    try {
      return dispatch(words);
    } catch (Refusal refusal) {
      report.refusal(refusal);
      return switch (refusal.kind()) {
        case UNREADABLE -> ExitCode.UNREADABLE;
        case NOTHING_TO_COMPARE -> ExitCode.NOTHING_TO_COMPARE;
      };
    } catch (ClosedPipe closed) {
      return ExitCode.DONE;
    } catch (IOException failed) {
      report.error("cannot write the result: " + failed.getMessage());
      return ExitCode.UNREADABLE;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      report.bug(bug, debug);
      return ExitCode.BUG;
    }
  }

  private ExitCode dispatch(List<String> words) throws Refusal, IOException {
    String command = words.isEmpty() ? "--help" : words.get(0);
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    return switch (command) {
      case "diff" -> new DiffCommand(streams, report).run(rest);
      case "--version", "-V" -> {
        print("reroll " + version() + "\n");
        yield ExitCode.DONE;
      }
      case "--help", "-h", "help" -> help(rest);
      default ->
          throw Refusal.unreadable(
              "unknown command '" + command + "'", "reroll diff BEFORE AFTER", "reroll --help");
    };
  }

  private ExitCode help(List<String> rest) throws Refusal, IOException {
    if (rest.isEmpty()) {
      print(HELP);
      return ExitCode.DONE;
    }
    if (!rest.get(0).equals("diff")) {
      throw Refusal.unreadable("no command '" + rest.get(0) + "' to help with", "reroll --help");
    }
    return new DiffCommand(streams, report).run(List.of("--help"));
  }

  private void print(String text) throws IOException {
    ClosedPipe.guard(streams.out()).write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
