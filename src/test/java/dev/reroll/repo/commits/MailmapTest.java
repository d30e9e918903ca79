package dev.reroll.repo.commits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The forms of gitmailmap(5). */
class MailmapTest {
  private static String map(String name, String address, String... lines) {
    Mailmap mailmap = new Mailmap();
    mailmap.read(String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    Mailmap.Named named = mailmap.map(new Mailmap.Named(name, address));
    return named.name() + " <" + named.address() + ">";
  }

  @Test
  void aNameBeforeAnAddressReplacesTheName() {
    assertThat(map("ada", "ADA@example.org", "Ada Lovelace <ada@example.org>"))
        .isEqualTo("Ada Lovelace <ADA@example.org>");
  }

  @Test
  void aSecondAddressIsTheOneOfTheCommit() {
    assertThat(map("ada", "old@example.org", "<new@example.org> <old@example.org>"))
        .isEqualTo("ada <new@example.org>");
    assertThat(map("ada", "old@example.org", "Ada <new@example.org> <old@example.org>"))
        .isEqualTo("Ada <new@example.org>");
  }

  @Test
  void aSecondNameLimitsTheLineToIt() {
    String line = "Ada <ada@example.org> root <root@localhost>";
    assertThat(map("ROOT", "root@localhost", line)).isEqualTo("Ada <ada@example.org>");
    assertThat(map("bo", "root@localhost", line)).isEqualTo("bo <root@localhost>");
  }

  @Test
  void commentsAndOtherPeopleAreLeftAlone() {
    assertThat(map("bo", "bo@example.org", "# Bo Ek <bo@example.org>", "Ada <ada@example.org>"))
        .isEqualTo("bo <bo@example.org>");
  }

  @Test
  void laterLinesCountMore() {
    assertThat(map("x", "a@example.org", "One <a@example.org>", "Two <a@example.org>"))
        .isEqualTo("Two <a@example.org>");
  }
}
