package dev.reroll.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How versions are called. */
class VersionLabelTest {
  @Test
  void whatIsWrittenIsReadBack() {
    for (String name : List.of("v1", "rfc-v3", "v6-resend", "v2b", "rfc-v2c-resend", "v2.1")) {
      assertThat(VersionLabel.parse(name)).as(name).hasToString("Optional[" + name + "]");
    }
  }

  @Test
  void aBareNumberIsAVersion() {
    assertThat(VersionLabel.parse("12")).contains(new VersionLabel(12, 0, false, false, 0));
  }

  @Test
  void otherTextIsNoLabel() {
    for (String text : List.of("", "v", "v2.mbox", "rfc", "2a", "v-1", "v1234567")) {
      assertThat(VersionLabel.parse(text)).as(text).isEmpty();
    }
  }
}
