package dev.reroll.review.result;

import dev.reroll.mail.Envelope;
import java.util.List;
import java.util.Locale;
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
   * @param said what was said
   * @param fate what became of the quoted line
   * @param now where it stands now, or, where that is uncertain, perhaps stands; empty where
   *     nothing is found
   * @param answer the first answer of the author below this mail that there is
   * @param ruling what came of the comment
   */
  public record Comment(
      Envelope mail,
      Place place,
      Words said,
      Fate fate,
      Optional<Place> now,
      Optional<Answer> answer,
      Ruling ruling) {
    /** Returns the verdict on it. */
    public Verdict verdict() {
      return ruling.verdict();
    }
  }

  /**
   * What somebody said, without blank lines.
   *
   * @param lines never empty
   * @param firstTelling 0-based; the line from which on an excerpt tells most
   */
  public record Words(List<String> lines, int firstTelling) {
    /** How many lines an excerpt has at most. */
    public static final int EXCERPT_LINES = 3;

    public Words {
      lines = List.copyOf(lines);
      if (firstTelling < 0 || firstTelling >= lines.size()) {
        throw new IllegalArgumentException("what was said has a telling line");
      }
    }

    /** Returns the few lines that tell most. */
    public List<String> excerpt() {
      return lines.subList(firstTelling, Math.min(lines.size(), firstTelling + EXCERPT_LINES));
    }
  }

  /** What came of a comment, those first that a reviewer must see first. */
  public enum Verdict {
    /** The author said that he would do it, and the place is as it was. */
    PROMISED,
    /** It asks for something, nobody answered, and the place is as it was. */
    OPEN,
    /** The author answered, and the place is as it was. */
    ANSWERED,
    /** The place changed, perhaps in another way than was asked for. */
    CHANGED,
    /** The line is now in another patch. */
    MOVED,
    /** What became of the place is not known. */
    NOT_TRACEABLE,
    /** It asks for nothing, and the place is as it was. */
    REMARK,
    /** It is what a robot wrote. */
    REPORT,
    /** What was asked for was done. */
    DONE,
    /** The patch is not in the new version. */
    DROPPED;

    /** Returns how people call it: {@code not traceable}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether a person must look at it before the patches are taken. */
    public boolean isPending() {
      return this == PROMISED || this == OPEN;
    }

    /** Whether it is settled, so that its number is enough. */
    public boolean isSettled() {
      return this == DONE || this == DROPPED;
    }
  }

  /** What a verdict rests on. */
  public enum Evidence {
    /** Nothing but what became of the line. */
    LINE,
    /** Lines that the comment proposed stand in the new patch. */
    PROPOSED_LINES,
    /** Words that the comment asked for stand in the line now, or the line went as asked. */
    ASKED_WORDS,
    /** The author said so. */
    AUTHOR,
    /** Something changed among the many lines that were quoted. */
    QUOTED_LINES,
    /** What became of the patch as a whole. */
    PATCH
  }

  /** A verdict, and what it rests on. */
  public record Ruling(Verdict verdict, Evidence evidence) {}

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
