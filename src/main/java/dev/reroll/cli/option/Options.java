package dev.reroll.cli.option;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The options and names that a command was given. */
public final class Options implements GivenWords {
  private final ParseResult given;
  private final String help;

  private Options(ParseResult given, String help) {
    this.given = given;
    this.help = help;
  }

  /** Reads {@code words}, the options of {@code syntax} among them. */
  public static Options parse(Syntax syntax, List<String> words) throws Refusal {
    CommandLine parser = new CommandLine(syntax.parser());
    parser.setExpandAtFiles(false);
    parser.setOverwrittenOptionsAllowed(true);
    String help = "reroll " + syntax.command() + " --help";
    try {
      return new Options(parser.parseArgs(words.toArray(new String[0])), help);
    } catch (MissingParameterException missing) {
      String name =
          missing.getMissing().get(0) instanceof OptionSpec option
              ? option.longestName()
              : "an option";
      throw Refusal.unreadable(name + " needs a value", help);
    } catch (UnmatchedArgumentException unknown) {
      throw Refusal.unreadable(said(unknown), hints(unknown, syntax, words));
    } catch (ParameterException wrong) {
      throw Refusal.unreadable(said(wrong), help);
    }
  }

  private static String said(ParameterException wrong) {
    String problem = String.valueOf(wrong.getMessage());
    return Character.toLowerCase(problem.charAt(0)) + problem.substring(1);
  }

  /** Returns the same command with the option that was probably meant, where there is one. */
  private static Hint[] hints(
      UnmatchedArgumentException unknown, Syntax syntax, List<String> words) {
    Hint help = Hint.line("reroll " + syntax.command() + " --help");
    String typed = unknown.getUnmatched().get(0);
    int equals = typed.indexOf('=');
    String name = equals < 0 ? typed : typed.substring(0, equals);
    Optional<Option> alike =
        unknown.getSuggestions().stream()
            .filter(other -> isAlike(name, other))
            .findFirst()
            .flatMap(syntax::find);
    if (alike.isEmpty()) {
      return new Hint[] {help};
    }
    boolean hasValue = equals >= 0 && !(alike.get() instanceof Option.Flag);
    List<String> meant = new ArrayList<>(words);
    meant.replaceAll(
        word ->
            word.equals(typed)
                ? alike.get().name() + (hasValue ? typed.substring(equals) : "")
                : word);
    try {
      parse(syntax, meant);
    } catch (Refusal somethingElseIsWrong) {
      return new Hint[] {help};
    }
    StringBuilder command = new StringBuilder("reroll ").append(syntax.command());
    meant.forEach(word -> command.append(' ').append(ShellWord.of(word)));
    return new Hint[] {Hint.line(command.toString()), help};
  }

  /** Whether one word begins the other, or they differ in one place by two letters at most. */
  private static boolean isAlike(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int head = 0;
    while (head < shorter && one.charAt(head) == other.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    return head == shorter || head + tail >= Math.max(one.length(), other.length()) - 2;
  }

  @Override
  public boolean has(Option.Flag flag) {
    return given.matchedOptionValue(flag.name(), false);
  }

  @Override
  public Optional<String> value(Option.Value option) {
    return Optional.ofNullable(given.matchedOptionValue(option.name(), (String) null));
  }

  @Override
  public List<String> values(Option.Values option) {
    return given.matchedOptionValue(option.name(), List.of());
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
  public int number(Option.Value option, int least, int most, int standard) throws Refusal {
    Optional<String> text = value(option);
    return text.isEmpty()
        ? standard
        : new NumberRange(option.name(), least, most).read(text.get(), Hint.line(help));
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
    int read(String text, Hint help) throws Refusal {
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
