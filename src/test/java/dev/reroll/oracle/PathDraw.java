package dev.reroll.oracle;

import java.util.List;

/** Draws paths, with those that git quotes, and those that it does not but one might think so. */
final class PathDraw {
  private static final List<String> PLAIN =
      List.of("Makefile", "src/alpha.c", "src/beta.h", "src/sub/gamma.c", "docs/intro.txt", "a/b");
  private static final List<String> ODD =
      List.of(
          "docs/read me.txt",
          "dir/tab\there.c",
          "dir/quo\"te.c",
          "dir/back\\slash.c",
          OctetText.utf8("dir/größe.c"),
          OctetText.utf8("日本/語.txt"),
          "dir/caf\u00e9.c",
          "x => y.txt",
          " lead",
          "trail ",
          "b/b b/b",
          "a b/a b",
          "dir/##",
          "dir/bell\u0007.c",
          "dir/del\u007f.c",
          "dir/" + "long/".repeat(18) + "path.c",
          "dir/" + OctetText.utf8("é/").repeat(21) + "p.c",
          "-dash",
          "dir/caf\u00e9 \"x\" y",
          "(new)",
          "dir/cr\rx");

  private PathDraw() {}

  static String draw(Chance chance) {
    String path = chance.percent(45) ? chance.of(ODD) : chance.of(PLAIN);
    return chance.percent(40) ? path + chance.upTo(9) : path;
  }
}
