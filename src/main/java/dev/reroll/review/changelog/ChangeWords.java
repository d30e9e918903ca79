package dev.reroll.review.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what people write of code into names of code and words. */
final class ChangeWords {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\(\\))?(?:\\.[chS]\\b)?");
  private static final Pattern PART = Pattern.compile("[_.]+");
  private static final int MIN_LETTERS = 4;
  private static final int STEM_LETTERS = 5;
  private static final Set<String> COMMON =
      Set.of(
          "about", "above", "actua", "added", "addre", "after", "again", "allow", "along", "also",
          "amend", "anoth", "anyth", "been", "befor", "being", "below", "bette", "bool", "both",
          "branc", "bug", "bugs", "build", "case", "cases", "chang", "char", "check", "clean",
          "code", "comme", "commi", "compi", "confl", "const", "corre", "cosme", "could", "curre",
          "descr", "diffe", "docum", "don't", "drop", "dropp", "each", "early", "else", "email",
          "enum", "error", "every", "false", "feedb", "few", "file", "files", "first", "fix",
          "fixed", "fixes", "forma", "from", "funct", "gener", "goto", "gramm", "have", "helpe",
          "http", "https", "impro", "inden", "inlin", "insid", "inste", "into", "intro", "issue",
          "jens", "just", "kerne", "last", "later", "lates", "like", "line", "lines", "link",
          "linus", "linux", "littl", "long", "lore", "make", "makes", "merge", "minor", "misc",
          "misce", "more", "move", "moved", "name", "namin", "need", "needs", "next", "nicer",
          "nit", "nits", "null", "only", "onto", "other", "outsi", "patch", "point", "prev",
          "prope", "rc", "rebas", "refac", "remov", "renam", "repla", "reply", "repor", "resen",
          "resol", "retur", "revie", "rewor", "rewri", "robot", "same", "serie", "set", "sever",
          "shoul", "simpl", "since", "sizeo", "small", "smart", "some", "somet", "space", "spell",
          "split", "squas", "stati", "still", "struc", "style", "sugge", "suppo", "test", "tests",
          "thank", "that", "their", "them", "then", "there", "these", "they", "this", "tree",
          "trivi", "true", "tweak", "typo", "typos", "unsig", "updat", "upstr", "usage", "used",
          "user", "using", "v1", "v2", "value", "varia", "vario", "versi", "void", "want", "warni",
          "were", "what", "when", "where", "which", "while", "white", "whole", "will", "with",
          "witho", "would", "your");

  private ChangeWords() {}

  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** Whether {@code word} can only be a name of code: {@code io_send}, {@code main()}. */
  static boolean isName(String word) {
    return word.indexOf('_') >= 0
        || word.endsWith("()")
        || word.indexOf('.') >= 0
        || (word.chars().skip(1).anyMatch(c -> c >= 'A' && c <= 'Z')
            && word.chars().anyMatch(c -> c >= 'a' && c <= 'z'));
  }

  /** Returns what the parts of {@code word} begin with; not short ones, nor what all say. */
  static List<String> stems(String word) {
    List<String> stems = new ArrayList<>();
    for (String part : PART.split(plain(word), -1)) {
      String stem = part.substring(0, Math.min(STEM_LETTERS, part.length()));
      if (part.length() >= MIN_LETTERS && !COMMON.contains(stem)) {
        stems.add(stem);
      }
    }
    return stems;
  }

  /** Returns {@code name} as it is compared: lower case, without brackets. */
  static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("()") ? lower.substring(0, lower.length() - 2) : lower;
  }
}
