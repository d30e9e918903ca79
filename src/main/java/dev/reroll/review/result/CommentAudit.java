package dev.reroll.review.result;

import dev.reroll.mail.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of the lines that people quoted and commented on.
 *
 * @param comments in the order of the older version's patches, then of their lines
 */
public record CommentAudit(List<Comment> comments) {
  /** Without any comment. */
  public static final CommentAudit EMPTY = new CommentAudit(List.of());

  /** What became of a line that was commented on. */
  public enum Fate {
    /** The patch still has it, in the same surroundings. */
    UNCHANGED("unchanged"),
    /** The patch still has it, but what is next to it changed. */
    CHANGED_AROUND("changed around it"),
    /** A line that is like it stands in its place, or the patch does something else to it. */
    CHANGED("changed"),
    /** It stands elsewhere in the new version, perhaps in more than one place. */
    MOVED("moved"),
    /** Another line may be what became of it, or only like it by chance. */
    UNCERTAIN("uncertain"),
    /**
     * What became of it is not known: it says too little, or what is like it is not like enough.
     */
    NOT_TRACEABLE("could not be traced"),
    /** No patch of the new version has it, nor a line that is like it. */
    GONE("gone"),
    /** It was an unchanged line around a change, and the new patch does not show it. */
    NOT_SHOWN("not shown now"),
    /** It is where a message or patch ends; what is said there is often about the whole. */
    AT_THE_END("at the end");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    /** Returns how people call it. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * One comment: what somebody wrote below some quoted lines.
   *
   * @param mail the mail that it stands in; its sender is who said it
   * @param place where the last quoted line stands in the older version
   * @param said the first line of what was said
   * @param lineCount how many lines were said
   * @param fate what became of the quoted line
   * @param now where it stands now, or, where that is uncertain, perhaps stands; empty where
   *     nothing is found
   * @param answer the first answer of the author below this mail that there is
   */
  public record Comment(
      Envelope mail,
      Place place,
      String said,
      int lineCount,
      Fate fate,
      Optional<Place> now,
      Optional<Answer> answer) {}

  /**
   * A line of a patch.
   *
   * @param ordinal 1-based place of the patch in its version; 0 for the cover letter
   * @param path the file; empty for a line of the commit message, or the whole patch
   * @param line 1-based number in the new file, in the old one for a removed line; empty for a line
   *     of the commit message
   * @param sign {@code '+'}, {@code '-'} or {@code ' '}; {@code '>'} for a line that somebody
   *     quoted and that is not found in the patch
   * @param text the line, without its sign
   */
  public record Place(int ordinal, String path, OptionalInt line, char sign, String text) {
    private static final char QUOTED = '>';

    /**
     * Returns the place of what is said about a whole patch, or about a line that is not found in
     * it; about the cover letter with 0.
     *
     * @param quote the last quoted line; empty where nothing is quoted
     */
    public static Place whole(int ordinal, String quote) {
      return new Place(ordinal, "", OptionalInt.empty(), quote.isEmpty() ? ' ' : QUOTED, quote);
    }

    /** Whether nothing is known of it but the patch or cover letter. */
    public boolean isWhole() {
      return path.isEmpty() && (text.isEmpty() || sign == QUOTED);
    }
  }

  /**
   * What the author wrote back.
   *
   * @param mail the author's mail
   * @param said the first line of it that is not quoted
   */
  public record Answer(Envelope mail, String said) {}

  public CommentAudit {
    comments = List.copyOf(comments);
  }
}
