package dev.reroll.cli.command;

import dev.reroll.app.mail.ComposeMail;
import dev.reroll.app.mail.MailRoute;
import dev.reroll.app.mail.SendMail;
import dev.reroll.cli.terminal.ClosedPipe;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.deliver.ComposedMail;
import dev.reroll.deliver.MailAddress;
import dev.reroll.deliver.MailSender;
import dev.reroll.deliver.MailSender.Delivery;
import dev.reroll.deliver.Outbox;
import dev.reroll.deliver.SentMails;
import dev.reroll.problem.Refusal;
import dev.reroll.render.text.VisibleText;
import dev.reroll.settings.GitSettings;
import dev.reroll.settings.SendEmailSettings;
import dev.reroll.settings.StateFolder;
import dev.reroll.source.ShellWord;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends a composed mail after one question, or shows what sending it would be like. */
final class MailDispatch {
  private static final String MAX_RECIPIENTS = "reroll.maxrecipients";

  private final Streams streams;
  private final Report report;
  private final GitSettings settings;
  private final SendEmailSettings sendEmail;

  MailDispatch(Streams streams, Report report, GitSettings settings, SendEmailSettings sendEmail) {
    this.streams = streams;
    this.report = report;
    this.settings = settings;
    this.sendEmail = sendEmail;
  }

  void dispatch(ComposedMail mail, MailOptions options) throws Refusal, IOException {
    Delivery envelope = envelope(mail);
    MailSender sender =
        new MailRoute(sendEmail, environment(options), streams.workingFolder()).find();
    ComposedMail leaving = options.has(MailOptions.YES) ? mail.unconfirmed() : mail;
    Optional<Excess> excess = excess(leaving, envelope, options);
    if (options.has(MailOptions.DRY_RUN)) {
      for (String line : sender.rehearse(mail, envelope)) {
        print(line);
      }
      if (excess.isPresent()) {
        report.warning(excess.get().words());
      }
      return;
    }
    Path state = state();
    Outbox outbox = new Outbox(state);
    if (excess.isPresent()) {
      Path kept = outbox.keep(mail);
      throw Refusal.unreached(
          "not sent: " + excess.get().words() + "; the mail is saved",
          excess.get().hint().orElse("ls -l " + ShellWord.of(kept.toString())),
          "reroll mail --send --draft=" + ShellWord.of(kept.toString()));
    }
    if (!options.has(MailOptions.YES) && !confirmed(mail, envelope, options)) {
      throw Refusal.unreached(
          "not sent: not confirmed; the mail is saved",
          "reroll mail --send --draft=" + ShellWord.of(outbox.keep(mail).toString()));
    }
    SendMail sending = new SendMail(outbox, new SentMails(state), sender);
    String answer = sending.send(leaving, envelope, options.has(MailOptions.AGAIN));
    report.remark("sent <" + mail.id() + "> to " + String.join(", ", envelope.recipients()));
    report.remark("the server said: " + answer);
  }

  /**
   * What makes a mail too much for those who get it.
   *
   * @param hint how to allow it
   */
  private record Excess(String words, Optional<String> hint) {}

  /** Whoever was named with {@code --to} was counted by the user; all others nobody has counted. */
  private Optional<Excess> excess(ComposedMail mail, Delivery envelope, MailOptions options)
      throws Refusal {
    int count = envelope.recipients().size();
    int max = maxRecipients();
    boolean isCollected =
        options.has(MailOptions.REPLY_ALL) || options.value(MailOptions.DRAFT).isPresent();
    if (isCollected && count > max) {
      return Optional.of(
          new Excess(
              "the mail is for " + count + " recipients, more than " + max,
              Optional.of("git config --global " + MAX_RECIPIENTS + " " + count)));
    }
    int size = mail.travelSize();
    return size < ComposeMail.MAX_OCTETS
        ? Optional.empty()
        : Optional.of(
            new Excess(
                "the mail has "
                    + size
                    + " bytes, and lists take less than "
                    + ComposeMail.MAX_OCTETS,
                Optional.empty()));
  }

  private int maxRecipients() throws Refusal {
    String text = settings.find(MAX_RECIPIENTS).orElse("50").strip();
    try {
      int max = Integer.parseInt(text);
      if (max > 0) {
        return max;
      }
    } catch (NumberFormatException noNumber) {
      // Reported below, as zero is.
    }
    throw Refusal.unreadable(
        MAX_RECIPIENTS + " is not a number above 0: '" + text + "'",
        "git config --global " + MAX_RECIPIENTS + " 50");
  }

  private Delivery envelope(ComposedMail mail) throws Refusal {
    List<String> recipients = mail.recipients().addresses();
    if (recipients.isEmpty()) {
      throw Refusal.unreached(
          "not sent: the mail has no recipients",
          "reroll mail --send --reply-all BEFORE AFTER",
          "git config sendemail.to list@example.org");
    }
    Optional<String> configured = sendEmail.findText("envelopesender");
    String sender = mail.sender();
    if (configured.isPresent() && !configured.get().equals("auto")) {
      sender = MailAddress.read(configured.get(), "sendemail.envelopesender").get(0).address();
    }
    return new Delivery(sender, recipients);
  }

  /** Without a terminal git must not wait for a password that nobody types. */
  private Map<String, String> environment(MailOptions options) {
    Map<String, String> environment = new HashMap<>(streams.environment());
    if (!streams.errIsTerminal() || options.has(MailOptions.YES)) {
      environment.putIfAbsent("GIT_TERMINAL_PROMPT", "0");
    }
    return environment;
  }

  private Path state() throws Refusal {
    return StateFolder.find(settings)
        .orElseThrow(
            () ->
                Refusal.unreached(
                    "not sent: no place to save the mail: neither XDG_STATE_HOME nor HOME is set",
                    "XDG_STATE_HOME=$PWD reroll mail --send BEFORE AFTER"));
  }

  private boolean confirmed(ComposedMail mail, Delivery envelope, MailOptions options)
      throws Refusal, IOException {
    if (!streams.errIsTerminal()) {
      Path kept = new Outbox(state()).keep(mail);
      throw Refusal.unreached(
          "not sent: no terminal to confirm on; the mail is saved",
          "reroll mail --send --yes --draft=" + ShellWord.of(kept.toString()));
    }
    report.remark("From:    " + mail.sender());
    envelope.recipients().forEach(address -> report.remark("To:      " + address));
    report.remark("Subject: " + mail.subject());
    report.remark("Size:    " + mail.octets().length() + " bytes");
    return new Question(streams, options.mailboxes().contains("-")).ask("Send this mail? [y/N] ");
  }

  private void print(String line) throws IOException {
    String text = streams.outIsTerminal() ? VisibleText.of(line) : line;
    ClosedPipe.guard(streams.out()).write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Asks the person at the terminal something that is answered with yes or no. */
  private static final class Question {
    private static final int MAX_ANSWER = 100;

    private final Streams streams;
    private final boolean inputIsTaken;

    /**
     * Creates a question.
     *
     * @param inputIsTaken whether standard input was a mailbox, so that the terminal itself is
     *     asked
     */
    Question(Streams streams, boolean inputIsTaken) {
      this.streams = streams;
      this.inputIsTaken = inputIsTaken;
    }

    /** Whether the answer is yes; no answer at all is no. */
    boolean ask(String question) throws IOException {
      streams.err().write(question.getBytes(StandardCharsets.UTF_8));
      streams.err().flush();
      if (!inputIsTaken) {
        return isYes(streams.in());
      }
      try (InputStream terminal = new FileInputStream("/dev/tty")) {
        return isYes(terminal);
      }
    }

    private static boolean isYes(InputStream in) throws IOException {
      StringBuilder answer = new StringBuilder();
      for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
        if (answer.length() < MAX_ANSWER) {
          answer.append((char) octet);
        }
      }
      String word = answer.toString().strip().toLowerCase(Locale.ROOT);
      return word.equals("y") || word.equals("yes");
    }
  }
}
