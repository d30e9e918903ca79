package dev.reroll.cli.command;

import dev.reroll.app.compare.CompareEndResults;
import dev.reroll.app.compare.Comparison;
import dev.reroll.app.mail.ComposeMail;
import dev.reroll.app.mail.GatherMail;
import dev.reroll.app.mail.MailMaterial;
import dev.reroll.app.mail.ReplyRecipients;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.option.VersionChoice;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.deliver.BodyEncoding;
import dev.reroll.deliver.ComposedMail;
import dev.reroll.deliver.MailAddress;
import dev.reroll.deliver.MailComposer;
import dev.reroll.deliver.MailComposer.Stamp;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
import dev.reroll.render.mail.MailTemplate;
import dev.reroll.settings.GitSettings;
import dev.reroll.settings.PersonSettings;
import dev.reroll.settings.SendEmailSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs {@code reroll mail}. */
public final class MailCommand implements Command {
  private final Streams streams;
  private final Report report;
  private final GitSettings settings;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  /** Makes the command for one run. */
  public MailCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
    this.settings = new GitSettings(streams.environment(), streams.workingFolder());
  }

  @Override
  public Syntax syntax() {
    return MailOptions.syntax();
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    MailOptions options = MailOptions.parse(words);
    if (options.has(OutputChoice.QUIET)) {
      report.beQuiet();
    }
    SendEmailSettings sendEmail =
        new SendEmailSettings(settings, options.value(MailOptions.IDENTITY));
    MailOutput output = new MailOutput(streams, report, settings, options);
    Optional<MailDispatch> dispatch =
        options.has(MailOptions.SEND) || options.has(MailOptions.DRY_RUN)
            ? Optional.of(new MailDispatch(streams, report, settings, sendEmail))
            : Optional.empty();
    output.check();
    Written mail =
        options.value(MailOptions.DRAFT).isPresent()
            ? new Written(output.read(options.value(MailOptions.DRAFT).get()), Optional.empty())
            : compose(options, sendEmail);
    boolean written = output.write(mail.mail());
    if (dispatch.isEmpty() && !written) {
      output.print(mail.mail());
    }
    if (dispatch.isPresent()) {
      dispatch.get().dispatch(mail.mail(), options);
    }
    if (mail.edited().isPresent()) {
      Annotation.forget(mail.edited().get());
    }
    return ExitCode.DONE;
  }

  /** A mail, and the file in which its text was edited. */
  private record Written(ComposedMail mail, Optional<Path> edited) {}

  private Written compose(MailOptions options, SendEmailSettings sendEmail)
      throws Refusal, IOException {
    Person from = sender(options, sendEmail);
    ReplyRecipients.Request wanted = options.recipients(sendEmail);
    MailSettings mailSettings = new MailSettings(sendEmail, streams.workingFolder());
    MailComposer composer = new MailComposer(userAgent(), mailSettings.encoding());
    MailMaterial material = material(options);
    ReplyRecipients recipients = new ReplyRecipients(wanted, own(from, sendEmail));
    boolean confirmed = !(options.has(MailOptions.SEND) && options.has(MailOptions.YES));
    ComposeMail composing =
        new ComposeMail(
            material,
            new ComposeMail.Options(
                from,
                recipients.of(material),
                mailSettings.template(),
                mailSettings.pageUrl(),
                confirmed,
                interdiff(material, options)));
    composing.checkLoop();
    Stamp stamp = Stamp.now(clock, from.address());
    if (!options.has(MailOptions.ANNOTATE)) {
      return new Written(composing.compose(composer, stamp), Optional.empty());
    }
    Annotation annotation = new Annotation(streams, report, settings);
    Path file = annotation.edit(composing.slotted(composer, stamp), composing.subject());
    report.remark("your text is saved as " + file + " until all is done");
    return new Written(
        composing.compose(annotation.read(file), composer, stamp), Optional.of(file));
  }

  private MailMaterial material(MailOptions options) throws Refusal {
    try (VersionChoice choice = VersionChoice.open(streams, report, options.request())) {
      SelectedVersions versions = GatherMail.withoutFileNames(choice.select());
      Comparison comparison = choice.comparer().compare(choice.preparer().prepare(versions));
      new Overview(report).say(comparison);
      return GatherMail.gather(comparison);
    }
  }

  private Optional<Interdiff> interdiff(MailMaterial material, MailOptions options) throws Refusal {
    return options.has(MailOptions.INTERDIFF)
        ? Optional.of(
            new CompareEndResults(
                    material.comparison(),
                    material.comparison().context(),
                    options.endResults(streams))
                .all())
        : Optional.empty();
  }

  private Person sender(MailOptions options, SendEmailSettings sendEmail) throws Refusal {
    Optional<String> text = options.value(MailOptions.FROM).or(() -> sendEmail.findText("from"));
    if (text.isPresent()) {
      return MailAddress.read(text.get(), "--from").stream()
          .findFirst()
          .orElseThrow(() -> Refusal.unreadable("--from has no address", "reroll mail --help"));
    }
    Optional<Person> user = new PersonSettings(settings).find();
    if (user.filter(person -> MailAddress.isUsable(person.address())).isEmpty()) {
      throw Refusal.unreadable(
          "no sender: git knows no email address for you",
          "git config --global user.email you@example.org");
    }
    return user.get();
  }

  /** Returns the user's addresses, as far as they are known. */
  private List<String> own(Person from, SendEmailSettings sendEmail) throws Refusal {
    List<String> own = new ArrayList<>(List.of(from.address()));
    new PersonSettings(settings).find().ifPresent(person -> own.add(person.address()));
    if (sendEmail.findText("from").isPresent()) {
      MailAddress.read(sendEmail.findText("from").get(), "sendemail.from")
          .forEach(person -> own.add(person.address()));
    }
    return own;
  }

  private static String userAgent() {
    String version = MailCommand.class.getPackage().getImplementationVersion();
    return "reroll/" + (version == null ? "0" : version);
  }

  /** Reads what the configuration says about the text of mails. */
  private static final class MailSettings {
    private final SendEmailSettings settings;
    private final Path folder;

    MailSettings(SendEmailSettings settings, Path folder) {
      this.settings = settings;
      this.folder = folder;
    }

    /** Finds how bodies travel; what git calls auto, 7bit and 8bit is what suits each body. */
    Optional<BodyEncoding> encoding() throws Refusal {
      String wanted = settings.findText("transferencoding").orElse("auto").toLowerCase(Locale.ROOT);
      return switch (wanted) {
        case "auto", "7bit", "8bit" -> Optional.empty();
        case "quoted-printable" -> Optional.of(BodyEncoding.QUOTED_PRINTABLE);
        case "base64" -> Optional.of(BodyEncoding.BASE64);
        default ->
            throw Refusal.unreadable(
                "sendemail.transferencoding cannot be '" + wanted + "'",
                "git config sendemail.transferencoding auto");
      };
    }

    Optional<String> pageUrl() throws Refusal {
      Optional<String> url = settings.own("pageurl");
      if (url.isPresent() && !url.get().contains("%s")) {
        throw Refusal.unreadable(
            "reroll.pageurl has no %s for the message id: '" + url.get() + "'",
            "git config reroll.pageurl https://example.org/reroll/%s/");
      }
      return url;
    }

    MailTemplate template() throws Refusal {
      Optional<String> name = settings.own("mailtemplate");
      if (name.isEmpty()) {
        return MailTemplate.STANDARD;
      }
      String text = text(name.get());
      Optional<String> unknown = MailTemplate.unknownPlace(text);
      if (unknown.isPresent()) {
        throw Refusal.unreadable(
            "the template '"
                + name.get()
                + "' has an unknown placeholder: ${"
                + unknown.get()
                + "}",
            "git config --unset reroll.mailtemplate");
      }
      return MailTemplate.of(text);
    }

    private String text(String name) throws Refusal {
      try {
        return Files.readString(folder.resolve(inHome(name)), StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        throw Refusal.unreadable(
            "cannot read the template '" + name + "' of reroll.mailtemplate",
            "git config --unset reroll.mailtemplate");
      }
    }

    /** Git's configuration writes paths below the home with a tilde. */
    private String inHome(String name) {
      return name.startsWith("~/") ? settings.home().orElse("~") + name.substring(1) : name;
    }
  }

  /** The words around the options in {@code reroll mail --help}. */
  private static final class Help {
    static final String HEAD =
        """
        Reply to a new version with a mail that says what changed.

        What should the others on the list know of this reroll? Composes a reply to the
        newer version's cover letter, or to its first patch: a sentence, a table, lost
        tags and open comments, and the range-diff. It prints the mail; nothing leaves
        the machine without --send.

          reroll mail v1.mbox v2.mbox
          reroll mail 20260806.1@example.org --reply-all --annotate --send

        Unlike diff it writes a whole mail, and at most 100 kB: where the range-diff is
        longer, the least interesting patches are left out and named.

        Usage: reroll mail [OPTIONS] BEFORE AFTER
               reroll mail [OPTIONS] MAILBOX [-v N [M]]
               reroll mail [OPTIONS] SERIES [-v N [M]]
               reroll mail --send --draft=FILE
        """;

    static final String TAIL =
        """
        Mail is sent as configured for git send-email: sendemail.*. A mail that could
        not be sent is saved, and the error says how to send it.

        Exit codes: 0 done, 2 wrong usage or unreadable input, 3 nothing to compare or
        to reply to, 4 not sent, or perhaps not.
        """;

    private Help() {}
  }
}
