package dev.reroll.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.MemoryTree;
import dev.reroll.apply.Tried;
import dev.reroll.apply.run.PatchRun.PathCheck;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.bytes.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../../x",
        "./x",
        "a//x",
        "/etc/passwd",
        "a/",
        ".git/config",
        "a/.GIT/hooks/x",
        ".git ./x",
        ".git::$INDEX_ALLOCATION/x",
        "git~1/x",
        ".git\\hooks\\x"
      })
  void pathThatLeavesTheTreeIsNotAllowed(String path) {
    assertThat(PathCheck.isAllowed(Octets.utf8(path), EntryMode.FILE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", ".gitignore", "a/.gitmodules", "..x", "...", "git~1x", "a b", ".gitx"})
  void ordinaryPathIsAllowed(String path) {
    assertThat(PathCheck.isAllowed(Octets.utf8(path), EntryMode.FILE)).isTrue();
  }

  @Test
  void modulesFileIsNoLink() {
    assertThat(PathCheck.isAllowed(Octets.utf8(".gitmodules"), EntryMode.SYMLINK)).isFalse();
  }

  @Test
  void patchToSuchAPathIsRefused() {
    String diff = "diff --git a/../x b/../x\nnew file mode 100644\nindex 0000000..e69de29\n";
    assertThat(Tried.on(new MemoryTree(), diff).refusal()).isEqualTo("../x: invalid path");
  }
}
