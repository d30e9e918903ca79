package dev.reroll.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a subject as people write it: {@code Re: [RFC PATCH net-next v2 03/10] net: fix it}.
 *
 * <p>A kernel version in brackets ({@code v6.20}, {@code v5.10.y}) is a tag, no version of the
 * series. A partial reroll ({@code v2.1}) has version 2, and its token stays among the tags.
 *
 * @param tags the words of the leading bracket groups as written, without version and position
 * @param version the {@code N} of {@code vN}, also where it is glued to a word ({@code PATCHv3})
 * @param position the {@code n/m}, where there is one
 * @param reply whether {@code Re:}, {@code AW:}, {@code Fwd:} or the like stands before or between
 *     the bracket groups
 * @param title what remains, its white space made single blanks
 */
public record SubjectLine(
    List<String> tags,
    OptionalInt version,
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

  /** Says whether a tag is {@code tag}, in any case. */
  public boolean hasTag(String tag) {
    for (String each : tags) {
      if (each.equalsIgnoreCase(tag)) {
        return true;
      }
    }
    return false;
  }

  /** Says whether the sender asks for comments only: {@code [RFC]}, {@code [PATCH/RFC]}. */
  public boolean isRfc() {
    return hasTag("RFC");
  }

  /** Says whether the same thing is sent once more: {@code [PATCH RESEND]} and its synonyms. */
  public boolean isResend() {
    return holdsAny(tags, RESEND_WORDS);
  }

  /** Says whether the brackets announce a patch or series: PATCH, RFC, a version or a position. */
  public boolean isPatch() {
    return version.isPresent() || position.isPresent() || announcesPatch(tags);
  }

  /** Returns the 1 of {@code [PATCH v2.1 3/5]}, a reroll of single patches of version 2. */
  public OptionalInt partialVersion() {
    for (String tag : tags) {
      OptionalInt minor = VersionToken.minorOf(tag);
      if (minor.isPresent()) {
        return minor;
      }
    }
    return OptionalInt.empty();
  }

  /** Says whether one of {@code words} announces a patch: PATCH, PATCHSET, RFC, in any case. */
  static boolean announcesPatch(List<String> words) {
    return holdsAny(words, PATCH_WORDS);
  }

  /** Says whether {@code word} alone announces a patch. */
  static boolean isPatchWord(String word) {
    return PATCH_WORDS.contains(word.toUpperCase(Locale.ROOT));
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
