package dev.reroll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists the pairs of successive complete versions of the corpus, as its manifest has them. */
final class CorpusPairs {
  private CorpusPairs() {}

  static List<List<Path>> of(Path corpus) throws IOException {
    List<List<Path>> pairs = new ArrayList<>();
    List<String> lines = Files.readAllLines(corpus.resolveSibling("manifest.tsv"));
    List<String> names = List.of(lines.get(0).split("\t", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      String[] versions = cells[names.indexOf("versions")].split(",", -1);
      String[] complete = cells[names.indexOf("complete")].split(",", -1);
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < versions.length; i++) {
        if (complete[i].equals("y")) {
          files.add(corpus.resolve(cells[0]).resolve(versions[i] + ".mbox.gz"));
        }
      }
      for (int i = 1; i < files.size(); i++) {
        pairs.add(List.of(files.get(i - 1), files.get(i)));
      }
    }
    return pairs;
  }
}
