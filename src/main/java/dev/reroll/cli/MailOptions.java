package dev.reroll.cli;

import dev.reroll.align.CreationFactor;
import dev.reroll.app.CompareMailboxes;
import dev.reroll.app.EndResultsInTree;
import dev.reroll.app.ReplyRecipients;
import dev.reroll.app.SeriesWish;
import dev.reroll.app.VersionWish;
import dev.reroll.deliver.MailAddress;
import dev.reroll.mail.Person;
import dev.reroll.message.Refusal;
import dev.reroll.series.VersionLabel;
import dev.reroll.settings.SendEmailSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Reads what {@code mail} was given. */
final class MailOptions {
  /** Unchanged lines around each change. */
  static final int CONTEXT = 3;

  private final Options options;

  private MailOptions(Options options) {
    this.options = options;
  }

  static CommandSpec spec() {
    return new Options.Description("mail")
        .values("-v", "--compare-versions")
        .value("--series")
        .value("--creation-factor")
        .value("--from")
        .values("--to")
        .values("--cc")
        .flag("--reply-all")
        .values("--suppress-cc")
        .value("--identity")
        .value("-g", "--gitdir")
        .flag("--no-tree")
        .flag("--rebase")
        .values("--mirror")
        .flag("--offline")
        .flag("-C", "--no-cache")
        .flag("--interdiff")
        .flag("--annotate")
        .value("-o", "--output")
        .value("--mbox")
        .value("--maildir")
        .value("--draft")
        .flag("--send")
        .flag("--yes")
        .flag("--dry-run")
        .flag("--again")
        .flag("--no-pager")
        .spec();
  }

  static MailOptions parse(List<String> words) throws Refusal {
    MailOptions read = new MailOptions(Options.parse(spec(), DiffArguments.rewrite(words)));
    read.check();
    return read;
  }

  private void check() throws Refusal {
    if (value("--draft").isPresent() && !options.positionals().isEmpty()) {
      throw Refusal.unreadable(
          "--draft sends a mail that is composed already, so there is nothing to compare",
          "reroll mail --send --draft=FILE");
    }
    if (value("--draft").isEmpty() && options.positionals().isEmpty()) {
      throw Refusal.unreadable("no series given", "reroll mail BEFORE AFTER", "reroll mail --help");
    }
    if (options.positionals().size() > 2) {
      throw Refusal.unreadable(
          "'" + options.positionals().get(2) + "' is one mailbox too many, two can be compared",
          "reroll mail --help");
    }
    if (has("--send") && has("--dry-run")) {
      throw Refusal.unreadable("--dry-run sends nothing, --send does", "reroll mail --help");
    }
  }

  boolean has(String flag) {
    return options.has(flag);
  }

  Optional<String> value(String option) {
    return options.value(option);
  }

  List<String> mailboxes() {
    return options.positionals();
  }

  /** Returns the options of a search; {@code --mbox} is where the mail goes, not where to look. */
  GivenWords ofSearch() {
    return new GivenWords() {
      @Override
      public boolean has(String option) {
        return options.has(option);
      }

      @Override
      public Optional<String> value(String option) {
        return options.value(option);
      }

      @Override
      public List<String> values(String option) {
        return option.equals("--mbox") ? List.of() : options.values(option);
      }

      @Override
      public List<String> positionals() {
        return options.positionals();
      }
    };
  }

  Optional<EndResultsInTree> endResults(Streams streams) throws Refusal {
    return TreeChoice.endResults(options, streams, alreadySaid -> {});
  }

  CompareMailboxes.Manner manner(Streams streams) throws Refusal {
    int percent =
        options.number("--creation-factor", 0, 999_999_999, CreationFactor.DEFAULT.percent());
    return new CompareMailboxes.Manner(new CreationFactor(percent), CONTEXT)
        .in(TreeChoice.choose(options, streams));
  }

  VersionWish wish() throws Refusal {
    List<VersionLabel> labels = labels();
    return new VersionWish(
        labels.stream().findFirst(), labels.stream().skip(1).findFirst(), value("--series"));
  }

  SeriesWish seriesWish() throws Refusal {
    return new SeriesWish(labels(), false);
  }

  private List<VersionLabel> labels() throws Refusal {
    List<VersionLabel> labels = new ArrayList<>();
    for (String word : options.values("-v")) {
      Optional<VersionLabel> label = VersionLabel.parse(word);
      if (label.isEmpty() || labels.size() == 2) {
        String problem =
            label.isEmpty() ? "'" + word + "' is no version" : "more than two versions given";
        throw Refusal.unreadable(problem, "reroll mail SERIES -v 1 2", "reroll mail --help");
      }
      labels.add(label.get());
    }
    return labels;
  }

  /** Returns who should get the mail; the configuration counts where nobody is named. */
  ReplyRecipients.Wish recipients(SendEmailSettings settings) throws Refusal {
    List<Person> to = people("--to", options.values("--to"));
    if (to.isEmpty() && !has("--reply-all")) {
      to = people("sendemail.to", settings.findAll("to"));
    }
    List<String> suppressed = options.values("--suppress-cc");
    if (suppressed.isEmpty()) {
      suppressed = settings.findAll("suppresscc");
    }
    Set<String> categories = new HashSet<>();
    suppressed.forEach(word -> categories.add(word.strip().toLowerCase(Locale.ROOT)));
    List<Person> cc = new ArrayList<>(people("--cc", options.values("--cc")));
    cc.addAll(people("sendemail.cc", settings.findAll("cc")));
    ReplyRecipients.Wish wish =
        new ReplyRecipients.Wish(
            to,
            cc,
            people("sendemail.bcc", settings.findAll("bcc")),
            has("--reply-all"),
            categories);
    wish.check();
    return wish;
  }

  private static List<Person> people(String where, List<String> texts) throws Refusal {
    List<Person> people = new ArrayList<>();
    for (String text : texts) {
      people.addAll(MailAddress.read(text, where));
    }
    return people;
  }
}
