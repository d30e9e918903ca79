package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check that every test of a command makes notices a hint that cannot be typed. */
class PrintedHintsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hint: reroll dif a b",
        "hint: reroll review --jsn a",
        "hint: reroll html --write-refs a",
        "hint: reroll diff a --series",
        "error: no\nhint: reroll versions --latest a"
      })
  void hintThatCannotBeTypedFails(String err) {
    assertThatThrownBy(() -> PrintedHints.check(err)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hint: git log --nonsense",
        "hint: reroll --help",
        "hint: reroll diff v1.mbox - < v2.mbox",
        "hint: reroll review --only code,new MESSAGE-ID",
        "hint: reroll diff 'a b' -v 1 2"
      })
  void otherHintsPass(String err) {
    assertThatCode(() -> PrintedHints.check(err)).doesNotThrowAnyException();
  }
}
