package dev.reroll.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import org.junit.jupiter.api.Test;

/** What of a mail a terminal must not obey. */
class VisibleTextTest {
  @Test
  void controlCharactersAreWrittenWithACaret() {
    assertThat(VisibleText.of("a\u001b[31m\u0007\r\u007f")).isEqualTo("a^[[31m^G^M^?");
  }

  @Test
  void tabsAndOrdinaryTextStay() {
    assertThat(VisibleText.of("\tgr\u00fc\u00df \u4e2d \ud83d\ude00"))
        .isEqualTo("\tgr\u00fc\u00df \u4e2d \ud83d\ude00");
  }

  @Test
  void controlCharactersOfTheSecondSetAreNamed() {
    assertThat(VisibleText.of("\u009b31m")).isEqualTo("<U+009B>31m");
  }

  @Test
  void charactersThatTurnTheDirectionAreNamed() {
    assertThat(VisibleText.of("\u202ea\u2066b\u200f\u061c"))
        .isEqualTo("<U+202E>a<U+2066>b<U+200F><U+061C>");
  }

  @Test
  void octetsThatAreNotUtf8AreNamedOneByOne() {
    byte[] latin = {'g', 'r', (byte) 0xfc, 'n', (byte) 0xe4, (byte) 0xb8, (byte) 0x9b};
    OctetBuilder out = new OctetBuilder(16);

    VisibleText.append(Octets.wrap(latin), 0, 6, out);

    assertThat(out.toOctets().toString()).isEqualTo("gr<FC>n<E4><B8>");
  }
}
