package dev.reroll.cli;

import dev.reroll.cli.command.Command;
import dev.reroll.cli.command.DiffCommand;
import dev.reroll.cli.option.RangeName;
import dev.reroll.cli.terminal.ClosedPipe;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.settings.RepositoryTrust;
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
  /** Commands that write no file, so that only more room helps them. */
  private static final List<String> WITHOUT_FILE = List.of("cache", "colorize", "index", "refs");

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
      ExitCode code = dispatch(words);
      sayDistrust(words, List.of());
      report.release();
      return code;
    } catch (Refusal refusal) {
      report.refusal(refusal);
      sayDistrust(words, refusal.hints());
      return switch (refusal.kind()) {
        case UNREADABLE -> ExitCode.UNREADABLE;
        case NOTHING_TO_COMPARE -> ExitCode.NOTHING_TO_COMPARE;
        case UNREACHED -> ExitCode.UNREACHED;
      };
    } catch (ClosedPipe closed) {
      return ExitCode.DONE;
    } catch (IOException failed) {
      report.error("cannot write the result: " + failed.getMessage());
      report.hint(
          WITHOUT_FILE.contains(words.isEmpty() ? "" : words.get(0))
              ? Hint.line("df -h .")
              : Hint.again("-o FILE BEFORE AFTER"));
      return ExitCode.UNREADABLE;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      report.bug(bug, debug ? Optional.empty() : Optional.of(Hint.line(again(words))));
      return ExitCode.BUG;
    }
  }

  /** Says that the repository around was not used, unless {@code said} has what mends it. */
  private void sayDistrust(List<String> words, List<Hint> said) {
    if (words.isEmpty() || words.get(0).startsWith("-") || words.get(0).equals("help")) {
      return;
    }
    RepositoryTrust trust = new RepositoryTrust(streams.environment(), streams.workingFolder());
    Optional<RepositoryTrust.Distrust> distrust = trust.ofSurroundings();
    if (distrust.isPresent() && !isSaid(distrust.get().remedy(), said)) {
      report.warning(
          distrust.get().reason()
              + ", so its configuration, .b4-config and objects are not used: "
              + distrust.get().remedy());
    }
  }

  private static boolean isSaid(String line, List<Hint> said) {
    for (Hint hint : said) {
      if (hint.line().equals(line)) {
        return true;
      }
    }
    return false;
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
          RangeName.is(command) ? new DiffCommand(streams, report).run(words) : run(command, rest);
    };
  }

  private ExitCode run(String name, List<String> words) throws Refusal, IOException {
    Command command = Commands.make(name, streams, report);
    report.speakFor(new HintedCommand(name, command));
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    List<String> options = words.subList(0, end);
    if (options.contains("--help") || options.contains("-h")) {
      print(command.help());
      return ExitCode.DONE;
    }
    return command.run(words);
  }

  private ExitCode help(List<String> rest) throws Refusal, IOException {
    if (rest.isEmpty()) {
      print(Commands.help());
      return ExitCode.DONE;
    }
    if (Commands.find(rest.get(0)).isEmpty()) {
      throw Refusal.unreadable("no command '" + rest.get(0) + "' to help with", "reroll --help");
    }
    print(Commands.make(rest.get(0), streams, report).help());
    return ExitCode.DONE;
  }

  private void print(String text) throws IOException {
    ClosedPipe.guard(streams.out()).write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
