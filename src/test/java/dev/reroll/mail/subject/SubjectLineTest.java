package dev.reroll.mail.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectLineTest {
  private static String read(String subject) {
    SubjectLine line = SubjectLine.parse(subject);
    String version = line.number().map(VersionNumber::toString).orElse("-");
    String position = line.position().map(Position::toString).orElse("-");
    return String.join("+", line.tags())
        + " "
        + version
        + " "
        + position
        + (line.reply() ? " re " : " ")
        + line.title();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PATCH] a: b | PATCH - - a: b",
        "[PATCH v2 3/10 net-next] a | PATCH+net-next v2 3/10 a",
        "[PATCHv3] a | PATCH v3 - a",
        "[PATCHV3 1/2] a | PATCH v3 1/2 a",
        "[RFC PATCH] a | RFC+PATCH - - a",
        "[PATCH RFC] a | PATCH+RFC - - a",
        "[PATCH/RFC v2] a | PATCH+RFC v2 - a",
        "[RFCv2 1/3] a | RFC v2 1/3 a",
        "[PATCH RESEND v2] a | PATCH+RESEND v2 - a",
        "[RFC v1] a | RFC v1 - a",
        "[PATCH net v2 0/1] a | PATCH+net v2 0/1 a",
        "[PATCH [v2] 1/2] a | PATCH v2 1/2 a",
        "[PATCH 6/5] a | PATCH - 6/5 a",
        "[PATCH 03/10] a | PATCH - 3/10 a",
        "[PATCHSET v2 0/6] a | PATCHSET v2 0/6 a",
        "[PATCH][next][V2] a | PATCH+next v2 - a",
        "[PATCH v6.20] a | PATCH+v6.20 - - a",
        "[PATCH v5.10.y 1/1] a | PATCH+v5.10.y - 1/1 a",
        "[PATCH v6.1 v2 1/3] a | PATCH+v6.1 v2 1/3 a",
        "[PATCH 5.15] a | PATCH+5.15 - - a",
        "[PATCH nf-next,v2] a | PATCH+nf-next v2 - a",
        "[PATCH nf-next 1/2,v2] a | PATCH+nf-next v2 1/2 a",
        "[PATCH V2] a | PATCH v2 - a",
        "[PATCH -next v3] a | PATCH+-next v3 - a",
        "[PATCH-v4] a | PATCH v4 - a",
        "[PATCH v2.1 2/5] a | PATCH v2.1 2/5 a",
        "[patch V2 00/10] a | patch v2 0/10 a",
        "[PATCH wq/for-6.9-fixes] a | PATCH+wq/for-6.9-fixes - - a",
        "[PATCH ipv6 1/2] a | PATCH+ipv6 - 1/2 a",
        "[PATCH] [media] a | PATCH+media - - a",
        "[PATCH v2] a [b] c | PATCH v2 - a [b] c",
        "[foo bar | - - [foo bar",
        "Re: [PATCH v2 1/2] a | PATCH v2 1/2 re a",
        "AW: Re: [PATCH] a | PATCH - - re a",
        "Fwd: [PATCH] a | PATCH - - re a",
        "答复: [PATCH] a | PATCH - - re a",
        "Re[2]: [PATCH] a | PATCH - - re a",
        "[list] Re: [PATCH] a | list+PATCH - - re a",
        "[PATCH] Re: a | PATCH - - re a",
        "Reply: a | - - Reply: a",
        "res: a | - - res: a",
        "WG: [PATCH] a | PATCH - - re a",
        "SV: Re: a | - - re a",
        "[PATCH] fw: a | PATCH - - fw: a",
        "[PATCH v99999 1/2] a | PATCH+v99999 - 1/2 a",
        "[GIT PULL] a | GIT+PULL - - a",
        "[PATCH v6a] a | PATCH v6a - a",
        "[PATCHv3a 1/2] a | PATCH v3a 1/2 a",
        "[PATCH v2rev1] a | PATCH v2rev1 - a",
        "[PATCH v4rev2 2/3] a | PATCH v4rev2 2/3 a",
        "[PATCH v2-resend] a | PATCH+resend v2 - a",
        "[PATCH v2_final] a | PATCH v2_final - a",
        "[PATCH v3-rc1] a | PATCH v3-rc1 - a",
        "[PATCH V2-RFC 1/2] a | PATCH+RFC v2 1/2 a",
        "[PATCH v2fix] a | PATCH v2fix - a",
        "[PATCH v2-next] a | PATCH+next v2 - a",
        "[PATCH v4.4] a | PATCH v4.4 - a",
        "[PATCH v2.0 1/2] a | PATCH v2.0 1/2 a",
        "[PATCH v6.6 v2 1/3] a | PATCH+v6.6 v2 1/3 a",
        "[PATCH v2 v6.6 1/3] a | PATCH+v6.6 v2 1/3 a",
        "[PATCH v4l-utils 1/2] a | PATCH+v4l-utils - 1/2 a",
        "[PATCH v6.x] a | PATCH+v6.x - - a",
        "[PATCH v6.6-rc3] a | PATCH+v6.6-rc3 - - a",
        "[PATCH version 2] a | PATCH v2 - a",
        "[PATCH ver2 1/2] a | PATCH v2 1/2 a",
        "[PATCH rev. 3] a | PATCH v3 - a",
        "[PATCH take 4 1/2] a | PATCH v4 1/2 a",
        "[PATCH v 2] a | PATCH v2 - a",
        "[PATCH1/3] a | PATCH - 1/3 a",
        "[PATCHv2 1/3] a | PATCH v2 1/3 a",
        "[PATCH v2-1/3] a | PATCH v2 1/3 a",
        "[PATCH v2,1/3] a | PATCH v2 1/3 a",
        "[PATCH v2:1/3] a | PATCH v2 1/3 a",
        "[PATCH v21/3] a | PATCH v2 1/3 a",
        "[PATCH v211/12] a | PATCH v2 11/12 a",
        "[PATCH 1/3v2] a | PATCH v2 1/3 a",
        "[PATCH 1 of 3] a | PATCH - 1/3 a",
        "[PATCH 0 of 3 V2] a | PATCH v2 0/3 a",
        "[PATCH v2 1 / 3] a | PATCH v2 1/3 a",
        "[PATCH v2 1/ 3] a | PATCH v2 1/3 a",
        "[PATCH v2 1 /3] a | PATCH v2 1/3 a",
        "[PATCH 1/3/3] a | PATCH - 1/3 a",
        "[PATCH 1/n] a | PATCH - 1/0 a",
        "[PATCH v2 2/N] a | PATCH v2 2/0 a",
        "[PATCH wq/for-6.9] a | PATCH+wq/for-6.9 - - a",
        "[PATCH v2} a | PATCH v2 - a",
        "[PATCH v2[ a | PATCH v2 - a",
        "[PATCH v2 a | PATCH v2 - a",
        "[PATCH v2) a | PATCH v2 - a",
        "[PATCH v2 1/3 a b | PATCH v2 1/3 a b",
        "[PATCH net-next v2 1/3 a | PATCH+net-next v2 1/3 a",
        "PATCH v2] a | PATCH v2 - a",
        "PATCH v2 1/3] a | PATCH v2 1/3 a",
        "PATCH v2: a | PATCH v2 - a",
        "PATCH: a | PATCH - - a",
        "(PATCH v2) a | PATCH v2 - a",
        "{PATCH 1/2} a | PATCH - 1/2 a",
        "[PATCH v2} fix a[1] | PATCH v2 - fix a[1]",
        "PCI: a | - - PCI: a",
        "Patches welcome | - - Patches welcome",
        "[PATCH] a, v2 | PATCH v2 - a",
        "[PATCH] a (v2) | PATCH v2 - a",
        "[PATCH] a [v2] | PATCH v2 - a",
        "[PATCH] v2: a | PATCH v2 - a",
        "[PATCH] (v3) a | PATCH v3 - a",
        "[PATCH 2/3] a b, V2 | PATCH v2 2/3 a b",
        "[PATCH] support cgroup v2 | PATCH - - support cgroup v2",
        "[PATCH v3] support cgroup v2 | PATCH v3 - support cgroup v2",
        "[PATCH v2] a, v3 | PATCH v2 - a, v3",
        "[PATCH] 1/3: a | PATCH - 1/3 a",
        "[PATCH v2] a (1/3) | PATCH v2 1/3 a",
        "[PATCH 1/2] 9/11 was a day | PATCH - 1/2 9/11 was a day",
        "[PATCH] 5/6 of it | PATCH - - 5/6 of it",
      })
  void isReadAsPeopleWriteIt(String subject, String expected) {
    assertThat(read(subject.strip()).strip()).isEqualTo(expected.strip());
  }

  @Test
  void emptySubjectSaysNothing() {
    assertThat(read("")).isEqualTo(" - - ");
    assertThat(SubjectLine.parse("").isPatch()).isFalse();
  }

  @Test
  void kindsAreToldByTags() {
    assertThat(SubjectLine.parse("[PATCH/RFC] a").isRfc()).isTrue();
    assertThat(SubjectLine.parse("[PATCH Resend] a").isResend()).isTrue();
    assertThat(SubjectLine.parse("[GIT PULL] a").isPatch()).isFalse();
    assertThat(SubjectLine.parse("[1/3] a").isPatch()).isTrue();
  }

  @Test
  void minorNumberIsSeen() {
    assertThat(SubjectLine.parse("[PATCH v2.1 2/5] a").number().orElseThrow().minor()).hasValue(1);
    assertThat(SubjectLine.parse("[PATCH v2 2/5] a").number().orElseThrow().minor()).isEmpty();
  }

  @Test
  void manySlashesAndBracketsAreReadInTime() {
    String hostile = "[" + "RFC/".repeat(100_000) + "]" + "[".repeat(100_000);
    assertThat(SubjectLine.parse(hostile).isRfc()).isTrue();
  }
}
