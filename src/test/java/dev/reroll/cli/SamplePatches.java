package dev.reroll.cli;

import dev.reroll.linediff.GitCommand;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the patches out of a sample's mailbox without any code of ours: {@code git mailsplit} for
 * the mails, jakarta.mail for attachments, and the subjects for who belongs where.
 */
final class SamplePatches {
  private static final Pattern SUBJECT =
      Pattern.compile("(?m)^Subject: \\[PATCH(?: v(\\d+))?(?: (\\d+)/\\d+)?]");
  private static final Pattern ATTACHMENT = Pattern.compile("v(\\d+)-(\\d{4})-.*\\.patch");

  private final Path scratch;
  private final TreeMap<Integer, TreeMap<Integer, Path>> versions = new TreeMap<>();

  /** Unpacks {@code mailbox} below {@code scratch}, an empty folder. */
  SamplePatches(Path mailbox, Path scratch) throws Exception {
    this.scratch = scratch;
    Path mails = Files.createDirectory(scratch.resolve("mails"));
    Path source = mailbox.toAbsolutePath();
    new GitCommand(scratch)
        .run(List.of("mailsplit", "--mboxrd", "-o" + mails.toAbsolutePath(), source.toString()));
    try (Stream<Path> files = Files.list(mails)) {
      for (Path mail : files.sorted().toList()) {
        take(mail);
      }
    }
  }

  /** Returns the numbers of the versions in it. */
  List<Integer> numbers() {
    return List.copyOf(versions.keySet());
  }

  /** Returns the patches of one version in their order, as files for {@code git am}. */
  List<Path> patches(int version) {
    return List.copyOf(Objects.requireNonNull(versions.get(version)).values());
  }

  private void take(Path mail) throws Exception {
    String text = Files.readString(mail, StandardCharsets.ISO_8859_1);
    if (text.contains("\nContent-Type: multipart/")) {
      takeAttachments(mail);
      return;
    }
    String headers = text.substring(0, text.indexOf("\n\n")).replaceAll("\n[ \t]+", " ");
    Matcher subject = SUBJECT.matcher(headers);
    if (subject.find() && text.contains("\ndiff --git ")) {
      add(number(subject.group(1)), number(subject.group(2)), mail);
    }
  }

  private void takeAttachments(Path mail) throws Exception {
    try (InputStream octets = Files.newInputStream(mail)) {
      MimeMultipart parts = (MimeMultipart) new MimeMessage(null, octets).getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        takeAttachment(parts.getBodyPart(i));
      }
    }
  }

  private void takeAttachment(BodyPart part) throws Exception {
    Matcher name = ATTACHMENT.matcher(Objects.requireNonNullElse(part.getFileName(), ""));
    if (name.matches()) {
      Path file = scratch.resolve(name.group());
      try (InputStream octets = part.getInputStream()) {
        Files.copy(octets, file);
      }
      add(number(name.group(1)), number(name.group(2)), file);
    }
  }

  private void add(int version, int ordinal, Path patch) throws IOException {
    Path before =
        versions.computeIfAbsent(version, key -> new TreeMap<>()).putIfAbsent(ordinal, patch);
    if (before != null) {
      throw new IOException("twice v" + version + " " + ordinal);
    }
  }

  private static int number(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }
}
