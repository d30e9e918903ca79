package dev.reroll.review.code;

import dev.reroll.review.code.SourceFile.Token;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the names that added lines declare: functions, types, macros, variables, members, labels.
 *
 * <p>To exchange a name that others declared ({@code GFP_KERNEL} for {@code GFP_ATOMIC}) changes
 * what the code does; to exchange one that the patch itself brings is only another name. A rule of
 * thumb for lines by themselves, which rather finds too few:
 *
 * <pre>
 * struct|union|enum|class|fn|def|let|mut|define|typedef NAME
 * TYPE [*] NAME, with one of ; , = ( [ ) : behind, where the line begins with the type
 * ( TYPE *NAME  , TYPE *NAME  with , or ) behind: a parameter
 * NAME:  at the start of a line: a label
 * NAME=  at the start of a line of a shell script
 * </pre>
 */
final class Declarations {
  private static final Pattern BRACKETS = Pattern.compile("[(,)]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern STARS = Pattern.compile("^\\*+");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Set<String> INTRODUCERS =
      Set.of("fn", "def", "class", "let", "mut", "define", "const", "trait", "mod", "config");
  private static final Set<String> TAG_WORDS = Set.of("struct", "union", "enum");
  private static final Set<String> STATEMENTS =
      Set.of(
          "return",
          "goto",
          "case",
          "else",
          "if",
          "while",
          "for",
          "do",
          "switch",
          "sizeof",
          "typeof",
          "break",
          "continue",
          "in",
          "not",
          "and",
          "or",
          "import",
          "from",
          "use",
          "pub");

  private final Set<String> names = new HashSet<>();

  private Declarations() {}

  /** Returns what the added lines of {@code files} declare. */
  static Set<String> in(Collection<SourceFile> files) {
    Declarations found = new Declarations();
    for (SourceFile file : files) {
      boolean isShell = SourceLanguage.of(file.path()) == SourceLanguage.SHELL;
      for (int i = 0; i < file.lines().size(); i++) {
        SourceFile.Line line = file.lines().get(i);
        if (line.sign() == '+') {
          found.read(ChangeFlow.code(file.tokens().get(i)), isShell);
          found.readParameters(line.text());
        }
      }
    }
    return found.names;
  }

  private void read(List<Token> line, boolean isShell) {
    int at = 0;
    while (at < line.size() && line.get(at).text().isBlank()) {
      at++;
    }
    if (isShell && at + 1 < line.size() && line.get(at + 1).text().equals("=")) {
      addName(line.get(at));
    }
    readIntroduced(line);
    readLabel(line, at);
    readDeclarator(line, at);
  }

  private void readIntroduced(List<Token> line) {
    for (int i = 1; i < line.size(); i++) {
      String word = line.get(i - 1).text();
      boolean opens = i + 1 < line.size() && line.get(i + 1).text().equals("{");
      if (INTRODUCERS.contains(word) || (TAG_WORDS.contains(word) && opens)) {
        addName(line.get(i));
      }
    }
  }

  private void readLabel(List<Token> line, int at) {
    boolean isLabel =
        line.size() == at + 2
            && line.get(at + 1).text().equals(":")
            && !line.get(at).text().equals("default");
    if (isLabel) {
      addName(line.get(at));
    }
  }

  /** Reads {@code static struct page *name =}: words and stars, the last word is declared. */
  private void readDeclarator(List<Token> line, int from) {
    int words = 0;
    int at = from;
    while (at < line.size() && (line.get(at).isName() || line.get(at).text().equals("*"))) {
      words += line.get(at).isName() ? 1 : 0;
      at++;
    }
    boolean ends = at < line.size() && ";,=([):".contains(line.get(at).text());
    boolean isStatement = at > from && STATEMENTS.contains(line.get(from).text());
    if (words >= 2 && ends && !isStatement) {
      addName(line.get(at - 1));
    }
  }

  /** Reads {@code (struct page *name,}: spaces tell a pointer from a product. */
  private void readParameters(String text) {
    for (String part : BRACKETS.split(text, -1)) {
      String[] words = BLANKS.split(part.strip(), -1);
      if (words.length >= 2 && words.length <= 5 && !STATEMENTS.contains(words[0])) {
        String last = STARS.matcher(words[words.length - 1]).replaceFirst("");
        boolean plain = WORD.matcher(last).matches();
        for (int i = 0; i + 1 < words.length; i++) {
          plain &= WORD.matcher(words[i]).matches();
        }
        if (plain) {
          names.add(last);
        }
      }
    }
  }

  private void addName(Token token) {
    if (token.isName()) {
      names.add(token.text());
    }
  }
}
