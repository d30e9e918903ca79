package dev.reroll.oracle;

import java.util.List;
import java.util.Map;

/** Writes the streams from which {@code git fast-import} makes the branches of a case. */
final class AmImport {
  private final StringBuilder stream = new StringBuilder("feature done\n");
  private final boolean isSha256;

  private AmImport(boolean isSha256) {
    this.isSha256 = isSha256;
  }

  /** Returns the stream for the author's repository: branches {@code base} and {@code series}. */
  static byte[] ofSeries(AmCase drawn, boolean isSha256) {
    AmImport writing = new AmImport(isSha256);
    writing.commit("base", "base\n", drawn.base());
    writing.stream.append("reset refs/heads/series\nfrom refs/heads/base\n\n");
    for (Commit commit : drawn.series()) {
      writing.commit("series", commit.message(), commit.tree());
    }
    return writing.bytes();
  }

  /** Returns the stream for the receiver's repository: branch {@code target}. */
  static byte[] ofTarget(AmCase drawn, boolean isSha256) {
    AmImport writing = new AmImport(isSha256);
    if (drawn.knowsBase()) {
      writing.commit("target", "base\n", drawn.base());
    }
    writing.commit("target", "target\n", drawn.target());
    return writing.bytes();
  }

  private byte[] bytes() {
    return OctetText.bytes(stream.append("done\n").toString());
  }

  private void commit(String branch, String message, Tree tree) {
    stream.append("commit refs/heads/").append(branch);
    stream.append("\ncommitter Draw <draw@example.org> 1700000000 +0000\n");
    data(message);
    stream.append("deleteall\n");
    for (Map.Entry<String, TreeFile> entry : tree.files().entrySet()) {
      TreeFile file = entry.getValue();
      String path = FastImport.quoted(entry.getKey());
      if (file.mode().equals(AmChangeDraw.SUBMODULE)) {
        String id = isSha256 ? file.content() + "0".repeat(24) : file.content();
        stream.append(String.join(" ", List.of("M", file.mode(), id, path))).append('\n');
      } else {
        stream.append("M ").append(file.mode()).append(" inline ").append(path).append('\n');
        data(file.content());
      }
    }
    stream.append('\n');
  }

  private void data(String octets) {
    stream.append("data ").append(octets.length()).append('\n').append(octets).append('\n');
  }
}
