package dev.reroll.interdiff;

import dev.reroll.patch.IndexIds;
import java.util.Optional;

/**
 * Names the content of a file as an index line does.
 *
 * @param digits hexadecimal, as a rule fewer than the whole id has
 */
public record BlobId(String digits) {
  /** Git itself never prints fewer. */
  private static final int MIN_DIGITS = 4;

  public BlobId {
    if (digits.length() < MIN_DIGITS) {
      throw new IllegalArgumentException("an id has at least four digits: " + digits);
    }
  }

  /** Git's shortest abbreviation by default; shorter ones prove nothing. */
  private static final int ENOUGH = 7;

  private static final BlobId EMPTY = new BlobId("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
  private static final BlobId EMPTY_256 =
      new BlobId("473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");

  /** The ids that an index line names. */
  record Pair(BlobId before, BlobId after) {}

  /** Returns the ids that an index line names; none where one of both is no id. */
  static Optional<Pair> pair(IndexIds ids) {
    String before = ids.before();
    String after = ids.after();
    return before.length() < MIN_DIGITS || after.length() < MIN_DIGITS
        ? Optional.empty()
        : Optional.of(new Pair(new BlobId(before), new BlobId(after)));
  }

  /** Whether it is the id of the content without octets. */
  boolean isOfNothing() {
    return isSure(EMPTY) || isSure(EMPTY_256);
  }

  /** Whether both can name the same content: the shorter one begins the longer one. */
  boolean agrees(BlobId other) {
    return digits.startsWith(other.digits) || other.digits.startsWith(digits);
  }

  /** Whether both name the same content, with enough digits to be sure. */
  boolean isSure(BlobId other) {
    return agrees(other) && Math.min(digits.length(), other.digits.length()) >= ENOUGH;
  }

  @Override
  public String toString() {
    return digits;
  }
}
