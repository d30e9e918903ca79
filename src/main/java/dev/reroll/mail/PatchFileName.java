package dev.reroll.mail;

import dev.reroll.mail.subject.Position;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.mail.subject.VersionNumber;
import dev.reroll.mail.subject.VersionToken;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the name of a patch file, as {@code git format-patch} gives it: {@code
 * v5-0001-add-a-thing.patch}.
 *
 * @param version the {@code N} of {@code vN-}
 * @param ordinal the number of the patch; 0 is the cover letter
 * @param title the rest, with blanks for dashes
 */
record PatchFileName(Optional<VersionNumber> version, OptionalInt ordinal, String title) {
  /** Reads {@code name}, with or without folders before it; {@code add-a-thing_v5.diff} too. */
  static PatchFileName read(String name) {
    String plain = withoutEndings(name.substring(name.lastIndexOf('/') + 1));
    int dash = versionEnd(plain);
    int mark = Math.max(plain.lastIndexOf("-v"), plain.lastIndexOf("_v"));
    Optional<VersionNumber> version = Optional.empty();
    if (dash > 0) {
      version = VersionToken.split(plain.substring(0, dash)).version();
    } else if (mark > 0) {
      version = VersionToken.split(plain.substring(mark + 1)).version();
    }
    boolean behind = dash <= 0 && version.isPresent();
    return numbered(version, behind ? plain.substring(0, mark) : plain.substring(dash + 1));
  }

  private static PatchFileName numbered(Optional<VersionNumber> version, String rest) {
    int digits = 0;
    while (digits < rest.length() && rest.charAt(digits) >= '0' && rest.charAt(digits) <= '9') {
      digits++;
    }
    boolean numbered = digits == 4 && (digits == rest.length() || rest.charAt(digits) == '-');
    OptionalInt ordinal =
        numbered ? VersionToken.number(rest.substring(0, digits)) : OptionalInt.empty();
    String title = numbered ? rest.substring(digits) : rest;
    return new PatchFileName(version, ordinal, title.replace('-', ' ').strip());
  }

  private static int versionEnd(String name) {
    boolean marked = name.startsWith("v") || name.startsWith("V");
    int dash = name.indexOf('-');
    while (marked && dash > 1) {
      VersionToken token = VersionToken.split(name.substring(0, dash));
      boolean isVersion = token.version().isPresent() && token.tags().isEmpty();
      int next = name.indexOf('-', dash + 1);
      // "v3-rc1-0001-foo": a dash may belong to the version.
      boolean isShort = next < 0 || !isOrdinal(name, next + 1) || isOrdinal(name, dash + 1);
      if (isVersion && isShort) {
        return dash;
      }
      dash = isVersion ? next : -1;
    }
    return -1;
  }

  private static boolean isOrdinal(String name, int from) {
    int end = from;
    while (end < name.length() && VersionToken.isDigit(name.charAt(end))) {
      end++;
    }
    return end - from == 4 && (end == name.length() || name.charAt(end) == '-');
  }

  private static String withoutEndings(String name) {
    String plain = name;
    for (String ending : List.of(".gz", ".txt", ".patch", ".diff", ".eml")) {
      if (plain.endsWith(ending)) {
        plain = plain.substring(0, plain.length() - ending.length());
      }
    }
    return plain;
  }

  /**
   * Returns the subject that a mail with this patch would have.
   *
   * @param total how many patches there are; 0 where that is unknown
   */
  SubjectLine subject(int total) {
    Optional<Position> position =
        ordinal.isPresent()
            ? Optional.of(new Position(ordinal.getAsInt(), total))
            : Optional.empty();
    return new SubjectLine(List.of("PATCH"), version, position, false, title);
  }
}
