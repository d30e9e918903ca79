package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what became different in a tree since a series was written on it. */
final class AmDrift {
  private final Chance chance;
  private final Tree base;
  private final List<Commit> series;

  AmDrift(Chance chance, Tree base, List<Commit> series) {
    this.chance = chance;
    this.base = base;
    this.series = series;
  }

  Change draw() {
    long seed = chance.seed();
    return switch (chance.upTo(23)) {
      case 0, 1, 2 -> atTop(seed);
      case 3, 4, 5 -> edited(seed);
      case 6 -> tree -> touched(tree, seed).ifPresent(tree::remove);
      case 7 -> renamed(seed);
      case 8 -> takenFromSeries(seed);
      case 9, 20 -> takenWhole();
      case 10 -> AmChangeDraw.retype(seed);
      case 11 -> AmChangeDraw.folder(seed);
      case 12 -> returns(seed);
      case 13 -> appended(seed);
      case 14, 15, 19 -> occupied(seed);
      case 16 -> otherMode(seed);
      case 17 -> otherType(seed);
      case 18, 21, 22, 23 -> otherBinary(seed);
      default -> AmChangeDraw.draw(chance);
    };
  }

  /** Finds a path that the series changes, most often one that is there. */
  private Optional<String> touched(Tree tree, long seed) {
    List<String> paths = new ArrayList<>();
    Tree last = series.get(series.size() - 1).tree();
    for (String path : base.files().keySet()) {
      if (!base.find(path).equals(last.find(path)) && tree.find(path).isPresent()) {
        paths.add(path);
      }
    }
    return paths.isEmpty() ? Optional.empty() : Optional.of(new Chance(seed).of(paths));
  }

  private Change atTop(long seed) {
    return onText(seed, text -> "// on top\n".repeat(1 + (int) (seed & 7)) + text);
  }

  private Change edited(long seed) {
    return onText(seed, text -> LineEdits.edit(text, seed, 1 + (int) (seed & 1)));
  }

  private Change returns(long seed) {
    return onText(
        seed, text -> text.contains("\r") ? text.replace("\r", "") : text.replace("\n", "\r\n"));
  }

  private Change appended(long seed) {
    return onText(
        seed,
        text -> {
          boolean cut = (seed & 1) == 0 && text.endsWith("\n");
          return cut ? text.substring(0, text.length() - 1) : text + "\nmore\n";
        });
  }

  /** What a text becomes. */
  private interface Rewrite {
    String of(String text);
  }

  private Change onText(long seed, Rewrite rewrite) {
    return tree ->
        touched(tree, seed)
            .filter(path -> AmChangeDraw.isFile(tree.find(path).orElseThrow()))
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  if (file.isText()) {
                    tree.put(path, file.withContent(rewrite.of(file.content())));
                  }
                });
  }

  private Change otherMode(long seed) {
    return tree ->
        touched(tree, seed)
            .filter(path -> AmChangeDraw.isFile(tree.find(path).orElseThrow()))
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  boolean plain = file.mode().equals(TreeFile.PLAIN);
                  String mode = plain ? TreeFile.EXECUTABLE : TreeFile.PLAIN;
                  tree.put(path, new TreeFile(mode, file.content()));
                });
  }

  private Change otherType(long seed) {
    return tree ->
        touched(tree, seed)
            .ifPresent(path -> tree.put(path, new TreeFile(TreeFile.LINK, "elsewhere")));
  }

  private Change otherBinary(long seed) {
    return tree ->
        AmChangeDraw.any(tree, seed, AmChangeDraw::isBinary)
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  tree.put(path, file.withContent("other" + file.content()));
                });
  }

  private Change renamed(long seed) {
    return tree ->
        touched(tree, seed)
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  tree.remove(path);
                  tree.put("moved/" + path, file);
                });
  }

  /** Takes one file as some commit of the series has it. */
  private Change takenFromSeries(long seed) {
    return tree -> {
      Tree taken = chance.of(series).tree();
      touched(tree, seed)
          .ifPresent(
              path -> {
                tree.remove(path);
                taken.find(path).ifPresent(file -> tree.put(path, file));
              });
    };
  }

  /** Takes the tree as some commit of the series has it. */
  private Change takenWhole() {
    return tree -> {
      Tree taken = chance.of(series).tree();
      List.copyOf(tree.files().keySet()).forEach(tree::remove);
      taken.files().forEach(tree::put);
    };
  }

  /** Puts something where the series will add a file, or where the folder of one will be. */
  private Change occupied(long seed) {
    Tree added = series.get(series.size() - 1).tree().copy();
    base.files().keySet().forEach(added::remove);
    List<String> inFolders = new ArrayList<>(added.files().keySet());
    inFolders.removeIf(path -> path.indexOf('/') < 0);
    if (!inFolders.isEmpty()) {
      added.files().keySet().retainAll(inFolders);
    }
    return tree ->
        AmChangeDraw.any(added, seed, file -> true)
            .ifPresent(
                path -> {
                  int slash = path.indexOf('/');
                  boolean above = slash > 0 && seed % 4 != 0;
                  String place = above ? path.substring(0, slash) : path;
                  TreeFile file =
                      seed % 4 == 0
                          ? TreeFile.plain("occupied\n")
                          : new TreeFile(TreeFile.LINK, "docs");
                  tree.put(seed % 5 == 0 ? place + "/below" : place, file);
                });
  }
}
