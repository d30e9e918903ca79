package dev.reroll.cli;

import dev.reroll.app.compare.CompareEndResults;
import dev.reroll.app.compare.Comparison;
import dev.reroll.app.mail.ComposeMail;
import dev.reroll.app.mail.GatherMail;
import dev.reroll.app.mail.MailMaterial;
import dev.reroll.app.mail.ReplyRecipients;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.deliver.ComposedMail;
import dev.reroll.deliver.MailAddress;
import dev.reroll.deliver.MailComposer;
import dev.reroll.deliver.Stamp;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.mail.Person;
import dev.reroll.message.Refusal;
import dev.reroll.settings.GitSettings;
import dev.reroll.settings.PersonSettings;
import dev.reroll.settings.SendEmailSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Runs {@code reroll mail}. */
final class MailCommand implements Command {
  private final Streams streams;
  private final Report report;
  private final GitSettings settings;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  MailCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
    this.settings = new GitSettings(streams.environment(), streams.workingFolder());
  }

  @Override
  public String help() {
    return MailHelp.TEXT;
  }

  @Override
  public CommandSpec options() {
    return MailOptions.spec();
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    MailOptions options = MailOptions.parse(words);
    if (options.has("--quiet")) {
      report.beQuiet();
    }
    SendEmailSettings sendEmail = new SendEmailSettings(settings, options.value("--identity"));
    MailOutput output = new MailOutput(streams, report, settings, options);
    Optional<MailDispatch> dispatch =
        options.has("--send") || options.has("--dry-run")
            ? Optional.of(new MailDispatch(streams, report, settings, sendEmail))
            : Optional.empty();
    output.check();
    Written mail =
        options.value("--draft").isPresent()
            ? new Written(output.read(options.value("--draft").get()), Optional.empty())
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

  /** Holds a mail, and the file in which its text was edited. */
  private record Written(ComposedMail mail, Optional<Path> edited) {}

  private Written compose(MailOptions options, SendEmailSettings sendEmail)
      throws Refusal, IOException {
    Person from = sender(options, sendEmail);
    ReplyRecipients.Wish wish = options.recipients(sendEmail);
    MailSettings mailSettings = new MailSettings(sendEmail, streams.workingFolder());
    MailComposer composer = new MailComposer(userAgent(), mailSettings.encoding());
    MailMaterial material = material(options);
    ReplyRecipients recipients = new ReplyRecipients(wish, own(from, sendEmail));
    boolean confirmed = !(options.has("--send") && options.has("--yes"));
    ComposeMail composing =
        new ComposeMail(
            material,
            new ComposeMail.Manner(
                from,
                recipients.of(material),
                mailSettings.template(),
                mailSettings.pageUrl(),
                confirmed,
                interdiff(material, options)));
    composing.checkLoop();
    Stamp stamp = Stamp.now(clock, from.address());
    if (!options.has("--annotate")) {
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
    return options.has("--interdiff")
        ? Optional.of(
            new CompareEndResults(
                    material.comparison(),
                    material.comparison().context(),
                    options.endResults(streams))
                .all())
        : Optional.empty();
  }

  private Person sender(MailOptions options, SendEmailSettings sendEmail) throws Refusal {
    Optional<String> text = options.value("--from").or(() -> sendEmail.findText("from"));
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
}
