package dev.reroll.cli;

import dev.reroll.cli.command.Command;
import dev.reroll.cli.manual.ManualPage;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The program that the build runs to write the manual pages and the bash completion of a package.
 * {@code reroll} itself never calls it.
 */
final class WrittenManual {
  private WrittenManual() {}

  /**
   * Writes the files.
   *
   * @param arguments the folder of the pages without their options, and the package's {@code share}
   */
  public static void main(String[] arguments) throws IOException {
    Path pages = Path.of(arguments[0]);
    Path share = Path.of(arguments[1]);
    Path manual = Files.createDirectories(share.resolve("man/man1"));
    Files.copy(
        pages.resolve("reroll.1"), manual.resolve("reroll.1"), StandardCopyOption.REPLACE_EXISTING);
    for (Commands.Entry entry : Commands.ALL) {
      String name = "reroll-" + entry.name() + ".1";
      String page = Files.readString(pages.resolve(name));
      Files.writeString(manual.resolve(name), ManualPage.of(page, command(entry).syntax()));
    }
    Path completion = Files.createDirectories(share.resolve("bash-completion/completions"));
    Files.writeString(completion.resolve("reroll"), completion());
  }

  private static Command command(Commands.Entry entry) {
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            false,
            false,
            Map.of(),
            Path.of(""));
    return entry.maker().make(streams, new Report(streams));
  }

  private static String completion() {
    CommandSpec program = CommandSpec.create().name("reroll");
    program.addOption(OptionSpec.builder("--version").type(boolean.class).build());
    program.addOption(OptionSpec.builder("--help").type(boolean.class).build());
    for (Commands.Entry entry : Commands.ALL) {
      program.addSubcommand(entry.name(), command(entry).syntax().completed());
    }
    return AutoComplete.bash("reroll", new CommandLine(program));
  }
}
