package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index line names is read in one place, however mails mangle it. */
class IndexIdsTest {
  @ParameterizedTest
  @CsvSource({
    "1234567..89abcde, 1234567, 89abcde",
    "0000000..e69de29, 0000000, e69de29",
    "ABCDEF1..89abcde, ABCDEF1, 89abcde",
    "1234567..xyz, 1234567, ''",
    "a.b..89abcde, '', 89abcde",
    "1234567...89abcde, 1234567, ''"
  })
  void namesBothIds(String text, String before, String after) {
    IndexIds ids = IndexIds.of(Octets.utf8(text));
    assertThat(ids.isPair()).isTrue();
    assertThat(ids.before()).isEqualTo(before);
    assertThat(ids.after()).isEqualTo(after);
    assertThat(ids).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "1234567.89abcde", "."})
  void namesNoneWithoutTwoDots(String text) {
    IndexIds ids = IndexIds.of(Octets.utf8(text));
    assertThat(ids.isPair()).isFalse();
    assertThat(ids.before() + ids.after()).isEmpty();
    assertThat(ids.abbreviated(3)).isSameAs(ids);
  }

  @Test
  void abbreviatesEachId() {
    IndexIds ids = IndexIds.of(Octets.utf8("123456789..89abc"));
    assertThat(ids.abbreviated(7)).isEqualTo(IndexIds.of(Octets.utf8("1234567..89abc")));
    assertThat(IndexIds.of(Octets.EMPTY)).isSameAs(IndexIds.NONE);
  }
}
