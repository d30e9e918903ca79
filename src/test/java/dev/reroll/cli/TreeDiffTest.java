package dev.reroll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes compared in a repository that has what they were made on. */
class TreeDiffTest {
  @TempDir private Path folder;

  @BeforeEach
  void mailTwoVersions() throws Exception {
    GitCommand.require();
    mailTwoVersions("--object-format=sha1");
  }

  private void mailTwoVersions(String format) throws Exception {
    git("init", "-q", "-b", "main", format, ".");
    git("config", "user.name", "Ada");
    git("config", "user.email", "ada@example.org");
    commit("base", lines(1, 40));
    git("tag", "v6.12");
    commit("io: first", lines(1, 40).replace("line 20\n", "line twenty\n"));
    commit("io: second", lines(1, 40).replace("line 20\n", "line twenty\n") + "end\n");
    git("branch", "v1");
    mail("v1.mbox", "-v1", "-U3", "v6.12..v1");
    git("reset", "-q", "--hard", "v6.12");
    commit("io: first", lines(1, 40).replace("line 20\n", "line twenty\n"));
    commit("io: second", lines(1, 40).replace("line 20\n", "line twenty\n") + "the end\n");
    git("branch", "v2");
    mail("v2.mbox", "-v2", "-U8", "v6.12..v2");
    git("reset", "-q", "--hard", "v6.12");
  }

  private static String lines(int from, int to) {
    StringBuilder text = new StringBuilder();
    IntStream.rangeClosed(from, to).forEach(i -> text.append("line ").append(i).append('\n'));
    return text.toString();
  }

  private void commit(String message, String content) throws Exception {
    Files.writeString(folder.resolve("file"), content);
    git("add", "file");
    git("commit", "-q", "-m", message);
  }

  private void mail(String name, String... words) throws Exception {
    String[] all =
        Stream.concat(Stream.of("format-patch", "--stdout"), Stream.of(words))
            .toArray(String[]::new);
    Files.writeString(folder.resolve(name), git(all));
  }

  private String git(String... words) throws Exception {
    return new String(new GitCommand(folder).run(List.of(words)), UTF_8);
  }

  private String said(String... options) {
    Run.Result result = new Run(folder).compare(options);
    assertThat(result.exitCode()).isZero();
    return result.err().lines().findFirst().orElseThrow();
  }

  @Test
  void contextThatTheSenderAskedForIsNoDifference() throws Exception {
    Run.Result inTree = new Run(folder).compare();
    assertThat(masked(inTree.out())).isEqualTo(masked(git("range-diff", "v6.12", "v1", "v2")));
    assertThat(inTree.err())
        .startsWith("v1: applied to v6.12; v2: applied to v6.12\nv1: 2 patches, ")
        .contains("\n1 unchanged, 0 changed, 1 new, 1 dropped\n");
    assertThat(new Run(folder).compare("--no-tree").err())
        .startsWith("v1: 2 patches, ")
        .contains("\n0 unchanged, 0 changed, 2 new, 2 dropped\n");
  }

  private static String masked(String rangeDiff) {
    return rangeDiff.replaceAll("(?m)^( *[-\\d]+:  )\\S+( . +[-\\d]+:  )\\S+", "$1ID$2ID");
  }

  @Test
  void whatIsNotThereIsComparedAsItWasMailed() throws Exception {
    Path mailbox = folder.resolve("v1.mbox");
    String unknown =
        Files.readString(mailbox).replaceAll("(?m)^index \\w+\\.\\.", "index 0123456..");
    Files.writeString(mailbox, unknown);
    assertThat(said()).isEqualTo("v1: mail only, 1 blob missing; v2: applied to v6.12");
  }

  @Test
  void aPatchThatDoesNotFitIsNamed() throws Exception {
    Path mailbox = folder.resolve("v2.mbox");
    Files.writeString(mailbox, Files.readString(mailbox).replace("\n line 39\n", "\n line 93\n"));
    assertThat(said())
        .startsWith(
            "v1: applied to v6.12; v2: mail only, patch 2/2 does not apply to v6.12: file: ");
  }

  @Test
  void aCommitThatTheMailsNameIsTheBase() throws Exception {
    git("reset", "-q", "--hard", "v6.12");
    commit("top", "top\n" + lines(1, 40));
    String base = git("rev-parse", "HEAD").strip();
    Files.writeString(
        folder.resolve("v2.mbox"),
        Files.readString(folder.resolve("v2.mbox")) + "base-commit: " + base + "\n");
    assertThat(said())
        .isEqualTo("v1: applied to v6.12; v2: applied to main, with offsets in 1/2, 2/2");
  }

  @Test
  void aCommitThatStandsAboveTheSignatureIsTheBase() throws Exception {
    git("reset", "-q", "--hard", "v6.12");
    commit("top", "top\n" + lines(1, 40));
    String base = git("rev-parse", "HEAD").strip();
    String mails = Files.readString(folder.resolve("v2.mbox"));
    int signature = mails.lastIndexOf("-- \n");
    Files.writeString(
        folder.resolve("v2.mbox"),
        mails.substring(0, signature)
            + "\nbase-commit: "
            + base
            + "\n"
            + mails.substring(signature));
    assertThat(said())
        .isEqualTo("v1: applied to v6.12; v2: applied to main, with offsets in 1/2, 2/2");
  }

  @Test
  void whatDoesNotFitIsMergedByItsBlobs() throws Exception {
    git("checkout", "-q", "-b", "v3", "v6.12");
    commit("io: first", lines(1, 40).replace("line 20\n", "line twenty\n"));
    Files.writeString(folder.resolve("other"), "other\n");
    git("add", "other");
    git("commit", "-q", "-m", "io: other");
    Files.writeString(folder.resolve("other"), "changed\n");
    git("commit", "-q", "-a", "-m", "io: change other");
    git("checkout", "-q", "-B", "main", "v6.12");
    commit("other context", lines(1, 40).replace("line 18\n", "line eighteen\n"));
    git("cherry-pick", "v3~1");
    String base = git("rev-parse", "HEAD").strip();
    String mails = git("format-patch", "--stdout", "-v3", "v6.12..v3");
    int second = mails.indexOf("\nFrom ", mails.indexOf("\nFrom ")) + 1;
    String withoutOther =
        mails.substring(0, second) + mails.substring(mails.lastIndexOf("\nFrom ") + 1);
    Files.writeString(
        folder.resolve("v3.mbox"),
        withoutOther
                .replace("/3] ", "/2] ")
                .replace("3/2] ", "2/2] ")
                .replaceAll("index \\w+\\.\\.(\\w+ 100644\n--- a/other)", "index 0123456..$1")
            + "base-commit: "
            + base
            + "\n");
    assertThat(new Run(folder).diff("v1.mbox", "v3.mbox").err())
        .startsWith("v1: applied to v6.12; v3: applied to main, with three-way merge of 1/2\n");
  }

  @Test
  void contentsAloneAreEnough() throws Exception {
    String blob = git("rev-parse", "v6.12:file").strip();
    git("checkout", "-q", "--orphan", "other");
    commit("other", "other\n");
    for (String ref : List.of("heads/main", "heads/v1", "heads/v2", "tags/v6.12")) {
      git("update-ref", "-d", "refs/" + ref);
    }
    assertThat(git("cat-file", "-t", blob)).isEqualTo("blob\n");
    assertThat(said())
        .isEqualTo(
            "v1: applied to the blobs in its index lines; v2: applied to the blobs in its index lines");
  }

  @Test
  void anotherRepositoryIsNotSpokenOf() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    new GitCommand(other).run(List.of("init", "-q", "."));
    Run run = new Run(other);
    assertThat(run.diff("../v1.mbox", "../v2.mbox").err()).startsWith("v1: 2 patches, ");
    assertThat(run.diff("-g", "..", "../v1.mbox", "../v2.mbox").err())
        .startsWith("v1: applied to v6.12; v2: applied to v6.12\n");
    assertThat(run.diff("-g", ".", "../v1.mbox", "../v2.mbox").err())
        .startsWith("v1: mail only, 1 blob missing; v2: mail only, 1 blob missing\n");
  }

  @Test
  void reviewAndPageAndJsonSeeTheSame() throws Exception {
    Run run = new Run(folder);
    assertThat(run.of("review", "v1.mbox", "v2.mbox").out()).contains(" 1 = 1  identical ");
    assertThat(run.of("review", "--no-tree", "v1.mbox", "v2.mbox").out())
        .contains(" 1 ! 1  context");
    assertThat(run.of("html", "v1.mbox", "v2.mbox").out()).contains("applied to v6.12");
    assertThat(run.compare("--json").out()).contains("applied to v6.12");
    assertThat(run.of("html", "-o", "pages/", "v1.mbox", "v2.mbox").err())
        .startsWith("v1: applied to v6.12; v2: applied to v6.12\n");
  }

  @Test
  void idsOfSha256AreReadByGit() throws Exception {
    folder = Files.createDirectory(folder.resolve("sha256"));
    mailTwoVersions("--object-format=sha256");
    assertThat(said()).isEqualTo("v1: applied to v6.12; v2: applied to v6.12");
    assertThat(masked(new Run(folder).compare().out()))
        .isEqualTo(masked(git("range-diff", "v6.12", "v1", "v2")));
    assertThat(new Run(folder).compare("--write-refs").err()).contains(" has ids of sha256, ");
  }

  @Test
  void aPartialCloneFetchesWhatIsNeeded() throws Exception {
    git("config", "uploadpack.allowFilter", "true");
    git("clone", "-q", "-n", "--filter=blob:none", folder.toUri().toString(), "partial");
    Run run = new Run(folder.resolve("partial"));
    Run.Result inTree = run.diff("-g", ".", "../v1.mbox", "../v2.mbox");
    assertThat(inTree.err()).startsWith("v1: applied to v6.12; v2: applied to v6.12\n");
    assertThat(masked(inTree.out())).isEqualTo(masked(git("range-diff", "v6.12", "v1", "v2")));
  }

  @Test
  void aFolderThatIsMissingLeavesTheContentsAlone() throws Exception {
    String tree = git("rev-parse", "v6.12^{tree}").strip();
    Files.delete(folder.resolve(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));
    assertThat(said())
        .isEqualTo(
            "v1: applied to the blobs in its index lines; v2: applied to the blobs in its index lines");
  }

  @Test
  void nothingIsWritten() throws Exception {
    Map<String, Long> before = files();
    new Run(folder).compare();
    assertThat(files()).isEqualTo(before);
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }
}
