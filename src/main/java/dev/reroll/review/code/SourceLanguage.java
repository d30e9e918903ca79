package dev.reroll.review.code;

import java.util.Locale;
import java.util.Set;

/**
 * Knows, by the name of a file, how comments begin in it and whether white space means something.
 *
 * <p>What is not known counts as text without comments, in which indentation and line breaks
 * matter.
 */
enum SourceLanguage {
  /** C and what looks like it; the preprocessor's lines end where they end. */
  C(Comments.SLASHES, false, false),
  /** Rust, whose single quotes may be lifetimes. */
  RUST(Comments.SLASHES, false, false),
  /** Languages with C's comments in which a line break may end a statement. */
  SCRIPT(Comments.SLASHES, true, false),
  /** Shell and Perl. */
  SHELL(Comments.HASH, true, false),
  /** Python, YAML, Kconfig, make: the indentation is part of the meaning. */
  INDENTED(Comments.HASH, true, true),
  TEXT(Comments.NONE, true, true);

  /** How comments begin. */
  enum Comments {
    NONE,
    /** {@code //} to the end of the line, and between slash-star and star-slash. */
    SLASHES,
    /** {@code #} at the start of a word, to the end of the line. */
    HASH
  }

  private static final Set<String> C_ENDINGS =
      Set.of(
          "c", "h", "cc", "cpp", "cxx", "hh", "hpp", "hxx", "y", "l", "java", "m", "dts", "dtsi",
          "dtso", "proto", "css", "s");
  private static final Set<String> SCRIPT_ENDINGS = Set.of("js", "ts", "go", "swift", "kt");
  private static final Set<String> SHELL_ENDINGS = Set.of("sh", "bash", "pl", "pm", "zsh");
  private static final Set<String> INDENTED_ENDINGS =
      Set.of("py", "yaml", "yml", "mk", "cmake", "toml", "tcl");
  private static final Set<String> INDENTED_NAMES =
      Set.of("makefile", "kbuild", "gnumakefile", "cmakelists.txt");

  private final Comments comments;
  private final boolean lineBreaksMatter;
  private final boolean indentMatters;

  SourceLanguage(Comments comments, boolean lineBreaksMatter, boolean indentMatters) {
    this.comments = comments;
    this.lineBreaksMatter = lineBreaksMatter;
    this.indentMatters = indentMatters;
  }

  /** Returns the language of the file at {@code path}. */
  static SourceLanguage of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (ending.equals("rs")) {
      return RUST;
    }
    if (INDENTED_NAMES.contains(name)
        || name.startsWith("kconfig")
        || name.startsWith("makefile.")) {
      return INDENTED;
    }
    if (!name.contains(".")) {
      return TEXT;
    }
    if (C_ENDINGS.contains(ending)) {
      return C;
    }
    if (SCRIPT_ENDINGS.contains(ending)) {
      return SCRIPT;
    }
    if (SHELL_ENDINGS.contains(ending)) {
      return SHELL;
    }
    return INDENTED_ENDINGS.contains(ending) ? INDENTED : TEXT;
  }

  Comments comments() {
    return comments;
  }

  boolean lineBreaksMatter() {
    return lineBreaksMatter;
  }

  boolean indentMatters() {
    return indentMatters;
  }
}
