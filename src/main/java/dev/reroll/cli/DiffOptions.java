package dev.reroll.cli;

import dev.reroll.align.CreationFactor;
import dev.reroll.message.Refusal;
import dev.reroll.series.VersionLabel;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Describes the options of {@code diff} to picocli, and reads what was given. */
final class DiffOptions {
  private final ParseResult given;

  private DiffOptions(ParseResult given) {
    this.given = given;
  }

  static DiffOptions parse(List<String> arguments) throws Refusal {
    CommandLine parser = new CommandLine(spec());
    parser.setExpandAtFiles(false);
    try {
      List<String> rewritten = DiffArguments.rewrite(arguments);
      return new DiffOptions(parser.parseArgs(rewritten.toArray(String[]::new)));
    } catch (ParameterException wrong) {
      String problem = String.valueOf(wrong.getMessage());
      throw Refusal.unreadable(
          Character.toLowerCase(problem.charAt(0)) + problem.substring(1), "reroll diff --help");
    }
  }

  static String help() {
    return new CommandLine(spec()).getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("reroll diff");
    spec.usageMessage()
        .width(80)
        .customSynopsis(
            "Usage: reroll diff [OPTIONS] BEFORE AFTER",
            "       reroll diff [OPTIONS] MAILBOX [-v N [M]]")
        .header("Compare two versions of a patch series.", "")
        .description(DiffHelp.DESCRIPTION)
        .optionListHeading("%nOptions:%n")
        .sortOptions(false)
        .footer(DiffHelp.FOOTER);
    DiffHelp.OPTIONS.forEach(option -> spec.addOption(option.get()));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("MAILBOX")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .hidden(true)
            .build());
    return spec;
  }

  static OptionSpec.Builder flag(String description, String... names) {
    return OptionSpec.builder(names[0], names).type(boolean.class).description(description);
  }

  boolean has(String option) {
    return given.matchedOptionValue(option, false);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(given.matchedOptionValue(option, (String) null));
  }

  /** Returns the mailboxes, the older one first. */
  List<String> mailboxes() throws Refusal {
    List<String> positionals = given.matchedPositionalValue(0, List.of());
    List<String> named = given.matchedOptionValue("-m", List.of());
    if (!named.isEmpty() && !positionals.isEmpty()) {
      throw Refusal.unreadable(
          "'" + positionals.get(0) + "' is one mailbox too many: -m names both",
          "reroll diff -m " + String.join(" ", named));
    }
    List<String> mailboxes = named.isEmpty() ? positionals : named;
    if (mailboxes.isEmpty() || mailboxes.size() > 2) {
      throw Refusal.unreadable(
          mailboxes.isEmpty() ? "no mailbox given" : "more than two mailboxes given",
          "reroll diff BEFORE AFTER",
          "reroll diff --help");
    }
    return mailboxes;
  }

  /** Returns the labels after {@code -v}: none, one or two. */
  List<VersionLabel> versions() throws Refusal {
    List<String> words = given.matchedOptionValue("-v", List.of());
    List<VersionLabel> labels = new java.util.ArrayList<>();
    for (String word : words) {
      labels.add(
          VersionLabel.parse(word)
              .orElseThrow(
                  () ->
                      Refusal.unreadable(
                          "'" + word + "' is no version",
                          "a version is a number or a label: -v 2, -v rfc-v1")));
    }
    if (labels.size() > 2) {
      throw Refusal.unreadable("more than two versions given", "reroll diff MAILBOX -v 1 2");
    }
    return labels;
  }

  CreationFactor creationFactor() throws Refusal {
    int percent =
        number("--creation-factor", 0, Integer.MAX_VALUE, CreationFactor.DEFAULT.percent());
    return new CreationFactor(percent);
  }

  int number(String option, int least, int most, int standard) throws Refusal {
    Optional<String> text = value(option);
    if (text.isEmpty()) {
      return standard;
    }
    boolean isNumber = text.get().matches("\\d{1,10}");
    long number = isNumber ? Long.parseLong(text.get()) : -1;
    if (number < least || number > most) {
      throw Refusal.unreadable(
          option + " takes a number from " + least + " to " + most + ", not '" + text.get() + "'",
          "reroll diff --help");
    }
    return (int) number;
  }
}
