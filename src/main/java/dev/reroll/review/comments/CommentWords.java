package dev.reroll.review.comments;

import dev.reroll.mail.Envelope;
import dev.reroll.review.material.WordPattern;
import dev.reroll.review.result.CommentAudit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The word lists that classify comments and the answers of authors. */
final class CommentWords {
  /** Matches text that asks, proposes, doubts, finds a fault, or sets a condition. */
  private static final Pattern ASKS =
      WordPattern.compile(
          "\\?|\\<(?:please|pls|should|shouldn't|could|can you|can we|must|mustn't|need|needs|ought"
              + "|nit|nits|typo|typos|missing|missed|remove|drop|rename|replace|move|split|squash|fold"
              + "|add|avoid|use|wrong|incorrect|buggy|bug|broken|breaks|leak|leaks|leaked|race|racy"
              + "|crash|crashes|deadlock|overflow|overflows|uninitialized|unused"
              + "|why|how about|what about|instead|rather|prefer|better|nicer|cleaner|simpler"
              + "|redundant|unnecessary|unneeded|not needed|no need|pointless|useless|superfluous"
              + "|don't (?:think|see|like|understand|need|want)|do not (?:think|see|like|need|want)"
              + "|doesn't|does not|won't|isn't|not sure|i'd|i would|would be|would have|let's|lets"
              + "|consider|suggest|suggestion|propose|maybe|perhaps|confused|confusing|unclear"
              + "|if you|with that|once|unless|fix|nak|nack|enough|cannot|can't|keep|leave"
              + "|make|put|check|who|which one|shall|suggested|suggests|you can|we can|get rid|probably"
              + "|combine|change|using|belongs)\\>");

  /** Matches the beginning of an answer that agrees to a request. */
  private static final Pattern AGREES =
      WordPattern.compile(
          "^\\W*+(?:(?:ah|oh|yes|yeah|yep|yup|hi \\w++|hm+|well|thanks)\\>[,.! ]*+)*+"
              + "(?:ok|okay|sure|done|fixed|agreed|ack|will do|will fix|good (?:catch|point|idea)"
              + "|nice catch|fair (?:point|enough)|you are right|you're right|right|makes sense"
              + "|indeed|sounds good|oops|d'oh|doh|duh|argh|ouch|my bad|my mistake|correct|true|you are correct"
              + "|you're correct|that's right|thanks for (?:the catch|catching|spotting|pointing"
              + "|noticing|finding)|for (?:the catch|catching|spotting|pointing|noticing)"
              + ")\\>(?! (?:now|but|i think|to me))");

  /** Matches a promise anywhere in the answer. */
  private static final Pattern WILL =
      WordPattern.compile(
          "\\<(?:will|i'll|i will|we'll|gonna|going to|let me) (?:do|fix|change|add|remove|drop|update|rename"
              + "|move|use|try|send|address|correct|include|rework|respin|split|adjust|make|rewrite"
              + "|switch|replace|improve|clarify|mention|put|take care|squash|fold)\\>"
              + "|\\<(?:fixed|done|changed|added|removed|updated|addressed) (?:it |this |that )?(?:in|for) "
              + "(?:v\\d|the next|next)|\\<in (?:v\\d++|the next (?:version|revision|spin))\\>");

  private static final Pattern REFUSES =
      WordPattern.compile(
          "^\\W*+(?:no|nope|not really|actually no|i don't|i disagree|i prefer)\\>"
              + "|\\<(?:will not|won't|rather not|as is|as it is"
              + "|struggling|not sure|hard to|don't know)\\>");

  /** Matches a request to remove a line. */
  private static final Pattern ASKS_TO_REMOVE =
      WordPattern.compile(
          "\\<(?:remove|drop|delete|get rid|unneeded|unnecessary|redundant|not needed|no need"
              + "|superfluous|useless|pointless|unused|needed\\?|need this|leftover|stray|dead code)\\>");

  /** Matches a correction that names a word of the line. */
  private static final Pattern CORRECTS =
      WordPattern.compile(
          "->|\\<(?:typo|spelling|rename|remove|drop|not|don't need|no need|unnecessary|unused"
              + "|redundant|get rid|instead of)\\>");

  private static final Pattern ROBOT_NAME =
      WordPattern.compile(
          "\\<(?:kernel test robot|lkp|syzbot|syzkaller|patchew|no-reply|noreply|kbuild"
              + "|ci bot|bot|robot|patchwork|buildbot|sashiko|kernelci|coverity|intel-gfx-ci|bugbot)\\>");

  private static final Pattern SUBSTITUTION =
      Pattern.compile("(?<![A-Za-z0-9])s/([^/\\n]{2,60}+)/([^/\\n]{1,60}+)");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
  private static final int LETTERS_OF_NAME = 4;

  /** Promises further down in an answer are usually about something else. */
  private static final int LINES_OF_PROMISE = 3;

  private CommentWords() {}

  /** Whether the comment asks, proposes, doubts, finds a fault or sets a condition. */
  static boolean asks(QuotedComment comment) {
    return !comment.proposed().isEmpty() || comment.said().stream().anyMatch(CommentWords::asks);
  }

  /** Whether the line does the same. */
  static boolean asks(String line) {
    return ASKS.matcher(line.replace('’', '\'')).find();
  }

  /**
   * Returns the index of the line from which on three tell most: the first that asks, or where its
   * sentence begins; else the first with some words. Where there are no more than three it is the
   * first.
   */
  static int firstTelling(QuotedComment comment) {
    List<String> said = comment.said();
    if (said.size() <= CommentAudit.Words.EXCERPT_LINES) {
      return 0;
    }
    int first = -1;
    for (int i = 0; i < said.size(); i++) {
      if (!isPlain(said.get(i), comment)) {
        continue;
      }
      first = first < 0 ? i : first;
      if (asks(said.get(i))) {
        return beginOfSentence(comment, i);
      }
    }
    return Math.max(first, 0);
  }

  /** Returns where the sentence in line {@code at} begins, as far as an excerpt has room for it. */
  private static int beginOfSentence(QuotedComment comment, int at) {
    List<String> said = comment.said();
    int begin = at;
    while (begin > 0
        && at - begin < CommentAudit.Words.EXCERPT_LINES - 1
        && isPlain(said.get(begin - 1), comment)
        && !isEnd(said.get(begin - 1))) {
      begin--;
    }
    return begin;
  }

  private static boolean isPlain(String line, QuotedComment comment) {
    return line.strip().indexOf(' ') > 0 && !comment.proposed().contains(line.strip());
  }

  private static boolean isEnd(String line) {
    int end = line.length() - 1;
    while (end > 0 && ")]\"'".indexOf(line.charAt(end)) >= 0) {
      end--;
    }
    return ".?!:".indexOf(line.charAt(end)) >= 0;
  }

  /** Whether an answer that begins with this line says that it will be, or is, done. */
  static boolean isPromise(String line) {
    return AGREES.matcher(line).find() && !REFUSES.matcher(line).find();
  }

  /** Whether an answer says that it will be, or is, done. */
  static boolean isPromise(List<String> answer) {
    String text = String.join(" ", answer).replace('’', '\'');
    boolean agrees = AGREES.matcher(text).find() && text.indexOf('?') < 0 && !argues(text);
    String start = String.join(" ", answer.subList(0, Math.min(answer.size(), LINES_OF_PROMISE)));
    return (agrees || WILL.matcher(start).find()) && !REFUSES.matcher(text).find();
  }

  private static boolean argues(String text) {
    return text.contains(" but ") || text.contains("though");
  }

  /** Whether the comment asks for its line to go. */
  static boolean asksToRemove(QuotedComment comment) {
    return comment.said().stream().anyMatch(line -> ASKS_TO_REMOVE.matcher(line).find());
  }

  /** Whether a program sent the mail. */
  static boolean isRobot(Envelope mail) {
    return ROBOT_NAME.matcher(mail.from().name()).find()
        || ROBOT_NAME.matcher(mail.from().address()).find();
  }

  /** Whether {@code now} has words that the comment names and {@code before} has not. */
  static boolean hasAskedWords(QuotedComment comment, String before, String now) {
    for (String line : comment.said()) {
      Matcher matcher = SUBSTITUTION.matcher(line);
      if (matcher.find()) {
        return before.contains(matcher.group(1)) && now.contains(matcher.group(2));
      }
    }
    Set<String> lost = new HashSet<>(names(before));
    lost.removeAll(names(now));
    if (comment.said().stream().anyMatch(line -> isCorrection(line) && namesAny(line, lost))) {
      return true;
    }
    Set<String> fresh = new HashSet<>(names(now));
    fresh.removeAll(names(before));
    return comment.said().stream()
        .flatMap(line -> names(line).stream())
        .anyMatch(name -> fresh.contains(name) && (isCode(name) || isLonger(name)));
  }

  private static boolean isCorrection(String line) {
    return CORRECTS.matcher(line).find();
  }

  private static boolean namesAny(String line, Set<String> names) {
    return names(line).stream().anyMatch(names::contains);
  }

  /** Returns the names of code that the comment mentions. */
  static Set<String> codeNames(QuotedComment comment) {
    Set<String> names = new HashSet<>();
    for (String line : comment.said()) {
      names(line).stream().filter(CommentWords::isCode).forEach(names::add);
    }
    return names;
  }

  private static boolean isCode(String name) {
    return name.indexOf('_') > 0
        || name.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static boolean isLonger(String name) {
    return name.length() > LETTERS_OF_NAME + 2;
  }

  private static List<String> names(String line) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(line);
    while (matcher.find()) {
      if (matcher.end() - matcher.start() >= LETTERS_OF_NAME) {
        names.add(matcher.group());
      }
    }
    return names;
  }
}
