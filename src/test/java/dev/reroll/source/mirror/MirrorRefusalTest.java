package dev.reroll.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.source.mirror.update.InboxUpdate.IndexReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mirrors that are empty, damaged, or something else. */
class MirrorRefusalTest {
  @TempDir private Path folder;

  @Test
  void mirrorWithoutCommitsIsRefused() throws Exception {
    new MirrorEpoch(folder.resolve("l/git/0.git"));
    assertThat(refusal())
        .hasMessageEndingWith("/l': no mail in it, which would be commits of a file 'm'");
  }

  @Test
  void repositoryOfSomethingElseIsRefused() throws Exception {
    new MirrorEpoch(folder.resolve("l/git/0.git"))
        .commit("README", "a project".getBytes(StandardCharsets.UTF_8));
    assertThat(refusal())
        .hasMessageEndingWith("/l': no mail in it, which would be commits of a file 'm'");
  }

  @Test
  void commitsOfSomethingElseAmongMailsArePassedOver() throws Exception {
    new MirrorEpoch(folder.resolve("l/git/0.git"))
        .add(new ListMail("1@x").text())
        .commit("notes", "kept by an admin".getBytes(StandardCharsets.UTF_8))
        .add(new ListMail("2@x").answering("1@x").text());
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "2@x");
  }

  @Test
  void epochWhoseNewestCommitIsMissingIsRefusedWithAWayToLookAtIt() throws Exception {
    MirrorEpoch epoch = new MirrorEpoch(folder.resolve("l/git/0.git"));
    epoch.add(new ListMail("1@x").text());
    Files.writeString(epoch.folder().resolve("refs/heads/master"), "1".repeat(40) + "\n");

    Refusal refusal = refusal();
    assertThat(refusal).hasMessageContaining("cannot read mirror '" + epoch.folder() + "': ");
    assertThat(refusal).hasMessageContaining("1".repeat(40));
    assertThat(refusal.hints())
        .extracting(Hint::line)
        .containsExactly("git -C " + epoch.folder() + " fsck");
  }

  @Test
  void epochWithoutItsObjectsIsRefused() throws Exception {
    MirrorEpoch epoch = new MirrorEpoch(folder.resolve("l/git/0.git"));
    epoch.add(new ListMail("1@x").text()).add(new ListMail("2@x").text());
    for (Path object : objects(epoch)) {
      Files.write(object, new byte[] {1, 2, 3});
    }
    assertThat(refusal().hints())
        .extracting(Hint::line)
        .containsExactly("git -C " + epoch.folder() + " fsck");
  }

  @Test
  void mailThatIsMissingIsLeftOutWithAWarning() throws Exception {
    MirrorEpoch epoch = new MirrorEpoch(folder.resolve("l/git/0.git"));
    epoch.add(new ListMail("1@x").text());
    List<Path> before = objects(epoch);
    byte[] lost = new ListMail("lost@x").answering("1@x").text().getBytes(StandardCharsets.UTF_8);
    epoch.add(lost).add(new ListMail("2@x").answering("1@x").text());
    Path blob = blob(epoch, lost);
    assertThat(before).doesNotContain(blob);
    Files.delete(blob);

    OpenMirror mirror = mirror();
    assertThat(mirror.thread("1@x")).containsExactly("1@x", "2@x");
    assertThat(mirror.diagnostics())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.text())
                    .isEqualTo("1 mail is missing, damaged or too large, and left out"));
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 2, 0, 0));
  }

  @Test
  void branchOfAnyNameIsRead() throws Exception {
    MirrorEpoch epoch = new MirrorEpoch(folder.resolve("l/git/0.git"));
    epoch.add(new ListMail("1@x").text());
    Path heads = epoch.folder().resolve("refs/heads");
    Files.move(heads.resolve("master"), heads.resolve("trunk"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x");

    Path packed = epoch.folder().resolve("packed-refs");
    String id = Files.readString(heads.resolve("trunk")).strip();
    Files.writeString(
        packed, "# pack-refs with: peeled fully-peeled sorted \n" + id + " refs/heads/master\n");
    Files.delete(heads.resolve("trunk"));
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 1, 0, 0));
  }

  private static Path blob(MirrorEpoch epoch, byte[] content) {
    try (var inserter = new ObjectInserter.Formatter()) {
      String name = inserter.idFor(Constants.OBJ_BLOB, content).name();
      return epoch.folder().resolve("objects/" + name.substring(0, 2) + "/" + name.substring(2));
    }
  }

  private static List<Path> objects(MirrorEpoch epoch) throws IOException {
    try (Stream<Path> files = Files.walk(epoch.folder().resolve("objects"))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      all.forEach(file -> file.toFile().setWritable(true));
      return all;
    }
  }

  private Refusal refusal() {
    Refusal indexing = catchThrowableOfType(Refusal.class, () -> mirror().index());
    Refusal asking = catchThrowableOfType(Refusal.class, () -> mirror().thread("1@x"));
    assertThat(asking).hasMessage(indexing.getMessage());
    assertThat(asking.kind()).isEqualTo(Refusal.Kind.UNREADABLE);
    return asking;
  }

  private OpenMirror mirror() {
    return new OpenMirror(folder.resolve("cache"), folder.resolve("l"));
  }
}
