package dev.reroll.cli.command;

import dev.reroll.app.mail.ReplyRecipients;
import dev.reroll.app.tree.EndResultsInTree;
import dev.reroll.cli.option.ArchiveChoice;
import dev.reroll.cli.option.CompareOptions;
import dev.reroll.cli.option.DiffArguments;
import dev.reroll.cli.option.GivenWords;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Syntax;
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

/** Reads what {@code mail} was given. */
final class MailOptions {
  static final Option.Values TO =
      new Option.Values(
          "--to ADDRESS",
          "send to ADDRESS, else to sendemail.to",
          "A list with commas, or given more than once.");

  static final Option.Values CC =
      new Option.Values(
          "--cc ADDRESS",
          "send a copy to ADDRESS",
          "Those of sendemail.cc and sendemail.bcc come on top.");

  static final Option.Flag REPLY_ALL =
      new Option.Flag(
          "--reply-all",
          "send to the author, with copies to the list and to all who commented; never to "
              + "yourself or to stable@",
          "The author is Reply-To, else From; copies go to those of To and Cc and to everyone who answered either version.");

  static final Option.Values SUPPRESS_CC =
      new Option.Values(
          "--suppress-cc CATEGORY",
          "with --reply-all leave out author, cc or all",
          "The category cc is those of To and Cc; the other categories of git send-email say nothing here.");

  static final Option.Value FROM =
      new Option.Value("--from ADDRESS", "send as ADDRESS, else as sendemail.from or user.email");

  static final Option.Value IDENTITY =
      new Option.Value(
          "--identity NAME",
          "use sendemail.NAME.* where it is set",
          "Without it b4.sendemail-identity or sendemail.identity names one.");

  static final Option.Flag INTERDIFF =
      new Option.Flag(
          "--interdiff",
          "say first how the end results differ: a diffstat and one diff, as reroll "
              + "interdiff prints them");

  static final Option.Flag ANNOTATE =
      new Option.Flag(
          "--annotate",
          "leave room for a note under each patch, and open the editor",
          "A note goes between the two lines of a slot; slots that stay empty, and lines that begin with #!, are taken out.");

  static final Option.Value OUTPUT =
      new Option.Value("-o, --output FILE", "write the mail to FILE, all of it or nothing");

  static final Option.Value MBOX =
      new Option.Value(
          "--mbox FILE",
          "append the mail to an mbox",
          "It is written as mboxrd, and locked with a file .lock and by fcntl.");

  static final Option.Value MAILDIR =
      new Option.Value(
          "--maildir FOLDER",
          "deliver the mail into a maildir, such as drafts",
          "It is made where its parent exists.");

  static final Option.Flag SEND = new Option.Flag("--send", "send the mail, after one question");

  static final Option.Flag YES =
      new Option.Flag(
          "--yes",
          "do not ask; the mail says that no person confirmed it",
          "It has the header Auto-Submitted: auto-generated.");

  static final Option.Flag DRY_RUN =
      new Option.Flag(
          "--dry-run", "show what would be said to the mail server", "Nobody is contacted.");

  static final Option.Flag AGAIN =
      new Option.Flag("--again", "send although these versions are already mailed");

  static final Option.Value DRAFT =
      new Option.Value("--draft FILE", "take a mail that was composed before");

  private final Options options;
  private final List<String> typed;

  private MailOptions(Options options, List<String> typed) {
    this.options = options;
    this.typed = typed;
  }

  static Syntax syntax() {
    return new Syntax("mail")
        .section(
            "Which versions",
            CompareOptions.VERSIONS,
            CompareOptions.LATEST,
            CompareOptions.SERIES,
            CompareOptions.CREATION_FACTOR,
            TreeChoice.GITDIR,
            TreeChoice.NO_TREE,
            TreeChoice.REBASE)
        .section(
            "Where a SERIES is looked for",
            ArchiveChoice.MIRROR,
            ArchiveChoice.OFFLINE,
            ArchiveChoice.ONLINE,
            ArchiveChoice.NO_CACHE)
        .section("To whom", TO, CC, REPLY_ALL, SUPPRESS_CC, FROM, IDENTITY)
        .section("What it says", INTERDIFF, ANNOTATE)
        .section(
            "Where it goes",
            OUTPUT,
            MBOX,
            MAILDIR,
            SEND,
            YES,
            DRY_RUN,
            AGAIN,
            DRAFT,
            OutputChoice.NO_PAGER,
            OutputChoice.QUIET,
            OutputChoice.DEBUG,
            OutputChoice.HELP);
  }

  static MailOptions parse(List<String> words) throws Refusal {
    MailOptions read =
        new MailOptions(Options.parse(syntax(), DiffArguments.rewrite(words)), words);
    read.check();
    return read;
  }

  private void check() throws Refusal {
    if (value(DRAFT).isPresent() && !options.positionals().isEmpty()) {
      throw Refusal.unreadable(
          "--draft sends a mail that is already composed, so there is nothing to compare",
          "reroll mail --send --draft=FILE");
    }
    if (has(SEND) && has(DRY_RUN)) {
      throw Refusal.unreadable("--dry-run sends nothing, --send does", "reroll mail --help");
    }
  }

  boolean has(Option.Flag flag) {
    return options.has(flag);
  }

  Optional<String> value(Option.Value option) {
    return options.value(option);
  }

  List<String> mailboxes() {
    return options.positionals();
  }

  /** Returns the options of a search; {@code --mbox} is where the mail goes, not where to look. */
  GivenWords ofSearch() {
    return new GivenWords() {
      @Override
      public boolean has(Option.Flag option) {
        return options.has(option);
      }

      @Override
      public Optional<String> value(Option.Value option) {
        return options.value(option);
      }

      @Override
      public List<String> values(Option.Values option) {
        return option == ArchiveChoice.MBOX ? List.of() : options.values(option);
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
    List<Person> to = people("--to", options.values(TO));
    if (to.isEmpty() && !has(REPLY_ALL)) {
      to = people("sendemail.to", settings.findAll("to"));
    }
    List<String> suppressed = options.values(SUPPRESS_CC);
    if (suppressed.isEmpty()) {
      suppressed = settings.findAll("suppresscc");
    }
    Set<String> categories = new HashSet<>();
    suppressed.forEach(word -> categories.add(word.strip().toLowerCase(Locale.ROOT)));
    List<Person> cc = new ArrayList<>(people("--cc", options.values(CC)));
    cc.addAll(people("sendemail.cc", settings.findAll("cc")));
    ReplyRecipients.Request request =
        new ReplyRecipients.Request(
            to, cc, people("sendemail.bcc", settings.findAll("bcc")), has(REPLY_ALL), categories);
    request.check();
    return request;
  }

  private static List<Person> people(String where, List<String> texts) throws Refusal {
    List<Person> people = new ArrayList<>();
    for (String text : texts) {
      people.addAll(MailAddress.read(text, where));
    }
    return people;
  }
}
