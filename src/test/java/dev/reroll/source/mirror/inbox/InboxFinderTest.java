package dev.reroll.source.mirror.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders are mirrors, and what is said of those that are not. */
class InboxFinderTest {
  @TempDir private Path folder;

  @Test
  void inboxHasItsEpochsInOrderOfTheirNumbers() throws Exception {
    for (String name : List.of("10.git", "2.git", "0.git")) {
      epoch("l/git/" + name);
    }
    Files.createDirectories(folder.resolve("l/git/x.git/objects"));
    Files.createDirectories(folder.resolve("l/all.git/objects"));

    assertThat(described("l")).containsExactly("l: 0 2 10");
  }

  @Test
  void levelGitMayBeMissing() throws Exception {
    epoch("l/0.git");
    epoch("l/1");
    assertThat(described("l")).containsExactly("l: 0 1");
  }

  @Test
  void oneEpochIsAnInboxByItself() throws Exception {
    epoch("l/git/3.git");
    epoch("lone.git");
    assertThat(described("l/git/3.git")).containsExactly("l-3: 0");
    assertThat(described("lone.git")).containsExactly("lone: 0");
  }

  @Test
  void epochMayHaveAWorkingTree() throws Exception {
    epoch("clone/.git");
    assertThat(described("clone")).containsExactly("clone: 0");
  }

  @Test
  void folderOfInboxesHasThemByName() throws Exception {
    epoch("all/b/git/0.git");
    epoch("all/a/git/0.git");
    epoch("all/lone.git");
    Files.createDirectories(folder.resolve("all/other/things"));
    assertThat(described("all")).containsExactly("a: 0", "b: 0", "lone: 0");
  }

  @Test
  void sameFolderByAnotherNameHasTheSameIndex() throws Exception {
    epoch("l/git/0.git");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("l"));
    Inbox direct = InboxFinder.find(folder.resolve("l")).get(0);
    Inbox linked = InboxFinder.find(folder.resolve("link")).get(0);
    assertThat(linked.indexName()).isEqualTo(direct.indexName());
  }

  @Test
  void indexNameIsSafeAndAnotherOneForEachFolder() throws Exception {
    epoch("x/odd name…/git/0.git");
    epoch("y/odd name…/git/0.git");
    String one = InboxFinder.find(folder.resolve("x/odd name…")).get(0).indexName();
    String other = InboxFinder.find(folder.resolve("y/odd name…")).get(0).indexName();
    assertThat(one).matches("odd_name_-[0-9a-f]{16}\\.sqlite").isNotEqualTo(other);
  }

  @Test
  void folderThatIsNotThereIsRefused() {
    Refusal refusal = refusal("nowhere");
    assertThat(refusal).hasMessageEndingWith("/nowhere': no such folder");
    assertThat(refusal.hints()).extracting(Hint::line).containsExactly("ls -d " + folder);
  }

  @Test
  void fileIsRefused() throws Exception {
    Files.writeString(folder.resolve("list.mbox"), "From a\n");
    assertThat(refusal("list.mbox")).hasMessageEndingWith("/list.mbox': it is not a folder");
  }

  @Test
  void folderWithoutEpochsIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("maildir/cur"));
    Refusal refusal = refusal("maildir");
    assertThat(refusal)
        .hasMessageEndingWith("/maildir': no public-inbox epoch in it, such as git/0.git");
    assertThat(refusal.hints())
        .extracting(Hint::line)
        .containsExactly(
            "git clone --mirror https://lore.kernel.org/git/0 " + folder + "/maildir/git/0.git");
  }

  private Refusal refusal(String name) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> InboxFinder.find(folder.resolve(name)));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREADABLE);
    return refusal;
  }

  private void epoch(String name) throws IOException {
    Path repository = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(repository.resolve("objects"));
    Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/master\n");
  }

  private List<String> described(String name) throws Refusal {
    return InboxFinder.find(folder.resolve(name)).stream()
        .map(
            inbox -> {
              StringBuilder text = new StringBuilder(inbox.name()).append(':');
              inbox.epochs().forEach(epoch -> text.append(' ').append(epoch.number()));
              return text.toString();
            })
        .toList();
  }
}
