package dev.reroll.cli;

import dev.reroll.message.Refusal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Is what picocli made of the words. */
record ParsedWords(ParseResult result) implements GivenWords {
  static ParsedWords parse(List<String> arguments) throws Refusal {
    CommandLine parser = new CommandLine(DiffOptions.spec());
    parser.setExpandAtFiles(false);
    parser.setOverwrittenOptionsAllowed(true);
    try {
      List<String> rewritten = DiffArguments.rewrite(arguments);
      return new ParsedWords(parser.parseArgs(rewritten.toArray(new String[0])));
    } catch (MissingParameterException missing) {
      String name =
          missing.getMissing().get(0) instanceof OptionSpec option
              ? option.longestName()
              : "an option";
      throw Refusal.unreadable(name + " needs a value", "reroll diff --help");
    } catch (ParameterException wrong) {
      String problem = String.valueOf(wrong.getMessage());
      throw Refusal.unreadable(
          Character.toLowerCase(problem.charAt(0)) + problem.substring(1), "reroll diff --help");
    }
  }

  @Override
  public boolean has(String option) {
    return result.matchedOptionValue(option, false);
  }

  @Override
  public Optional<String> value(String option) {
    return Optional.ofNullable(result.matchedOptionValue(option, (String) null));
  }

  @Override
  public List<String> values(String option) {
    return result.matchedOptionValue(option, List.of());
  }

  @Override
  public List<String> positionals() {
    return result.matchedPositionalValue(0, List.of());
  }
}
