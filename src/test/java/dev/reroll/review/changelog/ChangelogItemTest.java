package dev.reroll.review.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.problem.Locator;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogItemTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- patch 3: take the lock|3",
        "- Patches 2-4, take the lock|2 3 4",
        "- take the lock in #3 and #5|3 5",
        "- [3/7] take the lock|3",
        "- take the lock (patch 3 and 5)|3 5",
        "- move the lock, patch 5 -> 6|5 6",
        "- take 3 locks|"
      })
  void numbersOfPatchesAreRead(String line, String numbers) {
    List<Integer> expected =
        numbers == null
            ? List.of()
            : List.of(numbers.split(" ")).stream().map(Integer::valueOf).toList();
    assertThat(item(line).numbers()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void namesOfCodeAreTold() {
    assertThat(item("- Take the lock in io_send() and main(), as Ada said (see io.c)").names())
        .containsExactlyInAnyOrder("io_send", "main", "io.c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- no changes",
        "- None",
        "- collect tags",
        "- add Reviewed-by of Ada",
        "- reword the commit message",
        "- rebase onto the tree of today",
        "- reorder patches"
      })
  void whatIsNoCodeTellsNothing(String line) {
    assertThat(item(line).tellsNothing()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"- address comments", "- fix the build", "- various cleanups", "- typos"})
  void whatMayMeanAnythingIsNotSpecific(String line) {
    assertThat(item(line).isSpecific()).isFalse();
    assertThat(item(line).tellsNothing()).isFalse();
  }

  @Test
  void entriesOfAListGoOnOverLines() {
    assertThat(items("- take the lock", "  in io_send()", "- drop it"))
        .extracting(ChangelogItem::text)
        .containsExactly("take the lock in io_send()", "drop it");
  }

  @Test
  void withoutAListEachLineIsOneUnlessItEndsInTheMiddle() {
    assertThat(items("take the lock in", "io_send()", "drop it", "", "say so"))
        .extracting(ChangelogItem::text)
        .containsExactly("take the lock in io_send()", "drop it", "say so");
  }

  private static ChangelogItem item(String line) {
    return items(line).get(0);
  }

  private static List<ChangelogItem> items(String... lines) {
    Envelope mail =
        new Envelope(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Person("Mira Holt", "mira.holt@example.org"),
            Optional.empty(),
            SubjectLine.parse("[PATCH v3] io"),
            "[PATCH v3] io",
            new Locator("test", 0));
    return ChangelogItem.of(new Changelog("v3:", OptionalInt.of(3), List.of(lines), mail));
  }
}
