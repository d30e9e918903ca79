package dev.reroll.cli.command;

import dev.reroll.bytes.Octets;
import dev.reroll.cli.option.ColorChoice;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.terminal.ClosedPipe;
import dev.reroll.cli.terminal.FileOutput;
import dev.reroll.cli.terminal.HeldLines;
import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Pager;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.deliver.ComposedMail;
import dev.reroll.deliver.Maildir;
import dev.reroll.deliver.MboxFile;
import dev.reroll.problem.Notice;
import dev.reroll.problem.Refusal;
import dev.reroll.render.color.Palette;
import dev.reroll.render.text.ColorizeText;
import dev.reroll.settings.GitSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** Puts a composed mail where the user wants it, short of sending it. */
final class MailOutput {
  private static final int LARGEST_DRAFT = 10_000_000;

  private final Streams streams;
  private final Report report;
  private final GitSettings settings;
  private final MailOptions options;

  MailOutput(Streams streams, Report report, GitSettings settings, MailOptions options) {
    this.streams = streams;
    this.report = report;
    this.settings = settings;
    this.options = options;
  }

  /**
   * Refuses what can be known to fail before any work is done; from now on holds back what a pager
   * will show.
   */
  void check() throws Refusal {
    if (isPrinted() && pager().isPresent()) {
      boolean colored = new ColorChoice("auto", settings, true).isColored();
      report.hold(new HeldLines(colored, true));
    }
    if (file().isPresent()) {
      file().get().check();
    }
  }

  private Optional<FileOutput> file() {
    return options
        .value(MailOptions.OUTPUT)
        .filter(name -> !name.equals("-"))
        .map(name -> new FileOutput(path(name), name));
  }

  /** Whether the mail goes nowhere but to a person at the terminal. */
  private boolean isPrinted() {
    boolean leaves = options.has(MailOptions.SEND) || options.has(MailOptions.DRY_RUN);
    boolean isKept =
        file().isPresent()
            || options.value(MailOptions.MBOX).isPresent()
            || options.value(MailOptions.MAILDIR).isPresent();
    return streams.outIsTerminal() && !leaves && !isKept;
  }

  private Optional<String> pager() {
    return options.has(OutputChoice.NO_PAGER) ? Optional.empty() : Pager.command(settings);
  }

  private Path path(String name) {
    return streams.workingFolder().resolve(name);
  }

  ComposedMail read(String name) throws Refusal {
    try {
      if (Files.size(path(name)) > LARGEST_DRAFT) {
        throw Refusal.unreadable("'" + name + "' is too large for a mail");
      }
      return ComposedMail.read(Octets.wrap(Files.readAllBytes(path(name))), name);
    } catch (IOException failed) {
      throw Refusal.unreadable(
          "cannot read '" + name + "'", "reroll mail --output=reply.eml BEFORE AFTER");
    }
  }

  /** Writes the mail into each place that was asked for; says whether there was any. */
  boolean write(ComposedMail mail) throws Refusal, IOException {
    Clock clock = Clock.system(ZoneId.systemDefault());
    boolean written = false;
    if (file().isPresent()) {
      file().get().write(stream -> mail.octets().writeTo(stream));
      written = true;
    }
    Optional<String> mbox = options.value(MailOptions.MBOX);
    if (mbox.isPresent()) {
      new MboxFile(path(mbox.get()), mbox.get(), clock).append(mail);
      written = true;
    }
    Optional<String> maildir = options.value(MailOptions.MAILDIR);
    if (maildir.isPresent()) {
      Path file = new Maildir(path(maildir.get()), maildir.get(), clock).deliver(mail);
      report.remark("delivered as " + file);
      written = true;
    }
    return written;
  }

  /** Prints the mail: its octets to a pipe or file, safe and in colour to a person. */
  void print(ComposedMail mail) throws Refusal, IOException {
    if (mail.recipients().addresses().isEmpty()) {
      report.notice(
          Notice.note("no recipients yet: use --reply-all, --to ADDRESS or sendemail.to"));
    }
    if (!streams.outIsTerminal()) {
      mail.octets().writeTo(ClosedPipe.guard(streams.out()));
      return;
    }
    Palette palette = new ColorChoice("auto", settings, true).palette();
    ByteArrayInputStream in = new ByteArrayInputStream(mail.octets().toByteArray());
    Optional<String> pager = pager();
    Output output =
        pager.isPresent()
            ? new Pager(pager.get(), streams, report)
            : new Output.StandardOutput(streams);
    output.write(stream -> ColorizeText.write(in, palette, stream));
  }
}
