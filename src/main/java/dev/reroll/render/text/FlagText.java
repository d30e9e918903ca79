package dev.reroll.render.text;

import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.ReviewFlag.Change;
import dev.reroll.review.result.ReviewFlag.Kind;
import java.util.List;
import java.util.Map;

/** The text of a flag: one line, without the number of its patch. */
public final class FlagText {
  private static final int ID_DIGITS = 12;

  private static final Map<String, String> OF_PATHS =
      Map.of(
          "uapi", "UAPI",
          "kconfig", "Kconfig",
          "device-tree-binding", "device-tree bindings",
          "qapi", "QAPI",
          "imported-headers", "imported headers",
          "command-list", "list of commands");

  private FlagText() {}

  /** Returns the text of {@code flag}. */
  public static String of(ReviewFlag flag) {
    List<String> what = flag.what().stream().map(text -> shorter(flag.kind(), text)).toList();
    return about(flag) + String.join(flag.patch().isEmpty() ? " → " : ", ", what);
  }

  /** Abbreviates ids as git does, and leaves out the addresses of people. */
  private static String shorter(Kind kind, String text) {
    int address = text.indexOf(" <");
    if (kind == Kind.BASE) {
      return text.substring(0, Math.min(ID_DIGITS, text.length()));
    }
    return kind == Kind.TAG_KEPT && address > 0 ? text.substring(0, address) : text;
  }

  private static String about(ReviewFlag flag) {
    return switch (flag.kind()) {
      case SENDER_SIGN_OFF -> "not signed off by its sender: ";
      case AUTHOR_SIGN_OFF -> "not signed off by its author: ";
      case TAG_KEPT -> "kept although the code changed: ";
      case NOT_MENTIONED -> "code changed, not mentioned in any changelog";
      case BROKEN_DIFF -> "its diff is damaged, git am would refuse it";
      case PATH -> OF_PATHS.getOrDefault(flag.name(), flag.name()) + words(flag.change());
      case EXPORTED_SYMBOL -> "exported symbols" + words(flag.change());
      case FIXES -> "Fixes" + words(flag.change());
      case STABLE -> "Cc: stable" + words(flag.change());
      case TREE -> "tree" + words(flag.change());
      case BASE -> "base" + words(flag.change());
    };
  }

  private static String words(Change change) {
    return switch (change) {
      case ADDED -> ", new in this version: ";
      case DROPPED -> ", dropped: ";
      case CHANGED -> ", changed: ";
      case MISSING -> ", missing: ";
    };
  }
}
