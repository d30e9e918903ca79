package dev.reroll.oracle;

import dev.reroll.linediff.TextPairs;
import java.util.Optional;
import java.util.SortedMap;

/** Draws what a patch does to a tree. */
final class ChangeDraw {
  private ChangeDraw() {}

  static Change draw(Chance chance) {
    return switch (chance.upTo(19)) {
      case 0 -> add(PathDraw.draw(chance), TreeFile.plain(ContentDraw.text(chance)));
      case 1 -> add(PathDraw.draw(chance), TreeFile.plain(""));
      case 2 -> add(PathDraw.draw(chance), TreeFile.plain(ContentDraw.binary(chance)));
      case 3 -> add(PathDraw.draw(chance), new TreeFile(TreeFile.LINK, PathDraw.draw(chance)));
      case 4 -> add(PathDraw.draw(chance), new TreeFile(TreeFile.EXECUTABLE, "#!/bin/sh\nls\n"));
      case 5 -> delete(chance.seed());
      case 6 -> rename(chance.seed(), PathDraw.draw(chance), 0);
      case 7 -> rename(chance.seed(), PathDraw.draw(chance), 1);
      case 8 -> changeMode(chance.seed());
      case 9 -> changeBinary(chance.seed());
      case 10 -> changeEmpty(chance.seed());
      case 11 -> rewrite(chance.seed());
      default -> edit(chance.seed(), chance.percent(80) ? chance.between(1, 3) : chance.upTo(25));
    };
  }

  static Change add(String path, TreeFile file) {
    return tree -> tree.put(path, file);
  }

  /** Edits some text file in so many places. */
  static Change edit(long seed, int count) {
    return tree ->
        tree.drawText(new Chance(seed).random())
            .ifPresent(path -> editFile(tree, path, seed, count));
  }

  private static void editFile(Tree tree, String path, long seed, int count) {
    TreeFile file = tree.find(path).orElseThrow();
    tree.put(path, file.withContent(LineEdits.edit(file.content(), seed, count)));
  }

  private static Optional<String> anyPath(Tree tree, Chance chance) {
    SortedMap<String, TreeFile> files = tree.files();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            files.keySet().stream().skip(chance.upTo(files.size() - 1)).findFirst().get());
  }

  private static Change delete(long seed) {
    return tree -> {
      if (tree.files().size() > 3) {
        anyPath(tree, new Chance(seed)).ifPresent(tree::remove);
      }
    };
  }

  private static Change rename(long seed, String to, int edits) {
    return tree ->
        tree.drawText(new Chance(seed).random())
            .filter(from -> tree.find(to).isEmpty())
            .ifPresent(
                from -> {
                  TreeFile file = tree.find(from).orElseThrow();
                  tree.remove(from);
                  tree.put(to, file.withContent(LineEdits.edit(file.content(), seed, edits)));
                });
  }

  private static Change changeMode(long seed) {
    return tree ->
        tree.drawText(new Chance(seed).random())
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  boolean plain = file.mode().equals(TreeFile.PLAIN);
                  String mode = plain ? TreeFile.EXECUTABLE : TreeFile.PLAIN;
                  int edits = seed % 2 == 0 ? 0 : 1;
                  String content = LineEdits.edit(file.content(), seed, edits);
                  tree.put(path, new TreeFile(mode, content));
                });
  }

  private static Change changeBinary(long seed) {
    return tree ->
        tree.files().entrySet().stream()
            .filter(entry -> entry.getValue().content().indexOf('\0') >= 0)
            .map(entry -> entry.getKey())
            .findFirst()
            .ifPresent(
                path -> {
                  Chance chance = new Chance(seed);
                  TreeFile file = tree.find(path).orElseThrow();
                  if (chance.percent(25)) {
                    tree.remove(path);
                  } else {
                    tree.put(path, file.withContent(file.content() + ContentDraw.binary(chance)));
                  }
                });
  }

  /** Removes an empty file, or fills it. */
  private static Change changeEmpty(long seed) {
    return tree ->
        tree.files().entrySet().stream()
            .filter(entry -> entry.getValue().content().isEmpty())
            .map(entry -> entry.getKey())
            .findFirst()
            .ifPresent(
                path -> {
                  if (seed % 2 == 0) {
                    tree.remove(path);
                  } else {
                    tree.put(path, TreeFile.plain(ContentDraw.text(new Chance(seed))));
                  }
                });
  }

  /** Puts one side of a drawn diff where the other was, or where some text was. */
  private static Change rewrite(long seed) {
    return tree ->
        tree.drawText(new Chance(seed).random())
            .ifPresent(
                path -> {
                  byte[] text = new TextPairs(seed).draw().after().toByteArray();
                  tree.put(path, tree.find(path).orElseThrow().withContent(OctetText.of(text)));
                });
  }
}
