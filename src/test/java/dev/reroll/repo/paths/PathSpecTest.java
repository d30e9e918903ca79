package dev.reroll.repo.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.problem.Refusal;
import org.junit.jupiter.api.Test;

/** Pathspecs as gitglossary(7) has them; the oracle holds more of them against git. */
class PathSpecTest {
  private static boolean matches(String spec, String folder, String path) throws Refusal {
    return PathSpec.parse(spec, folder, PathSpec.Magic.NONE).matches(path);
  }

  @Test
  void aFolderIsAllThatIsBelow() throws Refusal {
    assertThat(matches("src", "", "src/a.c")).isTrue();
    assertThat(matches("src/", "", "src/a/b.c")).isTrue();
    assertThat(matches("src", "", "src2/a.c")).isFalse();
    assertThat(matches(".", "", "anything")).isTrue();
  }

  @Test
  void pathsCountFromTheFolderUnlessTheyBeginAtTheTop() throws Refusal {
    assertThat(matches("a.c", "src/", "src/a.c")).isTrue();
    assertThat(matches("../a.c", "src/", "a.c")).isTrue();
    assertThat(matches(":/a.c", "src/", "a.c")).isTrue();
    assertThatThrownBy(() -> PathSpec.parse("../../a.c", "src/", PathSpec.Magic.NONE))
        .isInstanceOf(Refusal.class)
        .hasMessage("'../../a.c' is outside the repository");
  }

  @Test
  void aStarCrossesSlashesUnlessItIsAGlob() throws Refusal {
    assertThat(matches("*.c", "", "src/a.c")).isTrue();
    assertThat(matches(":(glob)*.c", "", "src/a.c")).isFalse();
    assertThat(matches(":(glob)**/*.c", "", "src/sub/a.c")).isTrue();
    assertThat(matches(":(literal)*.c", "", "src/a.c")).isFalse();
    assertThat(matches("[!b]?.c", "", "ax.c")).isTrue();
    assertThat(matches("[!b]?.c", "", "bx.c")).isFalse();
  }

  @Test
  void magicThatIsUnknownIsRefused() {
    assertThatThrownBy(() -> PathSpec.parse(":(attr:x)a", "", PathSpec.Magic.NONE))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot follow 'attr:x' in pathspec ':(attr:x)a'");
  }
}
