package dev.reroll.render.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails may hold titles of any length: what is cut is looked at once. */
@Timeout(10)
class CutTitleTest {
  @Test
  void titleOfAMillionCharactersIsCut() {
    assertThat(MailTable.clipped("s".repeat(1_000_000), 20)).isEqualTo("s".repeat(17) + "...");
  }

  @Test
  void cutTextTakesWideCharactersForTwoColumns() {
    assertThat(MailTable.clipped("\u4e2d".repeat(20), 20)).isEqualTo("\u4e2d".repeat(8) + "...");
  }
}
