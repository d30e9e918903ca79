package dev.reroll.review.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.problem.Locator;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Changes in v3:|3",
        "Changes since v2:|3",
        "changes since v2 RFC|3",
        "v2 -> v3:|3",
        "v2->v3|3",
        "v3:|3",
        "- V3:|3",
        "Changes from v2 to v3:|3",
        "Changelog since v2:|3",
        "Changes compared to v2:|3",
        "Changes relative to v2:|3",
        "Changes against v2:|3",
        "Changes over v2:|3",
        "Diff from v2:|3",
        "Changes since v2 [1]:|3",
        "Changes since v2;|3",
        "RFC v2 -> RFC v3:|3",
        "RFC -> v3:|3",
        "V2->V3:|3",
        "RFC v3:|3",
        "v3 changes:|3",
        "Changes v3:|3"
      })
  void headingTellsTheVersion(String heading, int version) {
    List<Changelog> read = read(heading + "\n - one\n - two\n");
    assertThat(read).hasSize(1);
    assertThat(read.get(0).version()).hasValue(version);
    assertThat(read.get(0).lines()).containsExactly(" - one", " - two");
  }

  @Test
  void textMayStandBehindTheHeading() {
    assertThat(read("v2: fix the build\n").get(0).lines()).containsExactly("fix the build");
  }

  @Test
  void nextHeadingEndsAChangelog() {
    List<Changelog> read = read("v3:\n - one\n\nv2:\n - two\n");
    assertThat(read).extracting(log -> log.version().orElseThrow()).containsExactly(3, 2);
    assertThat(read.get(0).lines()).containsExactly(" - one");
  }

  @Test
  void paragraphThatIsNoListEndsAChangelog() {
    assertThat(read("v3:\n - one\n\nThis is about something else.\n").get(0).lines())
        .containsExactly(" - one");
  }

  @Test
  void ruleEndsAChangelog() {
    assertThat(read("Changes in v2:\n- one\n---\nmore\n").get(0).lines()).containsExactly("- one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"---", "--------------", "==============", "~~~~~~~~~~~~~~"})
  void ruleBelowAHeadingUnderlinesIt(String rule) {
    String text = "Changes in v3:\n%s\n- one\n\nChanges in v2:\n%s\n- two\n\nTests\n%s\n- no\n";
    List<Changelog> read = read(text.formatted(rule, rule, rule));
    assertThat(read).extracting(log -> log.version().orElseThrow()).containsExactly(3, 2);
    assertThat(read)
        .extracting(Changelog::lines)
        .containsExactly(List.of("- one"), List.of("- two"));
  }

  @Test
  void otherUnderlinedHeadingEndsAChangelog() {
    assertThat(read("v2:\n- one\nTests\n=====\n- no\n").get(0).lines()).containsExactly("- one");
  }

  @Test
  void shortRuleBelowTextEndsAChangelog() {
    assertThat(read("v2:\nfix the build\n---\nmore\n").get(0).lines())
        .containsExactly("fix the build");
  }

  @Test
  void headingMayHaveALinkBehindIt() {
    List<Changelog> read =
        read("v3: https://lists.example.org/3\n- one\nv2: <https://lists.example.org/2>\n - two\n");
    assertThat(read).extracting(Changelog::heading).containsExactly("v3:", "v2:");
    assertThat(read)
        .extracting(Changelog::lines)
        .containsExactly(List.of("- one"), List.of(" - two"));
  }

  @Test
  void linkToAnotherVersionEndsAChangelog() {
    List<Changelog> read =
        read(
            "v3:\n- one\n\nv2: https://lists.example.org/2\nv1: https://lists.example.org/1\nBye\n");
    assertThat(read).hasSize(1);
    assertThat(read.get(0).lines()).containsExactly("- one");
  }

  @Test
  void linkBelowAHeadingMakesItAnEntryOfAListOfLinks() {
    assertThat(read("v2:\n  https://lists.example.org/2\n\n  tree:\n  https://example.org/tree\n"))
        .isEmpty();
  }

  @Test
  void diffstatEndsAChangelog() {
    assertThat(read("v3:\n - one\n io.c | 2 +-\n").get(0).lines()).containsExactly(" - one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v2: https://lists.example.org/2",
        "Range-diff against v2:",
        "This was in v2 already",
        "Since v2 was sent the tree moved on"
      })
  void linkOrSentenceIsNoHeading(String line) {
    assertThat(read(line + "\n")).isEmpty();
  }

  private static List<Changelog> read(String text) {
    Person sender = new Person("Mira Holt", "mira.holt@example.org");
    Envelope mail =
        new Envelope(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            sender,
            Optional.empty(),
            SubjectLine.parse("[PATCH v3] io"),
            "[PATCH v3] io",
            new Locator("test", 0));
    return ChangelogReader.read(text, mail);
  }
}
