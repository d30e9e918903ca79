package dev.reroll.review.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagRulesTest {
  @ParameterizedTest
  @CsvSource({
    "include/uapi/linux/io.h, uapi",
    "arch/x86/include/uapi/asm/io.h, uapi",
    "tools/include/uapi/linux/io.h, ",
    "include/uapi, ",
    "Documentation/netlink/specs/net.yaml, uapi",
    "Kconfig, kconfig",
    "drivers/io/Kconfig, kconfig",
    "drivers/io/Kconfig.debug, kconfig",
    "drivers/io/Kconfigured.c, ",
    "Documentation/devicetree/bindings/io/io.yaml, device-tree-binding",
    "qapi/block.json, qapi",
    "qapi/deep/block.json, qapi",
    "src/include/catalog/catversion.h, catalog",
    "command-list.txt, command-list",
    "doc/command-list.txt, "
  })
  void pathsOfTheUsualProjectsHaveTheirFlags(String path, String flag) {
    assertThat(FlagRules.STANDARD.flagOf(path).orElse(null)).isEqualTo(flag);
  }

  @ParameterizedTest
  @CsvSource({
    "a*.c, abc.c, true",
    "a*.c, a/b.c, false",
    "a**.c, a/b.c, true",
    "a?c, abc, true",
    "a?c, a/c, false",
    "*/io/*, x/io/y, true",
    "*/io/*, x/y/io/z, false",
    "**/io/*.h, io/a.h, true",
    "**/io/*.h, x/y/io/a.h, true",
    "**/io/*.h, x/y/io/z/a.h, false",
    "x/**, x/, true",
    "x/**, x, false"
  })
  void starsStandForNamesAndFolders(String pattern, String path, boolean isTaken) {
    FlagRules rules = FlagRules.STANDARD.with("mine", List.of(pattern));
    assertThat(rules.flagOf(path).filter("mine"::equals).isPresent()).isEqualTo(isTaken);
  }

  @Test
  void otherPatternsReplaceThoseOfAFlag() {
    FlagRules off = FlagRules.STANDARD.with("uapi", List.of());
    assertThat(off.flagOf("include/uapi/io.h")).isEmpty();
    FlagRules mine = FlagRules.STANDARD.with("mine", List.of("io/**", "!io/doc/**"));
    assertThat(mine.flagOf("io/a.c")).hasValue("mine");
    assertThat(mine.flagOf("io/doc/a.c")).isEmpty();
  }

  @Test
  void longPathsOfStarsTakeNoTime() {
    FlagRules rules =
        FlagRules.STANDARD.with("mine", List.of("**/a*a*a*a*a*a*a*a*b", "**a**a**a**a**b"));
    assertThat(rules.flagOf("a/".repeat(5_000) + "a".repeat(5_000))).isEmpty();
  }
}
