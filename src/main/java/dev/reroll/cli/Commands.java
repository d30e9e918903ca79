package dev.reroll.cli;

import dev.reroll.cli.command.CacheCommand;
import dev.reroll.cli.command.ColorizeCommand;
import dev.reroll.cli.command.Command;
import dev.reroll.cli.command.DiffCommand;
import dev.reroll.cli.command.HtmlCommand;
import dev.reroll.cli.command.IndexCommand;
import dev.reroll.cli.command.InterdiffCommand;
import dev.reroll.cli.command.MailCommand;
import dev.reroll.cli.command.RefsCommand;
import dev.reroll.cli.command.ReviewCommand;
import dev.reroll.cli.command.VersionsCommand;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Lists the commands: a line here is all that a new one needs besides its class. A command's own
 * classes are loaded when it is made. {@link Program} knows {@code diff} by itself, whose start
 * must be quick, so this class is loaded for the others only.
 */
final class Commands {
  /** In the order of the program's help. */
  static final List<Entry> ALL =
      List.of(
          new Entry("diff", "compare two versions: reroll diff v1.mbox v2.mbox", DiffCommand::new),
          new Entry("versions", "show all versions: reroll versions MSGID", VersionsCommand::new),
          new Entry("review", "show what to re-read: reroll review MSGID", ReviewCommand::new),
          new Entry(
              "interdiff",
              "diff their end results: reroll interdiff v1.mbox v2.mbox",
              InterdiffCommand::new),
          new Entry(
              "html",
              "write a page to review them: reroll html -o x.html v1.mbox v2.mbox",
              HtmlCommand::new),
          new Entry("mail", "reply to a version: reroll mail v1.mbox v2.mbox", MailCommand::new),
          new Entry(
              "colorize", "colour range-diffs: reroll colorize mail.txt", ColorizeCommand::new),
          new Entry(
              "refs", "list or remove what --write-refs wrote: reroll refs", RefsCommand::new),
          new Entry("index", "read local list mirrors: reroll index DIR", IndexCommand::new),
          new Entry("cache", "show or delete what is cached", CacheCommand::new));

  private static final String OF_MAILBOXES = "reroll diff BEFORE AFTER";

  private Commands() {}

  /** Makes a command for one run. */
  @FunctionalInterface
  interface Maker {
    Command make(Streams streams, Report report);
  }

  /**
   * Describes a command.
   *
   * @param name what the user types
   * @param summary a line for the program's help, with an example
   */
  record Entry(String name, String summary, Maker maker) {}

  static Optional<Entry> find(String name) {
    return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** Makes the command called {@code name}, or refuses where there is none. */
  static Command make(String name, Streams streams, Report report) throws Refusal {
    Optional<Entry> entry = find(name);
    if (entry.isEmpty()) {
      throw Refusal.unreadable(
          "unknown command '" + name + "'",
          alike(name).map(meant -> "reroll " + meant + " --help").orElse(OF_MAILBOXES),
          "reroll --help");
    }
    return entry.get().maker().make(streams, report);
  }

  /** Finds the command that is written most like {@code name}, as the parser measures it. */
  private static Optional<String> alike(String name) {
    CommandSpec program = CommandSpec.create().name("reroll");
    ALL.forEach(entry -> program.addSubcommand(entry.name(), CommandSpec.create()));
    CommandLine parser = new CommandLine(program);
    return new UnmatchedArgumentException(parser, List.of(name))
        .getSuggestions().stream().findFirst();
  }

  /** Returns the program's help. */
  static String help() {
    StringBuilder text = new StringBuilder();
    text.append("Show what changed between versions of a patch series that was sent by mail.\n\n");
    text.append("Usage: reroll COMMAND [OPTIONS] ...\n\nCommands:\n");
    ALL.forEach(entry -> line(text, entry.name(), entry.summary()));
    line(text, "help COMMAND", "show the help of a command: reroll help diff");
    text.append("\nOptions:\n");
    line(text, "-h, --help", "show this help");
    line(text, "    --version", "show the version");
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String summary) {
    text.append("  ").append(name).append(" ".repeat(Math.max(1, 17 - name.length())));
    text.append(summary).append('\n');
  }
}
