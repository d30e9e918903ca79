package dev.reroll.oracle;

import java.util.List;
import java.util.Map;

/** Writes the stream from which {@code git fast-import} makes the commits of a pair. */
final class FastImport {
  private static final String WHO = "<draw@example.org> 1700000000 +0000\n";

  private final StringBuilder stream = new StringBuilder("feature done\n");

  private FastImport() {}

  /** Returns the stream for branches {@code base}, {@code before} and {@code after}. */
  static byte[] stream(SeriesPair pair) {
    FastImport writing = new FastImport();
    Author author = new Author("Base", "base@example.org");
    writing.reset("base", "");
    writing.commit("base", new Commit(author, "base\n", pair.base()), new Tree());
    writing.branch("before", pair.base(), pair.before());
    writing.branch("after", pair.base(), pair.after());
    return OctetText.bytes(writing.stream.append("done\n").toString());
  }

  private void branch(String name, Tree base, List<Commit> commits) {
    reset(name, "refs/heads/base");
    Tree current = base;
    for (Commit commit : commits) {
      commit(name, commit, current);
      current = commit.tree();
    }
  }

  private void reset(String branch, String from) {
    stream.append("reset refs/heads/").append(branch).append('\n');
    if (!from.isEmpty()) {
      stream.append("from ").append(from).append("\n\n");
    }
  }

  private void commit(String branch, Commit commit, Tree parent) {
    stream.append("commit refs/heads/").append(branch).append("\nauthor ");
    stream.append(commit.author().name()).append(" <").append(commit.author().address());
    stream.append("> 1700000000 +0000\ncommitter Draw ").append(WHO);
    data(commit.message());
    for (String path : parent.files().keySet()) {
      if (commit.tree().find(path).isEmpty()) {
        stream.append("D ").append(quoted(path)).append('\n');
      }
    }
    for (Map.Entry<String, TreeFile> entry : commit.tree().files().entrySet()) {
      TreeFile file = entry.getValue();
      if (!parent.find(entry.getKey()).filter(file::equals).isPresent()) {
        stream.append("M ").append(file.mode()).append(" inline ");
        stream.append(quoted(entry.getKey())).append('\n');
        data(file.content());
      }
    }
    stream.append('\n');
  }

  private void data(String octets) {
    stream.append("data ").append(octets.length()).append('\n').append(octets).append('\n');
  }

  static String quoted(String path) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < path.length(); i++) {
      char octet = path.charAt(i);
      boolean plain = octet > ' ' && octet < 127 && octet != '"' && octet != '\\';
      quoted.append(plain ? String.valueOf(octet) : String.format("\\%03o", (int) octet));
    }
    return quoted.append('"').toString();
  }
}
