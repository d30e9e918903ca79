package dev.reroll.repo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitRangeTest {
  @Test
  void twoDotsLeaveOutWhatTheFirstHas() {
    assertThat(CommitRange.parse("a..b"))
        .contains(new CommitRange("a..b", List.of("b"), List.of("a")));
    assertThat(CommitRange.parse("HEAD~5.."))
        .contains(new CommitRange("HEAD~5..", List.of(""), List.of("HEAD~5")));
  }

  @Test
  void aCommitWithoutItsParentsIsARange() {
    assertThat(CommitRange.parse("a^!"))
        .contains(new CommitRange("a^!", List.of("a"), List.of("a^@")));
    assertThat(CommitRange.parse("a^-"))
        .contains(new CommitRange("a^-", List.of("a"), List.of("a^1")));
    assertThat(CommitRange.parse("a^-2"))
        .contains(new CommitRange("a^-2", List.of("a"), List.of("a^2")));
  }

  @Test
  void threeDotsAreTwoRanges() {
    assertThat(CommitRange.parseSymmetric("a...b"))
        .contains(
            List.of(
                new CommitRange("b..a", List.of("a"), List.of("b")),
                new CommitRange("a..b", List.of("b"), List.of("a"))));
    assertThat(CommitRange.parse("a...b")).isEmpty();
    assertThat(CommitRange.parseSymmetric("a..b")).isEmpty();
  }

  @Test
  void otherWordsAreNoRange() {
    for (String word : List.of("a", "a^", "^!", "^-1", "a^-x", "v1.mbox")) {
      assertThat(CommitRange.parse(word)).as(word).isEqualTo(Optional.empty());
    }
  }
}
