package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Draws what a patch does to a tree, with all that {@code git am} knows. */
final class AmChangeDraw {
  static final String SUBMODULE = "160000";

  private AmChangeDraw() {}

  static Change draw(Chance chance) {
    long seed = chance.seed();
    String path = path(chance);
    return switch (chance.upTo(25)) {
      case 0 -> ChangeDraw.add(path, TreeFile.plain(AmTextDraw.text(chance, 12)));
      case 1 -> ChangeDraw.add(path, TreeFile.plain(""));
      case 2 -> ChangeDraw.add(path, TreeFile.plain(ContentDraw.binary(chance)));
      case 3 -> ChangeDraw.add(path, new TreeFile(TreeFile.LINK, "src/" + chance.upTo(9)));
      case 4 -> ChangeDraw.add(path, new TreeFile(TreeFile.EXECUTABLE, "#!/bin/sh\nls\n"));
      case 5 -> ChangeDraw.add(path, submodule(chance));
      case 6 -> tree -> any(tree, seed, file -> true).ifPresent(tree::remove);
      case 7 -> move(seed, path, false, 0);
      case 8 -> move(seed, path, false, 1);
      case 9 -> move(seed, path, true, chance.upTo(1));
      case 10 -> mode(seed, chance.upTo(1));
      case 11, 18 -> binary(seed);
      case 12 -> retype(seed);
      case 13 -> retype(seed);
      case 14 -> swap(seed);
      case 15 -> folder(seed);
      case 16 -> empty(seed);
      case 17 -> toggleEnd(seed);
      default -> edit(seed, chance.percent(70) ? chance.between(1, 2) : chance.upTo(9));
    };
  }

  static String path(Chance chance) {
    return chance.percent(30)
        ? PathDraw.draw(chance)
        : chance.of("src/", "", "docs/", "new/deep/", "more/") + "file" + chance.upTo(20);
  }

  static TreeFile submodule(Chance chance) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      id.append(Integer.toHexString(chance.upTo(15)));
    }
    return new TreeFile(SUBMODULE, id.toString());
  }

  /** Finds some file of the tree; which one depends on the seed. */
  static Optional<String> any(Tree tree, long seed, Predicate<TreeFile> wanted) {
    List<String> paths = new ArrayList<>();
    tree.files()
        .forEach(
            (path, file) -> {
              if (wanted.test(file)) {
                paths.add(path);
              }
            });
    return paths.isEmpty() ? Optional.empty() : Optional.of(new Chance(seed).of(paths));
  }

  static boolean isFile(TreeFile file) {
    return !file.mode().equals(SUBMODULE) && !file.mode().equals(TreeFile.LINK);
  }

  static boolean isBinary(TreeFile file) {
    return isFile(file) && file.content().indexOf('\0') >= 0;
  }

  private static Change edit(long seed, int count) {
    return tree ->
        any(tree, seed, file -> isFile(file) && file.isText() && file.content().length() > 20)
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  tree.put(path, file.withContent(LineEdits.edit(file.content(), seed, count)));
                });
  }

  private static Change move(long seed, String to, boolean keeps, int edits) {
    return tree -> {
      Optional<String> from = any(tree, seed, AmChangeDraw::isFile);
      if (from.isPresent() && tree.find(to).isEmpty()) {
        TreeFile file = tree.find(from.get()).orElseThrow();
        if (!keeps) {
          tree.remove(from.get());
        }
        tree.put(to, file.withContent(LineEdits.edit(file.content(), seed, edits)));
        if (keeps && seed % 2 == 0) {
          String content = LineEdits.edit(file.content(), seed + 1, 1);
          tree.put(from.get(), file.withContent(content));
        }
      }
    };
  }

  static Change mode(long seed, int edits) {
    return tree ->
        any(tree, seed, AmChangeDraw::isFile)
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  boolean plain = file.mode().equals(TreeFile.PLAIN);
                  String content = LineEdits.edit(file.content(), seed, edits);
                  tree.put(
                      path, new TreeFile(plain ? TreeFile.EXECUTABLE : TreeFile.PLAIN, content));
                });
  }

  private static Change binary(long seed) {
    return tree ->
        any(tree, seed, AmChangeDraw::isBinary)
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  Chance chance = new Chance(seed);
                  String more = ContentDraw.binary(chance);
                  String content =
                      chance.percent(30) ? more : file.content() + more.substring(0, 4) + '\0';
                  tree.put(path, file.withContent(content));
                });
  }

  /** Makes a file another kind of thing. */
  static Change retype(long seed) {
    return tree ->
        any(tree, seed, file -> true)
            .ifPresent(
                path -> {
                  Chance chance = new Chance(seed);
                  TreeFile file = tree.find(path).orElseThrow();
                  TreeFile link = new TreeFile(TreeFile.LINK, "to/" + chance.upTo(9));
                  TreeFile plain = TreeFile.plain(AmTextDraw.text(chance, 5));
                  TreeFile module = submodule(chance);
                  tree.put(
                      path,
                      switch (file.mode()) {
                        case TreeFile.LINK -> chance.of(link, plain, module);
                        case SUBMODULE -> chance.of(module, module, plain, link);
                        default -> chance.of(link, link, module);
                      });
                });
  }

  private static Change swap(long seed) {
    return tree -> {
      Optional<String> one = any(tree, seed, AmChangeDraw::isFile);
      Optional<String> other = any(tree, seed + 1, AmChangeDraw::isFile);
      if (one.isPresent() && other.isPresent()) {
        TreeFile kept = tree.find(one.get()).orElseThrow();
        tree.put(one.get(), tree.find(other.get()).orElseThrow());
        tree.put(other.get(), kept);
      }
    };
  }

  /** Puts a folder where a file was, or a file where a folder was. */
  static Change folder(long seed) {
    return tree ->
        any(tree, seed, AmChangeDraw::isFile)
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  int slash = path.lastIndexOf('/');
                  if (slash < 0 || seed % 3 == 0) {
                    tree.remove(path);
                    tree.put(path + "/inner", file);
                    return;
                  }
                  String folder = path.substring(0, slash);
                  List.copyOf(tree.files().keySet()).stream()
                      .filter(other -> other.startsWith(folder + "/"))
                      .forEach(tree::remove);
                  boolean linked = seed % 2 == 0;
                  tree.put(folder, linked ? new TreeFile(TreeFile.LINK, "docs") : file);
                });
  }

  private static Change empty(long seed) {
    return tree ->
        any(tree, seed, file -> isFile(file) && (file.content().isEmpty() || seed % 3 == 0))
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  boolean fills = file.content().isEmpty();
                  String text = AmTextDraw.text(new Chance(seed), 6);
                  tree.put(path, file.withContent(fills ? text : ""));
                });
  }

  static Change toggleEnd(long seed) {
    return tree ->
        any(tree, seed, file -> file.isText() && isFile(file) && file.content().length() > 3)
            .ifPresent(
                path -> {
                  TreeFile file = tree.find(path).orElseThrow();
                  String text = file.content();
                  boolean ends = text.endsWith("\n");
                  String other = ends ? text.substring(0, text.length() - 1) : text + "\n";
                  tree.put(path, file.withContent(other));
                });
  }
}
