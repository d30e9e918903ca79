package dev.reroll.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How versions are called. */
class VersionLabelTest {
  @Test
  void whatIsWrittenIsReadBack() {
    for (String name :
        List.of(
            "v1",
            "rfc-v3",
            "v6-resend",
            "v2b",
            "rfc-v2c-resend",
            "v2.1",
            "v6a",
            "v2rev1",
            "v3-rc1",
            "v2_final",
            "v2.0")) {
      assertThat(VersionLabel.parse(name)).as(name).hasToString("Optional[" + name + "]");
    }
  }

  @Test
  void aBareNumberIsAVersion() {
    assertThat(VersionLabel.parse("12")).contains(new VersionLabel(12, "", false, false, 0));
  }

  @Test
  void otherTextIsNoLabel() {
    for (String text : List.of("", "v", "v2.mbox", "rfc", "v-1", "v1234567")) {
      assertThat(VersionLabel.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void labelsThatReadAlikeAreEqual() {
    VersionLabel ours = new VersionLabel(2, "", false, false, 1);
    VersionLabel senders = new VersionLabel(2, "B", false, false, 0);
    assertThat(ours).isEqualTo(senders).hasSameHashCodeAs(senders);
    assertThat(VersionLabel.parse("v2-Resend")).contains(new VersionLabel(2, "", false, true, 0));
  }

  @Test
  void lettersGoOnBehindTheLast() {
    assertThat(new VersionLabel(1, "", false, false, 25)).hasToString("v1z");
    assertThat(new VersionLabel(1, "", false, false, 26)).hasToString("v1aa");
    assertThat(new VersionLabel(1, "", false, false, 52)).hasToString("v1ba");
  }

  @Test
  void numbersAreOrderedByWhatStandsBehindThem() {
    List<VersionLabel> labels =
        Stream.of("v2", "v3-rc1", "v3-rc2", "v3", "v3.0", "v3.2", "v3.10", "v3a", "v3b", "v4")
            .map(text -> VersionLabel.parse(text).orElseThrow())
            .toList();
    for (int i = 1; i < labels.size(); i++) {
      assertThat(labels.get(i)).as(labels.get(i).toString()).isGreaterThan(labels.get(i - 1));
    }
  }
}
