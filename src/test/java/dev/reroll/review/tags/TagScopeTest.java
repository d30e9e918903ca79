package dev.reroll.review.tags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.review.tags.GivenTag.TagScope;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagScopeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "For the series:",
        "for the whole patch set",
        "I read it twice. For this series,",
        "The series looks good to me.",
        "Entire series is fine",
        "Series:",
        "Feel free to add my tag to all patches",
        "for all of the series"
      })
  void wordsOfTheWholeAreForTheSeries(String above) {
    assertThat(scope(above, "Ada <ada@example.org>")).isEqualTo(TagScope.SERIES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Looks good.",
        "If you post another patch set, please rebase it.",
        "The series before this one was worse. This is fine.",
        "I will look at the whole series later.",
        "I have not read the whole series."
      })
  void otherWordsSayNothing(String above) {
    assertThat(scope(above, "Ada <ada@example.org>")).isEqualTo(TagScope.UNSAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "For patches 1-3:",
        "for the first two patches of the series",
        "For the io bits:",
        "The whole series but the last patch:"
      })
  void wordsOfAPartAreForSome(String above) {
    assertThat(scope(above, "Ada <ada@example.org>")).isEqualTo(TagScope.SOME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada <ada@example.org> # io", "Ada <ada@example.org> (patch 2)"})
  void remarkBehindTheAddressLimitsIt(String value) {
    assertThat(scope("For the series:", value)).isEqualTo(TagScope.SOME);
  }

  private static TagScope scope(String above, String value) {
    return TagScope.ofSentence(List.of(above)).with(TagScope.of(value, List.of()));
  }
}
