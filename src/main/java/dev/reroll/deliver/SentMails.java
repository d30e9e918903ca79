package dev.reroll.deliver;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Remembers who was told of which pair of versions, so that nobody is told twice.
 *
 * <p>A file for each pair and address is made before a mail is sent, and taken away only where it
 * certainly was not. So a run that was killed, lost its connection, or ran beside another one, also
 * leaves word; of two runs at the same time, one sends.
 */
public final class SentMails {
  private final Path folder;

  /**
   * Opens the memory.
   *
   * @param state the folder where programs of the user keep their state
   */
  public SentMails(Path state) {
    this.folder = state.resolve("reroll").resolve("mail");
  }

  /**
   * Claims the right to send a mail.
   *
   * @param again whether it may be sent although it was before
   * @throws Refusal where one of the addresses was told already, or nothing can be noted down
   */
  public Claim claim(ComposedMail mail, List<String> addresses, boolean again) throws Refusal {
    Claim claim = new Claim(mail);
    boolean complete = false;
    try {
      Files.createDirectories(folder);
      for (String address : addresses) {
        claim.take(address, again);
      }
      complete = true;
      return claim;
    } catch (IOException failed) {
      throw Refusal.unreached(
          "not sent: cannot record in '" + folder + "': " + WriteFailure.reason(failed),
          "df -h '" + folder + "'");
    } finally {
      if (!complete) {
        claim.release();
      }
    }
  }

  private Path file(ComposedMail mail, String address) {
    return folder.resolve(
        FileName.digest(mail.versions()) + "-" + FileName.digest(address.toLowerCase(Locale.ROOT)));
  }

  /** The right to send one mail to some addresses. */
  public final class Claim {
    private final ComposedMail mail;
    private final List<Path> made = new ArrayList<>();
    private final List<Path> taken = new ArrayList<>();

    private Claim(ComposedMail mail) {
      this.mail = mail;
    }

    private void take(String address, boolean again) throws IOException, Refusal {
      Path file = file(mail, address);
      try {
        DurableFile.create(file, note("sending", address));
        made.add(file);
      } catch (FileAlreadyExistsException told) {
        if (!again) {
          throw alreadyTold(address, Files.readString(file));
        }
      }
      taken.add(file);
    }

    private Refusal alreadyTold(String address, String note) {
      boolean sent = note.startsWith("sent ");
      String earlier = note.lines().findFirst().orElse("").replaceFirst("^\\w+ ", "");
      return Refusal.unreached(
          sent
              ? "not sent: " + address + " was already mailed about these versions: " + earlier
              : "not sent: "
                  + address
                  + " may already have been mailed about these versions: "
                  + earlier,
          "reroll mail --send --again BEFORE AFTER");
    }

    private Octets note(String state, String address) {
      return Octets.utf8(
          state + " " + mail.find("Date").orElse("") + " <" + mail.id() + ">\n" + address + "\n");
    }

    /** Notes down that the mail was sent. */
    public void confirm(List<String> addresses) {
      try {
        for (int i = 0; i < taken.size(); i++) {
          DurableFile.write(taken.get(i), note("sent", addresses.get(i)));
        }
      } catch (IOException diskIsFull) {
        // The claim itself stays, and keeps the mail from being sent again.
        return;
      }
    }

    /** Gives the right back: the mail was not sent. */
    public void release() {
      try {
        for (Path file : made) {
          Files.deleteIfExists(file);
        }
      } catch (IOException stays) {
        // Then the next run says that it may have been sent: --again is the way on.
        return;
      }
    }
  }
}
