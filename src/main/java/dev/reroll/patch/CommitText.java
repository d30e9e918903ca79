package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import java.util.List;

/**
 * What a commit says beside its diff, as {@code git log} prints it.
 *
 * @param id the commit's own id
 * @param subject its title on one line
 * @param author name and address: {@code Name <address>}
 * @param message the whole message: no blank lines at its start or end, each line with its LF
 * @param notes what git-notes(1) has of it, in the order in which it is shown
 */
public record CommitText(
    PatchId id, Octets subject, Octets author, Octets message, List<Notes> notes) {
  /**
   * The notes of one ref.
   *
   * @param title what they are called: {@code Notes}, or {@code Notes (ref)}
   * @param text the notes, each line with its LF
   */
  public record Notes(Octets title, Octets text) {}

  public CommitText {
    notes = List.copyOf(notes);
  }
}
