package dev.reroll.cli;

import dev.reroll.message.Refusal;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs one command, and turns what went wrong into words and an exit code: the only place that
 * does.
 */
public final class Program {
  private static final String HELP =
      """
      Show what changed between two versions of a patch series that was sent by mail.

      Usage: reroll COMMAND [OPTIONS] ...

      Commands:
        diff             compare two versions: reroll diff v1.mbox v2.mbox
        help COMMAND     show the help of a command: reroll help diff

      Options:
        -h, --help       show this help
            --version    show the version
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
        case UNREACHED -> ExitCode.UNREACHED;
      };
    } catch (ClosedPipe closed) {
      return ExitCode.DONE;
    } catch (IOException failed) {
      report.error("cannot write the result: " + failed.getMessage());
      report.hint("reroll diff -o FILE BEFORE AFTER");
      return ExitCode.UNREADABLE;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      report.bug(bug, debug ? Optional.empty() : Optional.of(again(words)));
      return ExitCode.BUG;
    }
  }

  /** Returns the command that shows what went wrong. */
  private static String again(List<String> words) {
    return Stream.concat(words.stream(), Stream.of("--debug"))
        .map(ShellWord::of)
        .collect(Collectors.joining(" ", "reroll ", ""));
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
    ClosedPipe.guard(streams.out()).write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
