package dev.reroll.mail;

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
record PatchFileName(OptionalInt version, OptionalInt ordinal, String title) {
  /** Reads {@code name}, with or without folders before it; {@code add-a-thing_v5.diff} too. */
  static PatchFileName read(String name) {
    String plain = withoutEndings(name.substring(name.lastIndexOf('/') + 1));
    int dash = versionEnd(plain);
    int mark = Math.max(plain.lastIndexOf("-v"), plain.lastIndexOf("_v"));
    OptionalInt version = OptionalInt.empty();
    if (dash > 0) {
      version = VersionToken.number(plain.substring(1, dash));
    } else if (mark > 0) {
      version = VersionToken.number(plain.substring(mark + 2));
    }
    boolean behind = dash <= 0 && version.isPresent();
    return numbered(version, behind ? plain.substring(0, mark) : plain.substring(dash + 1));
  }

  private static PatchFileName numbered(OptionalInt version, String rest) {
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
    boolean isNumber = dash > 1 && VersionToken.number(name.substring(1, dash)).isPresent();
    return marked && isNumber ? dash : -1;
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
