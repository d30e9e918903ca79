package dev.reroll.series;

/**
 * Why a version is held to be the next one of another.
 *
 * @param kind what sort of evidence it is
 * @param detail what was found, for a person: {@code Link to v2: https://lists.example.org/…}
 */
public record Evidence(Kind kind, String detail) implements Comparable<Evidence> {
  /** Sorts of evidence, the strongest first. */
  public enum Kind {
    /** The user named both versions. */
    GIVEN("given by the user"),
    /** The newer version's cover letter or notes name a mail of the older one. */
    LINKED("linked"),
    /** The newer version was sent as an answer to a mail of the older one. */
    IN_REPLY_TO("in reply to"),
    /** Both carry the same {@code change-id:}. */
    CHANGE_ID("same change-id"),
    /** Title and author agree. */
    TITLE_AND_AUTHOR("same title and author"),
    /** Patch titles and touched files agree: a guess, announced as such. */
    CONTENT("same content");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  @Override
  public int compareTo(Evidence other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : detail.compareTo(other.detail);
  }
}
