package dev.reroll.cli.option;

import dev.reroll.problem.Refusal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options and names that a command was given. */
public final class Options implements GivenWords {
  private final ParseResult given;
  private final String help;

  private Options(ParseResult given, String help) {
    this.given = given;
    this.help = help;
  }

  /** Describes the options of one command, picocli's way without its annotations. */
  public static final class Description {
    private final CommandSpec spec;

    /** Starts with what every command has: {@code --quiet}, {@code --debug} and {@code --help}. */
    public Description(String command) {
      spec = CommandSpec.create().name("reroll " + command);
      flag("-q", "--quiet").flag("--debug").flag("-h", "--help");
      spec.addPositional(
          PositionalParamSpec.builder()
              .arity("0..*")
              .type(List.class)
              .auxiliaryTypes(String.class)
              .build());
    }

    /** Adds an option without a value. */
    public Description flag(String... names) {
      spec.addOption(OptionSpec.builder(names).type(boolean.class).build());
      return this;
    }

    /** Adds an option with a value, of which the last one given counts. */
    public Description value(String... names) {
      spec.addOption(OptionSpec.builder(names).type(String.class).arity("1").build());
      return this;
    }

    /** Adds an option with a value that may be given more than once. */
    public Description values(String... names) {
      spec.addOption(
          OptionSpec.builder(names)
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("1")
              .build());
      return this;
    }

    /** Adds an option with two values. */
    public Description pair(String... names) {
      spec.addOption(
          OptionSpec.builder(names)
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("2")
              .build());
      return this;
    }

    /** Returns what the parser takes. */
    public CommandSpec spec() {
      return spec;
    }
  }

  /** Reads {@code words}, the options of {@code spec} among them. */
  public static Options parse(CommandSpec spec, List<String> words) throws Refusal {
    CommandLine parser = new CommandLine(spec);
    parser.setExpandAtFiles(false);
    parser.setOverwrittenOptionsAllowed(true);
    String help = spec.name() + " --help";
    try {
      return new Options(parser.parseArgs(words.toArray(new String[0])), help);
    } catch (MissingParameterException missing) {
      String name =
          missing.getMissing().get(0) instanceof OptionSpec option
              ? option.longestName()
              : "an option";
      throw Refusal.unreadable(name + " needs a value", help);
    } catch (ParameterException wrong) {
      String problem = String.valueOf(wrong.getMessage());
      throw Refusal.unreadable(
          Character.toLowerCase(problem.charAt(0)) + problem.substring(1), help);
    }
  }

  @Override
  public boolean has(String flag) {
    return given.matchedOptionValue(flag, false);
  }

  @Override
  public Optional<String> value(String option) {
    return Optional.ofNullable(given.matchedOptionValue(option, (String) null));
  }

  @Override
  public List<String> values(String option) {
    return given.matchedOptionValue(option, List.of());
  }

  /** Returns the words that belong to no option, in their order. */
  public List<String> names() {
    return positionals();
  }

  @Override
  public List<String> positionals() {
    return given.matchedPositionalValue(0, List.of());
  }

  /** Returns a whole number from {@code least} to {@code most}, else {@code standard}. */
  public int number(String option, int least, int most, int standard) throws Refusal {
    Optional<String> text = value(option);
    return text.isEmpty() ? standard : new NumberRange(option, least, most).read(text.get(), help);
  }

  /**
   * Which whole numbers an option takes.
   *
   * @param option its name
   * @param least the lowest
   * @param most the highest; {@link Integer#MAX_VALUE} where nobody need be told
   */
  record NumberRange(String option, int least, int most) {
    /** Reads {@code text}, or refuses it with the hint {@code help}. */
    int read(String text, String help) throws Refusal {
      boolean isNumber = text.matches("\\d{1,10}");
      long number = isNumber ? Long.parseLong(text) : -1;
      if (number < least || number > most) {
        String range = most == Integer.MAX_VALUE ? "" : " from " + least + " to " + most;
        throw Refusal.unreadable(option + " takes a number" + range + ", not '" + text + "'", help);
      }
      return (int) number;
    }
  }
}
