package dev.reroll.cli.command;

import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.ColorChoice;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.terminal.ClosedPipe;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.render.color.Palette;
import dev.reroll.render.text.ColorizeText;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code reroll colorize}. */
public final class ColorizeCommand implements Command {
  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public ColorizeCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return new Syntax("colorize")
        .section(
            "",
            ColorChoice.COLOR.saying("always, auto or never; default always"),
            OutputChoice.QUIET,
            OutputChoice.DEBUG,
            OutputChoice.HELP);
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    List<String> rewritten = new ArrayList<>();
    words.forEach(word -> rewritten.add(word.equals("--color") ? "--color=always" : word));
    Options options = Options.parse(syntax(), rewritten);
    if (options.has(OutputChoice.QUIET)) {
      report.beQuiet();
    }
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    ColorChoice colors =
        new ColorChoice(
            options.value(ColorChoice.COLOR).orElse("always"), settings, streams.outIsTerminal());
    colorize(options.names(), colors.palette());
    return ExitCode.DONE;
  }

  private void colorize(List<String> names, Palette palette) throws Refusal, IOException {
    if (names.size() > 1) {
      throw Refusal.unreadable(
          "'" + names.get(1) + "' is one file too many",
          "reroll colorize " + ShellWord.of(names.get(0)));
    }
    if (names.isEmpty() || names.get(0).equals("-")) {
      ColorizeText.write(streams.in(), palette, ClosedPipe.guard(streams.out()));
      return;
    }
    try (InputStream in = open(names.get(0))) {
      ColorizeText.write(in, palette, ClosedPipe.guard(streams.out()));
    }
  }

  private InputStream open(String name) throws Refusal {
    String problem;
    try {
      Path file = streams.workingFolder().resolve(name);
      if (!name.isEmpty() && !Files.isDirectory(file)) {
        return Files.newInputStream(file);
      }
      problem = name.isEmpty() ? "a file needs a name" : "it is a folder";
    } catch (NoSuchFileException gone) {
      problem = "no such file";
    } catch (AccessDeniedException locked) {
      problem = "permission denied";
    } catch (InvalidPathException | IOException failed) {
      problem = String.valueOf(failed.getMessage());
    }
    throw Refusal.unreadable("cannot read '" + name + "': " + problem, "reroll colorize < FILE");
  }

  /** The words around the options in {@code reroll colorize --help}. */
  private static final class Help {
    static final String HEAD =
        """
        Colour the range-diffs in a text.

        What do these signs mean? Reads a mail, or any text, and colours the range-diffs
        in it, whoever made them: git, b4, GitGitGadget or reroll.

          reroll colorize < mail.txt
          reroll colorize cover-letter.eml | less -R

        Unlike diff it compares nothing. It is made for the filters of mail readers: the
        manual shows the lines for mutt, neomutt and aerc.

        Usage: reroll colorize [OPTIONS] [FILE]
        """;

    static final String TAIL =
        """
        The colours are those of git: color.diff.*. Control characters are made visible.
        """;

    private Help() {}
  }
}
