package dev.reroll.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.cli.terminal.Pager.LessFlags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerTest {
  @ParameterizedTest
  @CsvSource({
    "less, FRX, true, false",
    "less, R, false, false",
    "less, -R -F, true, false",
    "less -+F, FRX, true, false",
    "less -+F -+X, FRX, false, false",
    "/usr/bin/less -S, R, false, true",
    "less --quit-if-one-screen, R, true, false",
    "less --+no-init, X, false, false",
    "less -PFX, R, false, false",
    "more, R, true, false"
  })
  void optionsOfLessTellWhatIsLeftOnTheScreen(
      String command, String fromEnvironment, boolean leaves, boolean chops) {
    LessFlags flags = LessFlags.of(command, fromEnvironment);
    assertThat(flags.leavesShortText()).isEqualTo(leaves);
    assertThat(flags.chopsLines()).isEqualTo(chops);
  }
}
