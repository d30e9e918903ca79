package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the stream from which {@code git fast-import} makes a history around a pair, with what no
 * mail can carry: merges, empty commits, notes, submodules, other encodings, odd dates.
 */
final class HistoryImport {
  private static final long START = 1_700_000_000L;
  private static final String LATIN = "caf\u00e9 \u00fc\n\nna\u00efve\ttab\n";
  private static final String EQUAL = "some\nlines\nthat\nare\nthe\nsame\n";
  private static final String ADDRESS = "<draw@example.org> ";

  private final Chance chance;
  private final StringBuilder stream = new StringBuilder("feature done\n");
  private final List<Integer> noted = new ArrayList<>();
  private int mark;
  private int time;
  private int submodule;
  private boolean isLink;

  private HistoryImport(Chance chance) {
    this.chance = chance;
  }

  /** Returns the stream for branches {@code base}, {@code before} and {@code after}, and notes. */
  static byte[] stream(SeriesPair pair, Chance chance) {
    HistoryImport writing = new HistoryImport(chance);
    writing.stream.append("reset refs/heads/base\n");
    writing.head("base", new Author("Base", "base@example.org"), "base\n", "");
    writing.files(new Tree(), pair.base());
    writing.file("100644", "kind", "a file\n");
    int base = writing.mark;
    writing.branch("before", base, pair.base(), pair.before());
    writing.branch("after", base, pair.base(), pair.after());
    writing.notes("commits", "noted\n\n  twice\ttab  \n");
    writing.notes("review", "looks good");
    return OctetText.bytes(writing.stream.append("done\n").toString());
  }

  private void branch(String name, int base, Tree tree, List<Commit> commits) {
    stream.append("reset refs/heads/").append(name).append("\nfrom :").append(base).append("\n\n");
    Tree current = tree;
    isLink = false;
    int last = base;
    for (Commit commit : commits) {
      if (chance.percent(10)) {
        head(name, commit.author(), "empty " + chance.upTo(2) + "\n", "");
        stream.append('\n');
      }
      if (chance.percent(10)) {
        merge(name, commit.author(), mark);
      }
      boolean latin = chance.percent(10);
      String message = latin ? LATIN : commit.message();
      head(name, commit.author(), message, latin ? "encoding ISO-8859-1\n" : "");
      files(current, commit.tree());
      extras();
      stream.append('\n');
      current = commit.tree();
      last = mark;
      if (chance.percent(30)) {
        noted.add(last);
      }
    }
  }

  /** Adds a commit beside the branch, and merges it. */
  private void merge(String name, Author author, int parent) {
    head("side", author, "beside\n", "");
    stream.append("from :").append(parent).append('\n');
    String path = "side/" + mark + ".txt";
    String content = "beside " + mark + "\n";
    file("100644", path, content);
    stream.append('\n');
    int side = mark;
    head(name, author, "on\n", "");
    file("100644", "on", "on " + mark + "\n");
    stream.append('\n');
    head(name, author, "merge\n", "");
    stream.append("merge :").append(side).append('\n');
    file("100644", path, content);
    stream.append('\n');
  }

  private void extras() {
    if (chance.percent(12)) {
      stream.append("M 160000 ").append(String.format("%040d", ++submodule)).append(" module\n");
    }
    if (chance.percent(12)) {
      isLink = !isLink;
      file(isLink ? "120000" : "100644", "kind", isLink ? "target" : "a file again\n");
    }
    if (chance.percent(10)) {
      file("100644", "old/equal" + chance.upTo(3), EQUAL);
    }
    if (chance.percent(10)) {
      stream.append("D old\n");
      file("100644", "new" + chance.upTo(4) + "/equal" + chance.upTo(3), EQUAL);
    }
  }

  private void head(String branch, Author author, String message, String encoding) {
    mark++;
    // Never back: git then takes commits for new ones that both sides have.
    time += chance.percent(70) ? 100 : 0;
    stream.append("commit refs/heads/").append(branch).append("\nmark :").append(mark);
    stream.append("\nauthor ").append(author.name()).append(" <").append(author.address());
    stream.append("> 1700000000 +0000\ncommitter Draw ").append(ADDRESS);
    stream.append(START + time).append(" +0000\n").append(encoding);
    data(message);
  }

  private void files(Tree parent, Tree tree) {
    for (String path : parent.files().keySet()) {
      if (tree.find(path).isEmpty()) {
        stream.append("D ").append(FastImport.quoted(path)).append('\n');
      }
    }
    for (Map.Entry<String, TreeFile> entry : tree.files().entrySet()) {
      if (!parent.find(entry.getKey()).filter(entry.getValue()::equals).isPresent()) {
        file(entry.getValue().mode(), entry.getKey(), entry.getValue().content());
      }
    }
  }

  private void file(String mode, String path, String content) {
    stream.append("M ").append(mode).append(" inline ").append(FastImport.quoted(path));
    stream.append('\n');
    data(content);
  }

  private void notes(String ref, String text) {
    stream.append("reset refs/notes/").append(ref).append('\n');
    stream.append("commit refs/notes/").append(ref).append("\ncommitter Draw ").append(ADDRESS);
    stream.append(START).append(" +0000\n");
    data("notes\n");
    for (int commit : noted) {
      if (chance.percent(60)) {
        stream.append("N inline :").append(commit).append('\n');
        data(chance.upTo(2) + " " + text);
      }
    }
    stream.append('\n');
  }

  private void data(String octets) {
    stream.append("data ").append(octets.length()).append('\n').append(octets).append('\n');
  }
}
