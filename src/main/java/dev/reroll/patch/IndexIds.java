package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;

/**
 * The two ids in the index line of a diff: those of the file's content before and after, usually
 * abbreviated. Mails may have anything in their place, which is kept as it is written.
 */
public final class IndexIds {
  /** A diff without an index line. */
  public static final IndexIds NONE = new IndexIds(Octets.EMPTY);

  private static final String DOTS = "..";

  private final Octets text;
  private final int dots;

  private IndexIds(Octets text) {
    this.text = text;
    int dot = text.indexOf('.', 0);
    while (dot >= 0 && !text.startsWith(DOTS, dot)) {
      dot = text.indexOf('.', dot + 1);
    }
    this.dots = dot;
  }

  /** Reads {@code old..new}, the text between {@code index} and the mode. */
  public static IndexIds of(Octets text) {
    return text.isEmpty() ? NONE : new IndexIds(text);
  }

  /** Returns what is written, with both ids. */
  public Octets text() {
    return text;
  }

  /** Whether there are two parts, even if they are not ids. */
  public boolean isPair() {
    return dots >= 0;
  }

  /** Returns what is written as the old id; empty where there is no pair. */
  public Octets writtenBefore() {
    return isPair() ? text.slice(0, dots) : Octets.EMPTY;
  }

  /** Returns what is written as the new id; empty where there is no pair. */
  public Octets writtenAfter() {
    return isPair() ? text.slice(dots + DOTS.length()) : Octets.EMPTY;
  }

  /** Returns the digits of the old id as they are written; empty where it is none. */
  public String before() {
    return hex(writtenBefore());
  }

  /** Returns the digits of the new id as they are written; empty where it is none. */
  public String after() {
    return hex(writtenAfter());
  }

  /** Returns the same with at most {@code digits} of each id. */
  public IndexIds abbreviated(int digits) {
    return isPair()
        ? of(Octets.utf8(cut(writtenBefore(), digits) + DOTS + cut(writtenAfter(), digits)))
        : this;
  }

  private static Octets cut(Octets id, int digits) {
    return id.slice(0, Math.min(digits, id.length()));
  }

  private static String hex(Octets id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.digit(id.at(i), 16) < 0) {
        return "";
      }
    }
    return id.decode(StandardCharsets.ISO_8859_1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexIds ids && text.equals(ids.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
