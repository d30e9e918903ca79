package dev.reroll.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenWordsTest {
  @Test
  void mailboxesAloneAreWhatTheParserWouldTakeThemFor() throws Refusal {
    List<String> words =
        List.of("v1.mbox", "-", "", " ", "@file", "a=b", "=", "'quoted'", "\"too\"", "a,b", "–n");

    assertThat(GivenWords.MailboxesOnly.are(words)).isTrue();
    assertThat(new GivenWords.MailboxesOnly(words).positionals())
        .isEqualTo(DiffOptions.parsed(words).positionals());
  }

  @Test
  void nothingAtAllIsWhatTheParserWouldTakeItFor() throws Refusal {
    GivenWords parsed = DiffOptions.parsed(List.of());
    GivenWords unparsed = new GivenWords.MailboxesOnly(List.of());

    assertThat(unparsed.positionals()).isEqualTo(parsed.positionals());
    assertThat(unparsed.has(OutputChoice.QUIET)).isEqualTo(parsed.has(OutputChoice.QUIET));
    assertThat(unparsed.value(CompareOptions.SERIES))
        .isEqualTo(parsed.value(CompareOptions.SERIES));
    assertThat(unparsed.values(CompareOptions.VERSIONS))
        .isEqualTo(parsed.values(CompareOptions.VERSIONS));
  }

  @Test
  void whateverMayBeAnOptionIsForTheParser() {
    for (String option : List.of("-s", "--", "--color=never", "-U3", "--nonsense")) {
      assertThat(GivenWords.MailboxesOnly.are(List.of("v1.mbox", option, "v2.mbox"))).isFalse();
    }
  }
}
