package dev.reroll.review.comments;

import dev.reroll.mail.Envelope;
import dev.reroll.review.material.ReplyText;
import dev.reroll.review.material.TagReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody said below some quoted lines, or without any.
 *
 * @param quote the quoted lines right above, and those before them up to the last remark; no blank
 *     line at its end; empty for what is said above all quotes
 * @param path the file that the quoted diff last named; empty where it named none
 * @param said what was said, with its indents, without greetings, tags and marks of what was left
 *     out; never empty
 * @param proposed lines of code among them, as a patch would add them, without the sign
 */
record QuotedComment(List<String> quote, String path, List<String> said, List<String> proposed) {
  private static final Pattern SMALL_TALK =
      Pattern.compile(
          "(?i)(hi|hello|hey|dear|thanks|thank you|thx|regards|best|cheers|best regards|kind"
              + " regards|((this|that|it|all|now|still|also) )*+(looks?|sounds?|seems?)"
              + " ((really|pretty|very|all|like a)"
              + " )*+(good|fine|ok(ay)?|great|nice|right|sane|reasonable|correct)("
              + " (idea|plan|change|patch|cleanup))?( to me)?( (too|now|here))?(,?"
              + " thanks)?|lgtm|ack|nice("
              + " (one|catch|cleanup|work))?|great|perfect|awesome|agreed?|right|yes|yep|yeah|sure|right,?"
              + " yes|(many |lots of )?(thanks|thank you)( a lot| very much)? for .{0,60}+"
              + "|(just )?(a |one |two |some |few |minor |small )*+(comments?|nits?|remarks?|questions?"
              + "|thoughts?|issues?)?( are| is)? ?(below|inline|in-?line)( below)?|makes sense( to me)?|(fair|good) (point|enough)|(very )?good|\\+1|applied,?"
              + " thanks|done|ok(ay)?|snip)(\\s+\\p{Lu}\\w*+)?\\s*+([:;]-?[)D]|[,.!:])*+");
  private static final Pattern RECEIPT =
      Pattern.compile(
          "(?i)^(?:(?:this |the )?(?:patch|series|it) (?:was|has been|is now) )?"
              + "(?:both |all |now )?(?:applied|queued|merged|pushed|picked up)(?![a-z])"
              + "|^\\[\\d+/\\d+\\] ");
  private static final Pattern MARK =
      Pattern.compile("[\\[<({]?\\s*+(\\.{2,}+|…|snip(ped)?|cut)\\W*.{0,3}");
  private static final Pattern NAME = Pattern.compile("(~ ?|-- ?|/)?\\p{Lu}\\w*\\.?");
  private static final String NEW_FILE = "+++ b/";

  /** Where some people sign. */
  private static final String FAR_RIGHT = "\t\t\t";

  QuotedComment {
    quote = List.copyOf(quote);
    said = List.copyOf(said);
    proposed = List.copyOf(proposed);
  }

  /** Returns the comments of an answer from {@code mail}, in their order. */
  static List<QuotedComment> in(ReplyText text, Envelope mail) {
    Reader reader = new Reader(firstName(mail));
    text.lines().forEach(reader::take);
    reader.close();
    return reader.found;
  }

  /** Joins comments without regard to what each is about. */
  static List<QuotedComment> joined(List<QuotedComment> comments) {
    List<String> said = comments.stream().flatMap(comment -> comment.said().stream()).toList();
    return said.isEmpty() ? List.of() : List.of(new QuotedComment(List.of(), "", said, List.of()));
  }

  private static String firstName(Envelope mail) {
    String name = mail.from().name().strip();
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(0, blank);
  }

  /** Whether {@code line} is one of its lines, whatever the indent. */
  boolean says(String line) {
    return said.stream().anyMatch(own -> own.strip().equals(line.strip()));
  }

  /** Whether it only says that somebody took the patches, as a maintainer's tools do. */
  boolean isReceipt() {
    for (String line : said) {
      if (RECEIPT.matcher(line.strip()).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line only opens or closes a block of code. */
  private static boolean isBracket(String line) {
    String text = line.strip();
    return !text.isEmpty() && text.chars().allMatch(c -> "{}();".indexOf(c) >= 0);
  }

  /** Whether the line is more than a greeting, a tag or a name. */
  static boolean saysSomething(String line) {
    String text = line.strip();
    boolean hasWord = text.chars().filter(Character::isLetter).count() >= 2;
    return hasWord
        && !text.startsWith("...>")
        && !text.startsWith("From: ")
        && !isAttribution(text)
        && !SMALL_TALK.matcher(text).matches()
        && !MARK.matcher(text).matches()
        && TagReader.first(text).isEmpty();
  }

  /** Whether it names who wrote what follows, without saying so: {@code Ada <ada@example.org>:}. */
  private static boolean isAttribution(String text) {
    return text.endsWith(">:") && text.indexOf('@') > 0;
  }

  private static final class Reader {
    private final String firstName;
    private final List<QuotedComment> found = new ArrayList<>();
    private List<String> quote = new ArrayList<>();
    private List<String> said = new ArrayList<>();
    private String path = "";
    private String pathOfQuote = "";

    Reader(String firstName) {
      this.firstName = firstName;
    }

    void take(ReplyText.Line line) {
      if (line.depth() == 0) {
        said.add(line.text());
        return;
      }
      if (said.stream().anyMatch(text -> !text.isBlank())) {
        close();
      }
      said = new ArrayList<>();
      if (line.text().startsWith(NEW_FILE)) {
        path = line.text().substring(NEW_FILE.length()).strip();
      }
      pathOfQuote = path;
      quote.add(line.text());
    }

    void close() {
      while (!quote.isEmpty() && quote.get(quote.size() - 1).isBlank()) {
        quote.remove(quote.size() - 1);
      }
      List<String> words = new ArrayList<>();
      for (int i = 0; i < said.size(); i++) {
        boolean isCode = !words.isEmpty() && isBracket(said.get(i));
        if (isCode || (isWord(said.get(i)) && !opensTags(i))) {
          words.add(said.get(i).stripTrailing());
        }
      }
      if (!words.isEmpty()) {
        found.add(new QuotedComment(quote, pathOfQuote, words, ProposedLines.in(said)));
      }
      quote = new ArrayList<>();
      said = new ArrayList<>();
    }

    /** Whether the line only says what the tags right below it are for: {@code For both:}. */
    private boolean opensTags(int index) {
      int next = index + 1;
      while (next < said.size() && said.get(next).isBlank()) {
        next++;
      }
      return said.get(index).strip().endsWith(":")
          && next < said.size()
          && TagReader.first(said.get(next)).isPresent();
    }

    private boolean isWord(String line) {
      String text = line.strip();
      boolean isName = NAME.matcher(text).matches();
      boolean isSigned = isName && text.contains(firstName) && !firstName.isEmpty();
      boolean isNickname = isName && line.startsWith(FAR_RIGHT);
      return saysSomething(line) && !isSigned && !isNickname;
    }
  }
}
