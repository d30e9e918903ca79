package dev.reroll.cli.option;

import dev.reroll.align.CreationFactor;
import dev.reroll.app.compare.VersionComparer;
import dev.reroll.app.select.Selection;
import dev.reroll.cli.option.Options.NumberRange;
import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options that every comparison has: which versions, which series, and how to compare. */
public final class CompareOptions {
  private static final String HELP = "reroll diff --help";

  private CompareOptions() {}

  /** Reads {@code --creation-factor} and {@code -U}. */
  static VersionComparer of(GivenWords options, int standardContext) throws Refusal {
    int percent =
        number(options, "--creation-factor", Integer.MAX_VALUE, CreationFactor.DEFAULT.percent());
    return new VersionComparer(
        new CreationFactor(percent),
        number(options, "--unified", Integer.MAX_VALUE, standardContext));
  }

  private static int number(GivenWords options, String option, int most, int standard)
      throws Refusal {
    Optional<String> text = options.value(option);
    return text.isEmpty() ? standard : new NumberRange(option, 0, most).read(text.get(), HELP);
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
        labels(options.values("-v")), options.has("--latest"), options.value("--series"), since);
  }

  private static List<VersionLabel> labels(List<String> words) throws Refusal {
    List<VersionLabel> labels = new ArrayList<>();
    for (String word : words) {
      Optional<VersionLabel> label = VersionLabel.parse(word);
      if (label.isEmpty() || labels.size() == 2) {
        String problem =
            label.isEmpty() ? "'" + word + "' is not a version" : "more than two versions given";
        throw Refusal.unreadable(problem, "reroll diff MAILBOX -v 1 2", HELP);
      }
      labels.add(label.get());
    }
    return labels;
  }
}
