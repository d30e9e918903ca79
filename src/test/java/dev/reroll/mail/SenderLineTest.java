package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A U Thor <a@example.org> | A U Thor | a@example.org",
        "\"Thor, A U\" <a@example.org> | Thor, A U | a@example.org",
        "\"A \\\"U\\\" Thor\" <a@example.org> | A \"U\" Thor | a@example.org",
        "a@example.org | a@example.org | a@example.org",
        "a@example.org (A U Thor) | A U Thor | a@example.org",
        "(A U Thor) <a@example.org> | A U Thor | a@example.org",
        "A (U) Thor <a@example.org> | A (U) Thor | a@example.org",
        "A U Thor (Work) <a@example.org> | A U Thor (Work) | a@example.org",
        "\"list@example.org\" <a@example.org> | list@example.org | list@example.org",
        "A Thor <a@example.org>, B <b@example.org> | a@example.org | a@example.org",
        "A U Thor <a@example.org | A U Thor | a@example.org",
        "A U Thor < a@example.org > | a@example.org | a@example.org",
        "A U Thor <bogus> | A U Thor | bogus",
        "\"A\" \"B\" <bogus> | \"A\" \"B\" | bogus",
      })
  void isReadAsGitReadsIt(String header, String name, String address) {
    assertThat(SenderLine.read(header)).isEqualTo(new Person(name, address));
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "61, 13"})
  void nameOfMoreThanSixtyOctetsIsReplacedByTheAddress(int length, int expected) {
    Person person = SenderLine.read("x".repeat(length) + " <a@example.org>");
    assertThat(person.name()).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"A U Thor Jr. | A U Thor Jr", "'A Thor' | A Thor", "A. Thor | A. Thor"})
  void punctuationAtTheEndsIsNotCommitted(String name, String expected) {
    assertThat(SenderLine.asCommitted(new Person(name, "a@example.org")).name())
        .isEqualTo(expected);
  }
}
