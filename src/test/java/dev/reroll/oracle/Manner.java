package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a version travels: what {@code git format-patch} is asked, and what happens to its mails. */
record Manner(List<String> formatPatch, Set<Twist> twists, Container container) {
  /** What happens to mails after they were made. */
  enum Twist {
    NOTES,
    QUOTED_PRINTABLE,
    BASE64,
    CRLF_MAILBOX,
    MBOXRD,
    REPLIES,
    SHUFFLED,
    ODD_TAGS,
    LATIN_1,
    IN_BODY_SUBJECT
  }

  /** What the mails lie in when we read them. */
  enum Container {
    MBOX,
    GZIP,
    PATCH_FOLDER,
    MAILDIR
  }

  /** Draws the manner of one version of {@code count} patches. */
  static Manner draw(Chance chance, int count) {
    boolean plain = chance.percent(40);
    List<String> options = new ArrayList<>();
    Set<Twist> twists = EnumSet.noneOf(Twist.class);
    if (plain || count > 100) {
      return new Manner(options, twists, Container.MBOX);
    }
    drawOptions(options, chance);
    for (Twist twist : Twist.values()) {
      if (chance.percent(14)) {
        twists.add(twist);
      }
    }
    if (twists.contains(Twist.QUOTED_PRINTABLE)) {
      twists.remove(Twist.BASE64);
    }
    Container container = chance.percent(65) ? Container.MBOX : chance.of(Container.values());
    if (container == Container.MAILDIR) {
      twists.remove(Twist.MBOXRD);
    }
    return new Manner(options, twists, container);
  }

  private static void drawOptions(List<String> options, Chance chance) {
    for (String option :
        List.of("--thread", "--cover-letter", "--no-signature", "--full-index", "-n", "-v2")) {
      if (chance.percent(15)) {
        options.add(option);
      }
    }
    if (chance.percent(20)) {
      options.add("--from=Relay Person <relay@example.org>");
    }
    if (chance.percent(15)) {
      options.add("--subject-prefix=" + chance.of("RFC PATCH", "PATCH net-next", "PATCH RESEND"));
    }
  }

  boolean has(Twist twist) {
    return twists.contains(twist);
  }

  boolean hasCover() {
    return formatPatch.contains("--cover-letter");
  }
}
