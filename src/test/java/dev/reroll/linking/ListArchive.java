package dev.reroll.linking;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.MessageBag;
import dev.reroll.message.RawMessage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a public-inbox epoch out of a packed repository of the corpus, with {@code tar} and git.
 */
final class ListArchive {
  private static final String SEPARATOR = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
  private static final Pattern FROM_LINE = Pattern.compile("(?m)^>*From ");

  private ListArchive() {}

  /** Returns what the mails of the archive are, in order of arrival. */
  static List<MailItem> read(Path tar) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("reroll-list");
    try {
      run(folder, "tar", "xzf", tar.toAbsolutePath().toString());
      String name = tar.getFileName().toString().replace(".tar.gz", "");
      return items(folder.resolve(name));
    } finally {
      run(Path.of("."), "rm", "-rf", folder.toString());
    }
  }

  private static List<MailItem> items(Path repository) throws IOException, InterruptedException {
    MessageBag bag = new MessageBag(found -> {});
    MailboxSplitter.split(Octets.wrap(mailbox(repository)), "list").forEach(bag::add);
    MailReader reader = new MailReader(found -> {});
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : bag.messages()) {
      items.addAll(reader.read(message));
    }
    return items;
  }

  /** Returns all mails as one mailbox (mboxrd). */
  private static byte[] mailbox(Path repository) throws IOException, InterruptedException {
    String commits = run(repository, "git", "log", "--reverse", "--format=%H:m");
    Process git =
        new ProcessBuilder("git", "cat-file", "--batch")
            .directory(repository.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread writer = new Thread(() -> write(git.getOutputStream(), commits));
    writer.start();
    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(git.getInputStream(), 1 << 16))) {
      for (long left = commits.lines().count(); left > 0; left--) {
        byte[] octets = new byte[Integer.parseInt(line(in).split(" ", -1)[2])];
        in.readFully(octets);
        in.readByte();
        String mail = new String(octets, StandardCharsets.ISO_8859_1);
        String quoted = FROM_LINE.matcher(mail).replaceAll(">$0");
        mailbox.write((SEPARATOR + quoted + "\n").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    writer.join();
    return mailbox.toByteArray();
  }

  private static void write(OutputStream out, String text) {
    try (out) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.readByte(); octet != '\n'; octet = in.readByte()) {
      line.append((char) octet);
    }
    return line.toString();
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed in " + folder);
    }
    return output;
  }
}
