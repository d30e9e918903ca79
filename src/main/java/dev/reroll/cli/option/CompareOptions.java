package dev.reroll.cli.option;

import dev.reroll.align.CreationFactor;
import dev.reroll.app.compare.VersionComparer;
import dev.reroll.app.select.Selection;
import dev.reroll.cli.option.Options.NumberRange;
import dev.reroll.mail.Person;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options that every comparison has: which versions, which series, and how to compare. */
public final class CompareOptions {
  /** {@code -v}: the versions to compare. */
  public static final Option.Values VERSIONS =
      new Option.Values(
          "-v, --compare-versions N [M]",
          "compare version N with M, or with the one that the mail belongs to, or with the newest"
              + " of a mailbox; a label will do: rfc-v1, v2-resend",
          "v2b is the second posting of v2, v6a a version that its sender calls so. A number that"
              + " fits two of these is refused. A word behind N that is neither number nor label is"
              + " a mailbox.");

  /** {@code --latest}: the newest version as the newer side. */
  public static final Option.Flag LATEST =
      new Option.Flag(
          "--latest",
          "of a SERIES take the newest version instead of the one that the mail belongs to");

  /** {@code --series}: one of several series in a mailbox. */
  public static final Option.Value SERIES =
      new Option.Value(
          "--series SERIES",
          "of several series in a mailbox take this one: its number in the list, or a part of its"
              + " title");

  /** {@code -m}: the two mailboxes, as in b4. */
  public static final Option.Values MAILBOXES =
      new Option.Values(
          "-m, --compare-am-mboxes BEFORE AFTER",
          "compare these two mailboxes, as b4 diff -m",
          "",
          2);

  /** {@code --creation-factor}: how much the diffs of a pair may differ. */
  public static final Option.Value CREATION_FACTOR =
      new Option.Value(
          "--creation-factor PERCENT", "pair patches more readily (100) or less (20); default 60");

  /** {@code -U}: the number of unchanged lines around a change. */
  public static final Option.Value UNIFIED =
      new Option.Value("-U, --unified N", "print N unchanged lines around a change; default 3");

  private static final Hint HELP = Hint.again("--help");

  private CompareOptions() {}

  /** Reads {@code --creation-factor} and {@code -U}. */
  static VersionComparer of(GivenWords options, int standardContext) throws Refusal {
    int percent =
        number(options, CREATION_FACTOR, Integer.MAX_VALUE, CreationFactor.DEFAULT.percent());
    return new VersionComparer(
        new CreationFactor(percent), number(options, UNIFIED, Integer.MAX_VALUE, standardContext));
  }

  private static int number(GivenWords options, Option.Value option, int most, int standard)
      throws Refusal {
    Optional<String> text = options.value(option);
    return text.isEmpty()
        ? standard
        : new NumberRange(option.name(), 0, most).read(text.get(), HELP);
  }

  /** Reads {@code -v}, {@code --latest} and {@code --series}. */
  public static Selection selection(GivenWords options) throws Refusal {
    return selection(options, Optional.empty());
  }

  /**
   * Reads the same.
   *
   * @param since whose last word names the older version
   */
  public static Selection selection(GivenWords options, Optional<Person> since) throws Refusal {
    return new Selection(
        labels(options.values(VERSIONS)), options.has(LATEST), options.value(SERIES), since);
  }

  private static List<VersionLabel> labels(List<String> words) throws Refusal {
    List<VersionLabel> labels = new ArrayList<>();
    for (String word : words) {
      Optional<VersionLabel> label = VersionLabel.parse(word);
      if (label.isEmpty() || labels.size() == 2) {
        String problem =
            label.isEmpty() ? "'" + word + "' is not a version" : "more than two versions given";
        throw Refusal.unreadable(problem, Hint.again("MAILBOX -v 1 2"), HELP);
      }
      labels.add(label.get());
    }
    return labels;
  }
}
