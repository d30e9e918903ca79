package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import java.util.List;

/**
 * A file that is left out of a comparison, since the mails do not hold enough of it.
 *
 * @param why what is missing
 */
public record UntoldFile(Octets path, Why why) {
  /** The kinds of what can be missing. */
  public enum Reason {
    /** The versions start from different contents; details: each version and its content. */
    OTHER_START,
    /** Only one version ends with the file, and no mail shows all of it; details: that version. */
    PARTLY_SHOWN,
    /** A diff has no index line; details: its patch. */
    NO_INDEX_LINE,
    /** A diff starts from another content than the patches before leave; details: patch, both. */
    OTHER_CONTENT,
    /** A diff shows other lines than the mails before; details: its patch. */
    OTHER_LINES,
    /** A diff changes a file that is gone; details: its patch. */
    GONE
  }

  /**
   * A reason and the patches, versions and contents that it speaks of, in words for people.
   *
   * @param details in the order that the reason names
   */
  public record Why(Reason reason, List<String> details) {
    public Why {
      details = List.copyOf(details);
    }

    static Why of(Reason reason, String... details) {
      return new Why(reason, List.of(details));
    }
  }
}
