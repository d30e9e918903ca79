package dev.reroll.review.comments;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import dev.reroll.review.comments.CommentAuditor.Judgement;
import dev.reroll.review.material.LineWords;
import dev.reroll.review.result.CommentAudit.Fate;
import dev.reroll.review.result.CommentAudit.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What became of a line of a commit message.
 *
 * <p>Messages are diffed word by word, so that one which was only wrapped anew is unchanged. A line
 * of which half the letters are kept, or that is much like a new one, has changed. Where the new
 * message of the patch does not have it, those of all other patches are searched.
 */
final class MessageFate {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final double HALF = 0.5;
  private static final double LIKE = 0.6;
  private static final double LIKE_ELSEWHERE = 0.7;
  private static final double FAINTLY_LIKE = 0.3;
  private static final int LETTERS_TO_MOVE = 20;

  private final List<List<String>> messages;
  private final boolean isWhole;

  /**
   * Takes the messages of the new version, each as its lines that are no trailers.
   *
   * @param isWhole whether all patches of the new version are there
   */
  MessageFate(List<List<String>> messages, boolean isWhole) {
    this.messages = messages;
    this.isWhole = isWhole;
  }

  /**
   * Judges a line.
   *
   * @param old the lines of the old message
   * @param spot which of them
   * @param partner 1-based number of the new patch; empty where there is none
   */
  Judgement judge(List<String> old, QuotedPlace.Spot spot, OptionalInt partner) {
    if (spot.isBelowAll()) {
      return Judgement.of(Fate.AT_THE_END);
    }
    double kept = 0;
    if (partner.isPresent()) {
      Kept best = kept(old, spot.index(), partner.getAsInt());
      kept = best.share();
      if (kept == 1) {
        boolean isQuiet = isKept(old, spot, partner.getAsInt());
        return Judgement.of(isQuiet ? Fate.UNCHANGED : Fate.CHANGED_AROUND, best.now());
      }
      Kept alike = alike(old.get(spot.index()), partner.getAsInt());
      if (kept >= HALF || alike.share() >= LIKE) {
        return Judgement.of(Fate.CHANGED, kept >= HALF ? best.now() : alike.now());
      }
      kept = Math.max(kept, alike.share() - FAINTLY_LIKE);
    }
    return elsewhere(old.get(spot.index()), kept);
  }

  /** A share of the line's letters, and the new line that holds most of them. */
  private record Kept(double share, Place now) {}

  private static Place place(int ordinal, String text) {
    return new Place(ordinal, "", OptionalInt.empty(), ' ', text);
  }

  private static List<String> words(List<String> lines) {
    List<String> words = new ArrayList<>();
    lines.forEach(line -> words.addAll(words(line)));
    return words;
  }

  private static List<String> words(String line) {
    return List.of(BLANKS.split(line.strip(), -1));
  }

  /** Returns which share of a line the diff of both messages keeps. */
  private Kept kept(List<String> old, int index, int ordinal) {
    List<String> current = messages.get(ordinal - 1);
    int start = words(old.subList(0, index)).size();
    List<String> line = words(old.get(index));
    int[] hits = new int[current.size()];
    List<Integer> places = places(words(old), current);
    int kept = 0;
    for (int i = 0; i < line.size(); i++) {
      int place = places.get(start + i);
      kept += place >= 0 ? line.get(i).length() : 0;
      if (place >= 0) {
        hits[place] += line.get(i).length();
      }
    }
    int most = 0;
    for (int i = 0; i < hits.length; i++) {
      most = hits[i] > hits[most] ? i : most;
    }
    String now = current.isEmpty() ? "" : current.get(most);
    return new Kept((double) kept / String.join("", line).length(), place(ordinal, now));
  }

  /** Returns for each old word the index of the new line that has it, or -1. */
  private static List<Integer> places(List<String> old, List<String> current) {
    List<Integer> lineOfWord = new ArrayList<>();
    for (int i = 0; i < current.size(); i++) {
      for (int k = words(current.get(i)).size(); k > 0; k--) {
        lineOfWord.add(i);
      }
    }
    List<Integer> places = new ArrayList<>();
    int shift = 0;
    for (Edit edit : ItemDiff.edits(old, words(current))) {
      while (places.size() < edit.beforeStart()) {
        places.add(lineOfWord.get(places.size() + shift));
      }
      while (places.size() < edit.beforeEnd()) {
        places.add(-1);
      }
      shift = edit.afterEnd() - edit.beforeEnd();
    }
    while (places.size() < old.size()) {
      places.add(lineOfWord.get(places.size() + shift));
    }
    return places;
  }

  /** Whether the lines that were quoted with it are kept. */
  private boolean isKept(List<String> old, QuotedPlace.Spot spot, int ordinal) {
    for (int i = spot.index() - Math.min(spot.quotedAbove(), 3); i < spot.index(); i++) {
      if (kept(old, i, ordinal).share() < 1) {
        return false;
      }
    }
    return true;
  }

  private Kept alike(String old, int ordinal) {
    LineWords own = LineWords.of(old);
    Kept best = new Kept(0, place(ordinal, ""));
    for (String line : messages.get(ordinal - 1)) {
      double alike = own.likeness(LineWords.of(line));
      best = alike > best.share() ? new Kept(alike, place(ordinal, line)) : best;
    }
    return best;
  }

  private Judgement elsewhere(String old, double kept) {
    Kept best = new Kept(0, place(1, ""));
    for (int ordinal = 1; ordinal <= messages.size(); ordinal++) {
      Kept alike = alike(old, ordinal);
      best = alike.share() > best.share() ? alike : best;
    }
    if (best.share() == 1 && LineWords.letters(old) >= LETTERS_TO_MOVE) {
      return Judgement.of(Fate.MOVED, best.now());
    }
    if (best.share() >= LIKE_ELSEWHERE) {
      return Judgement.of(Fate.UNCERTAIN, best.now());
    }
    boolean isGone = isWhole && best.share() < HALF && kept < FAINTLY_LIKE;
    return Judgement.of(isGone ? Fate.GONE : Fate.NOT_TRACEABLE);
  }
}
