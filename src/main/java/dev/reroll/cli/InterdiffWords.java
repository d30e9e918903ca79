package dev.reroll.cli;

import dev.reroll.message.Refusal;
import dev.reroll.render.text.InterdiffText;
import dev.reroll.render.text.TextOptions;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/** Reads what {@code interdiff} was given. */
final class InterdiffWords {
  private final Options options;
  private final List<String> typed;
  private final DiffOptions named;

  private InterdiffWords(Options options, List<String> typed) {
    this.options = options;
    this.typed = typed;
    this.named = DiffOptions.of(options);
  }

  static InterdiffWords parse(List<String> words) throws Refusal {
    return new InterdiffWords(Options.parse(spec(), DiffArguments.rewrite(words)), words);
  }

  /** Describes the options; their words are in {@link InterdiffHelp}. */
  static CommandSpec spec() {
    Options.Description options =
        ArchiveChoice.describe(new Options.Description("interdiff"))
            .flag("--online")
            .values("-v", "--compare-versions")
            .flag("--latest")
            .value("--series")
            .value("--patch")
            .value("--creation-factor")
            .value("-U", "--unified")
            .value("-g", "--gitdir")
            .flag("--no-tree")
            .flag("--stat")
            .flag("--no-stat")
            .value("--width")
            .flag("--json")
            .value("--color")
            .flag("-c")
            .flag("--no-pager")
            .value("-o", "--output-diff")
            .flag("--exit-code");
    return options.pair("-m", "--compare-am-mboxes").spec();
  }

  Options options() {
    return options;
  }

  /** Returns the same as the words that name versions for {@code diff}. */
  DiffOptions named() {
    return named;
  }

  VersionChoice.Request request() throws Refusal {
    return VersionChoice.Request.of(options, typed, CompareOptions.selection(options));
  }

  OptionalInt patch() throws Refusal {
    int patch = options.number("--patch", 1, Integer.MAX_VALUE, 0);
    return patch == 0 ? OptionalInt.empty() : OptionalInt.of(patch);
  }

  InterdiffText.Parts parts() throws Refusal {
    if (options.has("--stat") && options.has("--no-stat")) {
      throw Refusal.unreadable(
          "--stat and --no-stat cannot be used together", "reroll interdiff --help");
    }
    if (options.has("--stat")) {
      return InterdiffText.Parts.STAT;
    }
    return options.has("--no-stat") ? InterdiffText.Parts.DIFF : InterdiffText.Parts.STAT_AND_DIFF;
  }

  TextOptions text(ColorChoice colors) throws Refusal {
    return new TextOptions(
        colors.palette(),
        false,
        colors.whitespace(),
        colors.filter(),
        TextOptions.PLAIN.abbrev(),
        true,
        true,
        true);
  }
}
