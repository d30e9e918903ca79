package dev.reroll.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.problem.Diagnostic;
import dev.reroll.source.mirror.index.IndexSchema;
import dev.reroll.source.mirror.update.InboxUpdate.IndexReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** How an index follows its mirror, and what it does when either is not what it was. */
class IndexUpdateTest {
  private final Path folder;
  private final Path cache;
  private final MirrorEpoch epoch;

  IndexUpdateTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.cache = folder.resolve("cache");
    this.epoch = new MirrorEpoch(folder.resolve("l/git/0.git"));
  }

  @Test
  void onlyNewCommitsAreRead() throws Exception {
    epoch.add(mail("1")).add(mail("2"));
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 2, 2, 0));
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 2, 0, 0));

    epoch.add(mail("3"));
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 3, 1, 0));
    assertThat(mirror().thread("3@x")).hasSize(3);
  }

  @Test
  void archiveReadsWhatIsNewByItself() throws Exception {
    epoch.add(mail("1"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x");
    epoch.add(mail("2"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "2@x");
  }

  @Test
  void newEpochIsReadAndOneThatIsGoneIsForgotten() throws Exception {
    epoch.add(mail("1"));
    MirrorEpoch next = new MirrorEpoch(folder.resolve("l/git/1.git")).add(mail("2"));
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 2, 2, 0));

    Files.move(next.folder(), folder.resolve("elsewhere"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x");
  }

  @Test
  void rewrittenEpochIsReadAnew() throws Exception {
    MirrorEpoch next = new MirrorEpoch(folder.resolve("l/git/1.git")).add(mail("7"));
    epoch.add(mail("1")).add(mail("secret")).add(mail("2"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "secret@x", "2@x", "7@x");

    epoch.startAgain().add(mail("1")).add(mail("2")).add(mail("3"));
    next.add(mail("8"));
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 5, 4, 0));
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "2@x", "3@x", "7@x", "8@x");
  }

  @Test
  void deletionOutlivesTheRewritingOfTheEpochBefore() throws Exception {
    epoch.add(mail("1")).add(mail("spam"));
    new MirrorEpoch(folder.resolve("l/git/1.git")).delete(mail("spam"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x");

    epoch.startAgain().add(mail("1")).add(mail("spam")).add(mail("2"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "2@x");
  }

  @Test
  void deletionThatIsRewrittenAwayBringsTheMailBack() throws Exception {
    epoch.add(mail("1")).add(mail("ham"));
    MirrorEpoch next = new MirrorEpoch(folder.resolve("l/git/1.git")).delete(mail("ham"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x");

    next.startAgain().add(mail("2"));
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "ham@x", "2@x");
  }

  @Test
  void damagedIndexIsMadeAnew() throws Exception {
    epoch.add(mail("1")).add(mail("2"));
    mirror().index();
    Path index = index();

    Files.writeString(index, "not a database at all", StandardCharsets.UTF_8);
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "2@x");

    byte[] octets = Files.readAllBytes(index);
    for (int i = 4096; i < octets.length; i++) {
      octets[i] = (byte) 0xA5;
    }
    Files.write(index, octets);
    OpenMirror mirror = mirror();
    assertThat(mirror.thread("1@x")).containsExactly("1@x", "2@x");
    assertThat(mirror.diagnostics()).isEmpty();
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 2, 0, 0));
  }

  @Test
  void truncatedIndexIsMadeAnew() throws Exception {
    epoch.add(mail("1")).add(mail("2"));
    mirror().index();
    try (var channel = Files.newByteChannel(index(), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "2@x");
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 2, 0, 0));
  }

  @Test
  void indexOfAnotherVersionIsMadeAnew() throws Exception {
    epoch.add(mail("1"));
    mirror().index();
    execute("PRAGMA user_version = " + (IndexSchema.VERSION - 1), "DELETE FROM mail");

    assertThat(mirror().index()).containsExactly(new IndexReport("l", 1, 1, 0));
    assertThat(mirror().index()).containsExactly(new IndexReport("l", 1, 0, 0));
  }

  @Test
  void indexThatLacksATableIsMadeAnew() throws Exception {
    epoch.add(mail("1")).add(mail("2"));
    mirror().index();
    execute("DROP TABLE above");
    assertThat(mirror().thread("1@x")).containsExactly("1@x", "2@x");
  }

  @Test
  void withoutAFolderForItTheIndexIsMadeForOneRun() throws Exception {
    epoch.add(mail("1")).add(mail("2"));
    Files.writeString(cache, "a file where the cache folder would be");

    OpenMirror mirror = mirror();
    assertThat(mirror.thread("1@x")).containsExactly("1@x", "2@x");
    assertThat(mirror.diagnostics())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.severity()).isEqualTo(Diagnostic.Severity.NOTE);
              assertThat(note.text()).startsWith("the index cannot be stored (");
            });
    assertThat(cache).isRegularFile();
  }

  @Test
  void everythingElseIsLookedUpInItsTable() throws Exception {
    epoch.add(new ListMail("p@x").about("[PATCH] foo: bar").patching("foo.c").text());
    mirror().index();
    assertThat(ask("SELECT p.value FROM touched t JOIN path p ON p.id = t.path"))
        .isEqualTo("foo.c");
    assertThat(ask("SELECT count(*) FROM patch WHERE length(id) = 20")).isEqualTo("1");
  }

  private static String mail(String name) {
    ListMail mail = new ListMail(name + "@x");
    return (name.equals("1") ? mail : mail.answering("1@x")).text();
  }

  private OpenMirror mirror() {
    return new OpenMirror(cache, folder.resolve("l"));
  }

  private Path index() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("index"))) {
      List<Path> all = files.toList();
      assertThat(all).as("SQLite takes its log away at the end").hasSize(1);
      assertThat(all.get(0).getFileName().toString()).matches("l-[0-9a-f]{16}\\.sqlite");
      return all.get(0);
    }
  }

  private void execute(String... statements) throws Exception {
    try (Connection index = JDBC.createConnection("jdbc:sqlite:" + index(), new Properties());
        Statement statement = index.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String ask(String question) throws Exception {
    try (Connection index = JDBC.createConnection("jdbc:sqlite:" + index(), new Properties());
        Statement statement = index.createStatement();
        var row = statement.executeQuery(question)) {
      return row.next() ? row.getString(1) : "nothing";
    }
  }
}
