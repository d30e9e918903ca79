package dev.reroll.deliver;

import dev.reroll.deliver.MailSender.Sending;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands mails to a program that takes them as sendmail does: {@code -i}, then the recipients. */
public final class SendmailProgram implements MailSender {
  /**
   * What ends a program that may have handed the mail on (sysexits(3)): a fault of its own or of
   * the system, a lost connection, "not at once, but perhaps queued", and an odd answer.
   */
  private static final Set<Integer> UNCERTAIN = Set.of(70, 71, 74, 75, 76);

  private static final int LARGEST_PLAIN_CODE = 127;
  private static final int MAX_ERROR_OCTETS = 2000;

  private final List<String> command;
  private final boolean namesSender;
  private final Map<String, String> environment;
  private final Path folder;

  /**
   * Creates a program.
   *
   * @param command the program and its first arguments
   * @param namesSender whether it is told the envelope's sender with {@code -f}
   * @param environment the environment that it is run with
   * @param folder the folder that it is run in
   */
  public SendmailProgram(
      List<String> command, boolean namesSender, Map<String, String> environment, Path folder) {
    this.command = List.copyOf(command);
    this.namesSender = namesSender;
    this.environment = Map.copyOf(environment);
    this.folder = folder;
  }

  @Override
  public Sending send(ComposedMail mail, MailSender.Delivery envelope) throws Refusal {
    ProcessBuilder builder = new ProcessBuilder(words(envelope));
    builder.directory(folder.toAbsolutePath().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    Process process;
    try {
      process = builder.start();
    } catch (IOException failed) {
      return Sending.notSent("cannot run " + command.get(0) + ": " + failed.getMessage());
    }
    try {
      boolean whole = write(mail, process);
      String said = said(process.getInputStream());
      return judge(process.waitFor(), whole, said);
    } catch (IOException unheard) {
      return Sending.unknown(
          "cannot read the output of " + command.get(0) + ": " + unheard.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Sending.unknown(command.get(0) + " was interrupted");
    }
  }

  private static boolean write(ComposedMail mail, Process process) {
    try (OutputStream out = process.getOutputStream()) {
      mail.withoutBcc().writeTo(out);
      return true;
    } catch (IOException endedEarly) {
      return false;
    }
  }

  private static String said(InputStream output) throws IOException {
    String text = new String(output.readNBytes(MAX_ERROR_OCTETS), StandardCharsets.UTF_8).strip();
    output.transferTo(OutputStream.nullOutputStream());
    return text;
  }

  private Sending judge(int code, boolean whole, String said) {
    String answer = command.get(0) + " exited with " + code + (said.isEmpty() ? "" : ": " + said);
    if (code == 0) {
      return whole
          ? Sending.sent(answer)
          : Sending.unknown(answer + ", but did not read all of it");
    }
    boolean mayBeQueued = UNCERTAIN.contains(code) || code > LARGEST_PLAIN_CODE;
    return mayBeQueued ? Sending.unknown(answer) : Sending.notSent(answer);
  }

  private List<String> words(MailSender.Delivery envelope) {
    List<String> words = new ArrayList<>(command);
    words.add("-i");
    if (namesSender) {
      words.add("-f");
      words.add(envelope.sender());
    }
    words.addAll(envelope.recipients());
    return words;
  }

  @Override
  public List<String> rehearse(ComposedMail mail, MailSender.Delivery envelope) {
    return List.of(
        "Program: " + String.join(" ", words(envelope)),
        "Input: " + mail.withoutBcc().length() + " bytes");
  }
}
