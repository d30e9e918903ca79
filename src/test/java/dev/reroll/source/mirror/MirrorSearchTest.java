package dev.reroll.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.mail.Person;
import dev.reroll.series.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found for a query; each hit brings its whole thread. */
class MirrorSearchTest {
  private static final Query.Span MARCH = OpenMirror.march(1, 31);

  private final Path folder;
  private final MirrorEpoch epoch;

  MirrorSearchTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.epoch = new MirrorEpoch(folder.resolve("l/git/0.git"));
  }

  @BeforeEach
  void fillWithTwoSeriesAndTalk() throws IOException {
    epoch
        .add(
            new ListMail("v1@x")
                .about("[PATCH 0/1] foo: count bars,  twice")
                .saying(
                    "Like before.\n\n 1 file changed, 1 insertion(+)\n\nchange-id: 20260302-foo-1\n")
                .text())
        .add(
            new ListMail("v1.1@x")
                .about("[PATCH 1/1] foo: bar")
                .answering("v1@x")
                .patching("foo.c")
                .text())
        .add(
            new ListMail("v2@x")
                .about("[PATCH v2] foo: Count bars, twice")
                .on("Tue, 10 Mar 2026 08:00:00 +0000")
                .patching("foo.c")
                .text())
        .add(
            new ListMail("talk@x")
                .about("Lunch?")
                .from("Mira Holt <mira@home.example.org>")
                .saying("prerequisite-change-id: 20260302-foo-1\n> change-id: 20260302-foo-1\n")
                .text())
        .add(
            new ListMail("relayed@x")
                .about("[PATCH] baz: relayed")
                .from("Mira Holt via Relay <relay@example.org>")
                .on("Fri, 20 Mar 2026 08:00:00 +0000")
                .saying("From: Ann Lund <ann@example.org>\n\n" + diff("baz.c"))
                .text());
  }

  @Test
  void changeIdIsFoundWhereALineSaysIt() throws Exception {
    assertThat(search(new Query.SameChangeId("20260302-foo-1"))).containsExactly("v1@x", "v1.1@x");
    assertThat(search(new Query.SameChangeId("20260302-foo"))).isEmpty();
  }

  @Test
  void titleIsFoundWhateverItsCaseAndPunctuation() throws Exception {
    assertThat(search(new Query.SameTitle("foo: count bars, twice", OpenMirror.MIRA, MARCH)))
        .containsExactly("v1@x", "v1.1@x", "v2@x");
    assertThat(search(new Query.SameTitle("FOO count bars", OpenMirror.MIRA, MARCH)))
        .containsExactly("v1@x", "v1.1@x", "v2@x");
    assertThat(search(new Query.SameTitle("oo: count bars", OpenMirror.MIRA, MARCH))).isEmpty();
  }

  @Test
  void titleOfSomebodyElseIsNotFound() throws Exception {
    Person other = new Person("Ann Lund", "ann@example.org");
    assertThat(search(new Query.SameTitle("foo: count bars", other, MARCH))).isEmpty();
  }

  @Test
  void authorIsKnownByNameOrByAddress() throws Exception {
    Person sameName = new Person("mira holt", "mira@elsewhere.example.org");
    Person sameAddress = new Person("", "MIRA@example.org");
    for (Person person : new Person[] {sameName, sameAddress}) {
      assertThat(search(new Query.SameTitle("foo: count bars", person, MARCH)))
          .containsExactly("v1@x", "v1.1@x", "v2@x");
    }
    assertThat(search(new Query.SameTitle("foo", new Person("", ""), MARCH))).isEmpty();
  }

  @Test
  void spanOfTimeBoundsTheDateOfTheMail() throws Exception {
    Query.Span early = OpenMirror.march(1, 9);
    assertThat(search(new Query.SameTitle("foo: count bars", OpenMirror.MIRA, early)))
        .containsExactly("v1@x", "v1.1@x");
    assertThat(search(new Query.SameAuthor(OpenMirror.MIRA, OpenMirror.march(9, 31))))
        .containsExactly("v2@x");
  }

  @Test
  void authorsSeriesAreFoundButNotTheirTalk() throws Exception {
    assertThat(search(new Query.SameAuthor(OpenMirror.MIRA, MARCH)))
        .containsExactly("v1@x", "v1.1@x", "v2@x");
  }

  @Test
  void authorOfThePatchCountsAsWellAsTheSender() throws Exception {
    Person author = new Person("Ann Lund", "ann@example.org");
    Person sender = new Person("", "relay@example.org");
    assertThat(search(new Query.SameAuthor(author, MARCH))).containsExactly("relayed@x");
    assertThat(search(new Query.SameAuthor(sender, MARCH))).containsExactly("relayed@x");
  }

  private static String diff(String path) {
    String mail = new ListMail("none@x").patching(path).text();
    return mail.substring(mail.indexOf("\n\n") + 2);
  }

  private List<String> search(Query query) throws Exception {
    return new OpenMirror(folder.resolve("cache"), folder.resolve("l")).search(query);
  }
}
