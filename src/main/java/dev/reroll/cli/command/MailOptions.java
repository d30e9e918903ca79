package dev.reroll.cli.command;

import dev.reroll.app.mail.ReplyRecipients;
import dev.reroll.app.tree.EndResultsInTree;
import dev.reroll.cli.option.CompareOptions;
import dev.reroll.cli.option.DiffArguments;
import dev.reroll.cli.option.GivenWords;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.TreeChoice;
import dev.reroll.cli.option.VersionChoice;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.deliver.MailAddress;
import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
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
  private final Options options;
  private final List<String> typed;

  private MailOptions(Options options, List<String> typed) {
    this.options = options;
    this.typed = typed;
  }

  static CommandSpec spec() {
    return new Options.Description("mail")
        .values("-v", "--compare-versions")
        .flag("--latest")
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
        .flag("--online")
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
    MailOptions read = new MailOptions(Options.parse(spec(), DiffArguments.rewrite(words)), words);
    read.check();
    return read;
  }

  private void check() throws Refusal {
    if (value("--draft").isPresent() && !options.positionals().isEmpty()) {
      throw Refusal.unreadable(
          "--draft sends a mail that is already composed, so there is nothing to compare",
          "reroll mail --send --draft=FILE");
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

  /** Returns which versions are asked for. */
  VersionChoice.Request request() throws Refusal {
    return VersionChoice.Request.of(ofSearch(), typed, CompareOptions.selection(options));
  }

  /** Returns who should get the mail; the configuration counts where nobody is named. */
  ReplyRecipients.Request recipients(SendEmailSettings settings) throws Refusal {
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
    ReplyRecipients.Request wish =
        new ReplyRecipients.Request(
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
