package dev.reroll.review.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.mail.Person;
import dev.reroll.review.result.Tag.PersonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamePersonTest {
  private static final Person ADA = new Person("Ada Lind", "ada@example.org");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Lind <lind@work.example.org>",
        "A. Lind <ADA@example.org>",
        "ada+lists@example.org",
        "Lind, Ada <x@example.org>",
        "ada lind (work) <x@example.org>",
        "\"Ada Lind\" <x@example.org>",
        "Ada Lind <x@example.org> # on one machine"
      })
  void personIsKnownByAddressOrByFullName(String other) {
    assertThat(SamePerson.test(ADA, PersonText.read(other).orElseThrow())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada <x@example.org>", "Ada Holt <x@example.org>", "x@example.org"})
  void firstNameAloneIsNobody(String other) {
    assertThat(SamePerson.test(ADA, PersonText.read(other).orElseThrow())).isFalse();
    Person ada = new Person("Ada", "one@example.org");
    assertThat(SamePerson.test(ada, new Person("Ada", "two@example.org"))).isFalse();
  }
}
