package dev.reroll.deliver;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Appends mails to an mbox, in the mboxrd dialect: {@code From } lines are quoted so that each can
 * be told apart from its quotation. The file is locked as mail readers lock it, with a file beside
 * it and with fcntl(2); where the disk is full it is left as it was.
 */
public final class MboxFile {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  private final Path file;
  private final String name;
  private final Clock clock;

  /**
   * Creates a mailbox, which need not exist.
   *
   * @param name what the user calls it
   */
  public MboxFile(Path file, String name, Clock clock) {
    this.file = file;
    this.name = name;
    this.clock = clock;
  }

  /** Appends {@code mail}. */
  public void append(ComposedMail mail) throws Refusal {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    boolean locked = false;
    try {
      Files.createFile(lock);
      locked = true;
      append(quoted(mail));
    } catch (FileAlreadyExistsException busy) {
      throw Refusal.unreadable(
          "cannot write '" + name + "': another program has locked it", "ls -l " + lock);
    } catch (IOException failed) {
      throw Refusal.unreadable("cannot write '" + name + "': " + WriteFailure.reason(failed));
    } finally {
      unlock(lock, locked);
    }
  }

  private static void unlock(Path lock, boolean locked) {
    try {
      if (locked) {
        Files.deleteIfExists(lock);
      }
    } catch (IOException stays) {
      // The next run says which file is in the way.
      return;
    }
  }

  private void append(Octets message) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      long end = channel.size();
      channel.position(end);
      try {
        ByteBuffer rest = ByteBuffer.wrap(separated(message, channel, end).toByteArray());
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      } catch (IOException failed) {
        channel.truncate(end);
        throw failed;
      } finally {
        lock.release();
      }
    }
  }

  /** Puts an empty line before the message where the mailbox does not end in one. */
  private static Octets separated(Octets message, FileChannel channel, long end)
      throws IOException {
    ByteBuffer tail = ByteBuffer.allocate((int) Math.min(2, end));
    channel.read(tail, end - tail.capacity());
    String last = new String(tail.array(), StandardCharsets.ISO_8859_1);
    String missing = end == 0 || last.equals("\n\n") ? "" : last.endsWith("\n") ? "\n" : "\n\n";
    return new OctetBuilder(message.length() + 2).append(missing).append(message).toOctets();
  }

  private Octets quoted(ComposedMail mail) {
    Octets octets = mail.octets();
    OctetBuilder quoted = new OctetBuilder(octets.length() + 100);
    String date = DATE.format(ZonedDateTime.now(clock).withZoneSameInstant(ZoneOffset.UTC));
    quoted.append("From mboxrd@z " + date + "\n");
    for (int start = 0; start < octets.length(); start = octets.endOfLine(start)) {
      int mark = start;
      while (mark < octets.length() && octets.at(mark) == '>') {
        mark++;
      }
      if (octets.startsWith("From ", mark)) {
        quoted.append('>');
      }
      quoted.append(octets, start, octets.endOfLine(start));
    }
    return quoted.append('\n').toOctets();
  }
}
