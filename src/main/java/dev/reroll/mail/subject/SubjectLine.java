package dev.reroll.mail.subject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a subject as people write it: {@code Re: [RFC PATCH net-next v2 03/10] net: fix it}.
 *
 * <p>A kernel version in brackets ({@code v6.20}, {@code v5.10.y}) is a tag, no version of the
 * series.
 *
 * @param tags the words of the leading bracket groups as written, without version and position
 * @param number the version, also where it is glued to a word ({@code PATCHv3}) or stands in the
 *     title ({@code foo, v2})
 * @param position the {@code n/m}, where there is one
 * @param reply whether {@code Re:}, {@code AW:}, {@code Fwd:} or the like stands before or between
 *     the bracket groups
 * @param title what remains, its white space made single blanks
 */
public record SubjectLine(
    List<String> tags,
    Optional<VersionNumber> number,
    Optional<Position> position,
    boolean reply,
    String title) {
  private static final Set<String> PATCH_WORDS =
      Set.of("PATCH", "PATCHES", "PATCHSET", "PATCHSETS", "PATCHSERIES", "RFC", "RFT");
  private static final Set<String> RESEND_WORDS =
      Set.of("RESEND", "RE-SEND", "RESENT", "REPOST", "REBASE", "REBASED");

  public SubjectLine {
    tags = List.copyOf(tags);
  }

  /** Reads {@code subject}, which is decoded and unfolded. */
  public static SubjectLine parse(String subject) {
    return new SubjectParser(subject).parse();
  }

  /** Whether a tag is {@code tag}, in any case. */
  public boolean hasTag(String tag) {
    for (String each : tags) {
      if (each.equalsIgnoreCase(tag)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sender asks for comments only: {@code [RFC]}, {@code [PATCH/RFC]}. */
  public boolean isRfc() {
    return hasTag("RFC");
  }

  /** Whether the same thing is sent once more: {@code [PATCH RESEND]} and its synonyms. */
  public boolean isResend() {
    return holdsAny(tags, RESEND_WORDS);
  }

  /** Whether the brackets announce a patch or series: PATCH, RFC, a version or a position. */
  public boolean isPatch() {
    return number.isPresent() || position.isPresent() || announcesPatch(tags);
  }

  /** Returns the {@code N} of {@code vN}. */
  public OptionalInt version() {
    return number.isPresent() ? OptionalInt.of(number.get().number()) : OptionalInt.empty();
  }

  /** Returns the same subject with the version {@code settled}, and other tags. */
  public SubjectLine withNumber(Optional<VersionNumber> settled, List<String> otherTags) {
    return new SubjectLine(otherTags, settled, position, reply, title);
  }

  /** Returns the same subject as that of a mail which is no reply. */
  public SubjectLine withoutReplyMark() {
    return new SubjectLine(tags, number, position, false, title);
  }

  /**
   * Takes the last word for the version: {@code foo v2}. What only looks so ({@code support cgroup
   * v2}) is for the caller to tell, who knows other postings.
   *
   * @return nothing where the last word is no version, or there is one already
   */
  public Optional<SubjectLine> withVersionFromTitle() {
    int last = title.lastIndexOf(' ') + 1;
    boolean mayBe =
        number.isEmpty()
            && last > 1
            && last + 1 < title.length()
            && "vV".indexOf(title.charAt(last)) >= 0
            && VersionToken.isDigit(title.charAt(last + 1));
    Optional<TitleNumbers> read = mayBe ? TitleNumbers.lastWord(title) : Optional.empty();
    return read.isPresent()
        ? Optional.of(
            new SubjectLine(tags, read.get().version(), position, reply, read.get().title()))
        : Optional.empty();
  }

  /** Whether one of {@code words} announces a patch: PATCH, PATCHSET, RFC, in any case. */
  static boolean announcesPatch(List<String> words) {
    return holdsAny(words, PATCH_WORDS);
  }

  /** Whether {@code word} alone announces a patch. */
  static boolean isPatchWord(String word) {
    return PATCH_WORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** Whether {@code word} alone says how the same thing is sent: RFC, RESEND. */
  static boolean isMark(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return RESEND_WORDS.contains(upper) || upper.equals("RFC");
  }

  private static boolean holdsAny(List<String> words, Set<String> wanted) {
    for (String word : words) {
      if (wanted.contains(word.toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
