package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.GitCommand;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes one commit of each kind of change, and holds the comparable text and the patch-id of its
 * mail against what real git makes of the commit.
 *
 * <p>git shows the whole text of a patch when it is compared with the same patch under another
 * message, with endless context: the old side is the text.
 */
class ComparableTextGitTest {
  private final Path folder;
  private final GitCommand git;

  ComparableTextGitTest(@TempDir Path folder) {
    this.folder = folder;
    this.git = new GitCommand(folder);
  }

  @BeforeEach
  void aRepositoryWithFilesOfAllKinds() throws Exception {
    GitCommand.require();
    git.run(List.of("init", "-q"));
    git.run(List.of("config", "user.name", "Ada"));
    git.run(List.of("config", "user.email", "ada@example.org"));
    write("a.txt", numbers(30));
    write("b c.txt", numbers(40));
    write("run.sh", "x\n");
    write("gone.txt", "one\n");
    write("d/e/f\"q.txt", numbers(20));
    write("bin", "\0one");
    write("bin2", "\0two");
    write("noeol", "no end");
    write("crlf", "a\r\nb\r\nc\r\n");
    write("empty", "");
    write("tolink", numbers(12));
    write("moved", numbers(50));
    write("z", numbers(30));
    commit("base");
  }

  @Test
  void editsOfContent() throws Exception {
    write("a.txt", numbers(30).replace("\n5\n", "\nfive\n"));
    write("b c.txt", numbers(40).replace("\n7\n", "\nseven\n"));
    write("d/e/f\"q.txt", numbers(20).replace("\n9\n", "\nnine\n"));
    write("crlf", "a\r\nbb\r\nc\r\n");
    agreesOn("edit");
  }

  @Test
  void missingLineEnds() throws Exception {
    write("noeol", "no end at all");
    agreesOn("still none");
    write("noeol", "no end at all\n");
    agreesOn("now there");
  }

  @Test
  void modes() throws Exception {
    executable("run.sh");
    agreesOn("mode alone");
    Files.setPosixFilePermissions(at("run.sh"), PosixFilePermissions.fromString("rw-r--r--"));
    write("run.sh", "x\ny\n");
    agreesOn("mode and content");
    executable("a.txt");
    write("b c.txt", "new\n");
    agreesOn("mode of one, content of the next");
  }

  @Test
  void newAndDeletedFiles() throws Exception {
    write("new", numbers(3));
    write("new empty", "");
    write("new.sh", "x\n");
    executable("new.sh");
    agreesOn("new");
    Files.delete(at("gone.txt"));
    Files.delete(at("empty"));
    agreesOn("deleted");
  }

  @Test
  void renames() throws Exception {
    Files.move(at("moved"), at("moved 2"));
    agreesOn("pure");
    Files.move(at("moved 2"), at("d/ta\tb"));
    write("d/ta\tb", numbers(50).replace("\n3\n", "\nthree\n"));
    executable("d/ta\tb");
    agreesOn("with edit and mode");
  }

  @Test
  void symbolicLinks() throws Exception {
    Files.delete(at("tolink"));
    Files.createSymbolicLink(at("tolink"), Path.of("a.txt"));
    agreesOn("file to link");
    Files.delete(at("tolink"));
    write("tolink", "hello\n");
    agreesOn("link to file");
  }

  @Test
  void aFileThatBecomesAFolder() throws Exception {
    Files.delete(at("z"));
    write("z/inside", "k\n");
    agreesOn("folder");
  }

  @Test
  void binaryFiles() throws Exception {
    write("bin", "\0three");
    agreesOn("alone");
    write("bin", "\0four");
    executable("bin");
    agreesOn("with mode");
    write("bin", "\0five");
    write("bin2", "\0six");
    write("a.txt", numbers(29));
    write("z", numbers(29));
    agreesOn("between text");
    Files.delete(at("bin"));
    write("bin3", "\0new");
    write("z", numbers(28));
    agreesOn("new and deleted");
  }

  @Test
  void hunksUnderHeadings() throws Exception {
    write("io.c", "int read(void)\n{\n" + numbers(30) + "}\n");
    commit("code");
    write("io.c", "int read(void)\n{\n" + numbers(30).replace("\n15\n", "\nx\n") + "}\n");
    agreesOn("heading");
  }

  @Test
  void formFeedsAreNoWhiteSpace() throws Exception {
    String code = "int read(void)  \f\n{\n" + numbers(30) + "}\n";
    write("io.c", code);
    write("a.txt", "x \f\n\u000b\n");
    agreesOn("form\f feed \f\n\nbody \f\n\f\nend");
    write("io.c", code.replace("\n15\n", "\nx\n"));
    agreesOn("heading");
  }

  @Test
  void messagesWithTabsAndOddTitles() throws Exception {
    write("a.txt", "x\n");
    agreesOn("title\n\nbody\twith\ttabs\n    \tindented\n\n\n\ttwo empty lines above");
  }

  private void agreesOn(String message) throws Exception {
    commit(message);
    byte[] mail = git.run(List.of("format-patch", "-1", "--stdout"));
    PatchMail patchMail = read(mail);
    List<String> warnings = new ArrayList<>();
    Patch patch =
        DiffParser.parse(
            patchMail.diff(), patchMail.diffWhere(), found -> warnings.add(found.text()));
    ComparablePatch comparable = ComparableText.of(patchMail, patch);

    assertThat(comparable.text().toString()).as(message).isEqualTo(textOfHead().toString());
    assertThat(comparable.id().hex()).as(message).isEqualTo(patchIdOf(mail));
    assertThat(warnings).as(message).isEmpty();
  }

  private static PatchMail read(byte[] mail) {
    Octets octets = Octets.wrap(mail);
    RawMessage message =
        new RawMessage(
            Optional.empty(), octets.slice(octets.endOfLine(0)), new Locator("test.mbox", 0));
    return (PatchMail) new MailReader(found -> {}).read(message).get(0);
  }

  private Octets textOfHead() throws Exception {
    String message = text(git.run(List.of("log", "-1", "--format=%B"))).strip() + "\n\nother\n";
    String other =
        text(git.run(
                message.getBytes(StandardCharsets.UTF_8),
                List.of("commit-tree", "HEAD^{tree}", "-p", "HEAD^")))
            .strip();
    Octets printed =
        Octets.wrap(
            git.run(
                List.of(
                    "range-diff",
                    "--no-color",
                    "-U99999",
                    "--creation-factor=99999",
                    "HEAD^..HEAD",
                    "HEAD^.." + other)));
    OctetBuilder oldSide = new OctetBuilder(printed.length());
    LineCursor cursor = new LineCursor(printed);
    for (cursor.advance(), cursor.advance(); !cursor.atEnd(); cursor.advance()) {
      if (cursor.startsWith("     ") || cursor.startsWith("    -")) {
        oldSide.append(cursor.line().slice(5)).append('\n');
      }
    }
    return oldSide.toOctets();
  }

  private String patchIdOf(byte[] mail) throws Exception {
    return text(git.run(mail, List.of("patch-id", "--stable"))).split(" ", 2)[0];
  }

  private void commit(String message) throws Exception {
    git.run(List.of("add", "-A"));
    git.run(List.of("commit", "-q", "-m", message));
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(at(name).getParent());
    Files.writeString(at(name), text);
  }

  private void executable(String name) throws IOException {
    Files.setPosixFilePermissions(at(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String numbers(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.UTF_8);
  }
}
