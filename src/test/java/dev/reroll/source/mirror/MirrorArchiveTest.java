package dev.reroll.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import dev.reroll.source.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mirror answers: threads, whole and in order, octet for octet. */
class MirrorArchiveTest {
  private final Path folder;
  private final Path cache;

  MirrorArchiveTest(@TempDir Path folder) {
    this.folder = folder;
    this.cache = folder.resolve("cache");
  }

  @Test
  void threadIsWholeFromWhicheverMailItIsAskedFor() throws Exception {
    epoch("l/git/0.git")
        .add(new ListMail("other@x").text())
        .add(new ListMail("cover@x").text())
        .add(new ListMail("one@x").answering("cover@x").text())
        .add(new ListMail("re@x").answering("cover@x", "one@x").text());

    for (String id : List.of("cover@x", "one@x", "re@x")) {
      assertThat(mirror("l").thread(id)).containsExactly("cover@x", "one@x", "re@x");
    }
    assertThat(mirror("l").thread("other@x")).containsExactly("other@x");
  }

  @Test
  void answersHangTogetherThroughAMailThatIsMissing() throws Exception {
    epoch("l/git/0.git")
        .add(new ListMail("one@x").answering("missing@x").text())
        .add(new ListMail("two@x").answering("missing@x").text());

    assertThat(mirror("l").thread("one@x")).containsExactly("one@x", "two@x");
    assertThat(mirror("l").thread("missing@x")).containsExactly("one@x", "two@x");
  }

  @Test
  void unknownIdHasNoThread() throws Exception {
    epoch("l/git/0.git").add(new ListMail("one@x").text());
    assertThat(mirror("l").thread("two@x")).isEmpty();
    assertThat(mirror("l").thread("ONE@x")).as("ids are case-sensitive").isEmpty();
  }

  @Test
  void threadComesInOrderOfArrivalOverAllEpochs() throws Exception {
    epoch("l/git/0.git")
        .add(new ListMail("two@x").answering("cover@x").text())
        .add(new ListMail("cover@x").text());
    epoch("l/git/1.git").add(new ListMail("late@x").answering("cover@x").text());
    epoch("l/git/10.git").add(new ListMail("last@x").answering("late@x").text());

    assertThat(mirror("l").thread("cover@x"))
        .containsExactly("two@x", "cover@x", "late@x", "last@x");
  }

  @Test
  void octetsAreThoseOfTheArchive() throws Exception {
    String odd = new ListMail("odd@x").text() + "From here\r\n>From there\n\0\u00e4 no line end";
    byte[] octets = odd.getBytes(StandardCharsets.ISO_8859_1);
    epoch("l/git/0.git").add(octets);

    List<RawMessage> thread = mirror("l").messages("odd@x");

    assertThat(thread).hasSize(1);
    assertThat(thread.get(0).octets().toByteArray()).isEqualTo(octets);
    assertThat(thread.get(0).where().container()).contains("l/git/0.git:");
  }

  @Test
  void deletedMailIsGoneAlsoFromAnEarlierEpoch() throws Exception {
    String spam = new ListMail("spam@x").answering("cover@x").text();
    epoch("l/git/0.git").add(new ListMail("cover@x").text()).add(spam);
    assertThat(mirror("l").thread("cover@x")).containsExactly("cover@x", "spam@x");

    MirrorEpoch next = epoch("l/git/1.git").delete(spam);
    assertThat(mirror("l").thread("cover@x")).containsExactly("cover@x");
    assertThat(mirror("l").thread("spam@x")).isEmpty();

    next.add(spam);
    assertThat(mirror("l").thread("cover@x")).containsExactly("cover@x", "spam@x");
  }

  @Test
  void twoMailsOfOneListWithTheSameIdAreBothThere() throws Exception {
    epoch("l/git/0.git")
        .add(new ListMail("same@x").saying("first\n").text())
        .add(new ListMail("same@x").saying("second\n").text());
    assertThat(mirror("l").thread("same@x")).containsExactly("same@x", "same@x");
  }

  @Test
  void threadThatRunsOverSeveralListsComesOnceAndWhole() throws Exception {
    epoch("all/a/git/0.git")
        .add(new ListMail("cover@x").through("a.example.org").text())
        .after(10)
        .add(new ListMail("re@x").answering("one@x").through("a.example.org").text());
    epoch("all/b/git/0.git")
        .after(1)
        .add(new ListMail("cover@x").through("b.example.org").text())
        .add(new ListMail("one@x").answering("cover@x").through("b.example.org").text());

    for (OpenMirror both : List.of(mirror("all"), mirror("all/a", "all/b"))) {
      assertThat(both.thread("re@x")).containsExactly("cover@x", "one@x", "re@x");
    }
    assertThat(mirror("all/a").thread("cover@x")).containsExactly("cover@x");
  }

  @Test
  void copyOfThePreferredListIsTaken() throws Exception {
    epoch("all/a/git/0.git").add(new ListMail("one@x").through("a.kernel.example.org").text());
    epoch("all/b/git/0.git").add(new ListMail("one@x").through("b.linux.example.org").text());

    assertThat(onlyMail(mirror("all"))).contains("<a.kernel.");
    assertThat(onlyMail(mirror("all").preferring("*.linux.example.org", "*")))
        .contains("<b.linux.");
    assertThat(onlyMail(mirror("all").preferring("a.k*", "*.linux.*"))).contains("<a.kernel.");
    assertThat(onlyMail(mirror("all").preferring("nowhere"))).contains("<a.kernel.");
    assertThat(onlyMail(mirror("all/b", "all/a"))).contains("<b.linux.");
  }

  @Test
  void threadBeyondTheLimitsIsRefused() throws Exception {
    epoch("l/git/0.git")
        .add(new ListMail("cover@x").text())
        .add(new ListMail("one@x").answering("cover@x").text())
        .add(new ListMail("two@x").answering("cover@x").text());
    OpenMirror few = mirror("l").within(new Limits(1 << 20, 1 << 20, 2));
    OpenMirror small = mirror("l").within(new Limits(400, 1 << 20, 20));

    assertThatThrownBy(() -> few.thread("cover@x"))
        .isInstanceOf(Refusal.class)
        .hasMessageEndingWith("the threads that were found have more than 2 mails");
    assertThatThrownBy(() -> small.thread("cover@x"))
        .isInstanceOf(Refusal.class)
        .hasMessageEndingWith("the threads that were found have more than 400 bytes");
  }

  @Test
  void mailBeyondTheLimitIsLeftOutWithAWarning() throws Exception {
    epoch("l/git/0.git")
        .add(new ListMail("cover@x").text())
        .add(new ListMail("big@x").answering("cover@x").saying("word ".repeat(1000)).text());
    OpenMirror mirror = mirror("l").within(new Limits(1 << 20, 2000, 20));

    assertThat(mirror.thread("cover@x")).containsExactly("cover@x");
    assertThat(mirror.diagnostics()).hasSize(1);
    assertThat(mirror.diagnostics().get(0).text()).startsWith("1 mail ");
  }

  @Test
  void searchForAThreadIsTheThread() throws Exception {
    epoch("l/git/0.git")
        .add(new ListMail("cover@x").text())
        .add(new ListMail("one@x").answering("cover@x").text());
    Query query = new Query.Thread(new MessageId("one@x"));
    assertThat(mirror("l").search(query)).containsExactly("cover@x", "one@x");
  }

  private static String onlyMail(OpenMirror mirror) throws Refusal {
    List<RawMessage> mails = mirror.messages("one@x");
    assertThat(mails).hasSize(1);
    return mails.get(0).octets().toString();
  }

  private MirrorEpoch epoch(String name) throws IOException {
    return new MirrorEpoch(folder.resolve(name));
  }

  private OpenMirror mirror(String... names) {
    Path[] folders = List.of(names).stream().map(folder::resolve).toArray(Path[]::new);
    return new OpenMirror(cache, folders);
  }
}
