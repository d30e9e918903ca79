package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.GitCommand;
import dev.reroll.patch.ComparableText.TabExpander;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tabs and widths as {@code git log} counts them, paths as git quotes them. */
class MessageGitTest {
  private final Path folder;

  MessageGitTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void tabsAreExpandedAfterCharactersOfAnyWidth() throws Exception {
    GitCommand.require();
    List<Octets> lines = new ArrayList<>();
    for (int codePoint : sample()) {
      lines.add(Octets.utf8("x" + Character.toString(codePoint) + "y\tz\tend"));
    }
    lines.add(Octets.utf8("x\u0007y\tz"));
    lines.add(Octets.utf8("x\ty\u0007z\tz"));

    List<Octets> printed = asGitLogs(lines);

    for (int i = 0; i < lines.size(); i++) {
      OctetBuilder expanded = new OctetBuilder(64);
      TabExpander.expand(lines.get(i), expanded);
      assertThat(expanded.toOctets().toString())
          .as("line %s", lines.get(i))
          .isEqualTo(printed.get(i).toString());
    }
  }

  @Test
  void pathsAreQuotedAsGitQuotesThemAndReadBack() throws Exception {
    GitCommand.require();
    GitCommand git = new GitCommand(folder);
    git.run(List.of("init", "-q"));
    byte[] empty = git.run(List.of("hash-object", "-w", "-t", "blob", "/dev/null"));
    String blob = new String(empty, StandardCharsets.UTF_8).strip();
    for (int octet = 1; octet < 256; octet++) {
      if (octet == '/') {
        continue;
      }
      byte[] path = {'p', (byte) octet, '7', 'q'};
      OctetBuilder entry = new OctetBuilder(64).append("100644 " + blob + "\t");
      entry.append(Octets.wrap(path)).append(0);
      git.run(entry.toOctets().toByteArray(), List.of("update-index", "-z", "--index-info"));
      Octets listed = Octets.wrap(git.run(List.of("ls-files")));
      Octets quoted = listed.slice(0, listed.length() - 1);

      assertThat(QuotedPath.quote(Octets.wrap(path))).as("byte %d", octet).isEqualTo(quoted);
      assertThat(QuotedPath.unquote(quoted)).as("byte %d", octet).isEqualTo(Octets.wrap(path));
      git.run(List.of("read-tree", "--empty"));
    }
  }

  /** Returns the lines as git log prints them in a commit message, without its indent. */
  private List<Octets> asGitLogs(List<Octets> lines) throws Exception {
    GitCommand git = new GitCommand(folder);
    git.run(List.of("init", "-q"));
    OctetBuilder commit = new OctetBuilder(1 << 16);
    String tree = new String(git.run(new byte[0], List.of("mktree")), StandardCharsets.UTF_8);
    commit.append("tree " + tree.strip() + "\nauthor A <a@example.org> 0 +0000\n");
    commit.append("committer A <a@example.org> 0 +0000\n\n");
    lines.forEach(line -> commit.append(line).append('\n'));
    byte[] id =
        git.run(
            commit.toOctets().toByteArray(),
            List.of("hash-object", "-w", "-t", "commit", "--stdin"));
    Octets log =
        Octets.wrap(
            git.run(
                List.of(
                    "log",
                    "-1",
                    "--format=medium",
                    new String(id, StandardCharsets.UTF_8).strip())));
    List<Octets> printed = new ArrayList<>();
    LineCursor cursor = new LineCursor(log);
    for (; !cursor.atEnd(); cursor.advance()) {
      if (cursor.startsWith("    ")) {
        printed.add(cursor.line().slice(4));
      }
    }
    assertThat(printed).hasSameSizeAs(lines);
    return printed;
  }

  /** Returns code points from all over Unicode, and those around each border of a width. */
  private static List<Integer> sample() {
    List<Integer> sample = new ArrayList<>();
    for (int codePoint = 0xa0; codePoint < 0x3100; codePoint++) {
      sample.add(codePoint);
    }
    for (int codePoint = 0x1f000; codePoint < 0x1fb00; codePoint++) {
      sample.add(codePoint);
    }
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      sample.add(0x3100 + random.nextInt(0x10ffff - 0x3100));
    }
    sample.removeIf(
        codePoint ->
            Character.getType(codePoint) == Character.SURROGATE
                || (codePoint & 0xfffe) == 0xfffe
                || (codePoint >= 0xfdd0 && codePoint <= 0xfdef));
    return sample;
  }
}
