package dev.reroll.review.kinds;

import dev.reroll.review.code.ChangeFlow;
import dev.reroll.review.code.SourceFile.Token;
import dev.reroll.review.result.PatchReview.Rename;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects which name stands for which, throughout two flows of tokens.
 *
 * <p>Names are exchanged one for one: no old name becomes two new ones or stays itself elsewhere,
 * and no new name stands for two old ones. The first contradiction ends it.
 */
final class RenameMap {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final Map<String, String> afterOf = new HashMap<>();
  private final Map<String, String> beforeOf = new HashMap<>();
  private final Map<String, Integer> places = new TreeMap<>();
  private boolean consistent = true;

  /** Takes in two flows; returns whether they are equal but for names. */
  boolean take(ChangeFlow before, ChangeFlow after) {
    consistent &= before.items().size() == after.items().size();
    for (int i = 0; consistent && i < after.items().size(); i++) {
      ChangeFlow.Item old = before.items().get(i);
      ChangeFlow.Item current = after.items().get(i);
      consistent = old.sign() == current.sign() && pair(old.token(), current.token());
    }
    return consistent;
  }

  private boolean pair(Token before, Token after) {
    if (before.kind() != after.kind()) {
      return false;
    }
    if (before.isName()) {
      return pair(before.text(), after.text());
    }
    return before.text().equals(after.text())
        || (before.kind() == Token.Kind.STRING && pairWords(before.text(), after.text()));
  }

  private boolean pairWords(String before, String after) {
    List<String> old = words(before);
    List<String> current = words(after);
    boolean alike =
        WORD.matcher(before).replaceAll("x").equals(WORD.matcher(after).replaceAll("x"));
    for (int i = 0; alike && i < old.size(); i++) {
      boolean same = old.get(i).equals(current.get(i));
      alike = same || current.get(i).equals(afterOf.get(old.get(i)));
    }
    return alike;
  }

  private boolean pair(String before, String after) {
    String knownAfter = afterOf.putIfAbsent(before, after);
    String knownBefore = beforeOf.putIfAbsent(after, before);
    if (!before.equals(after)) {
      places.merge(before, 1, Integer::sum);
    }
    return (knownAfter == null || knownAfter.equals(after))
        && (knownBefore == null || knownBefore.equals(before));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** Returns the names that were exchanged, most places first. */
  List<Rename> renames() {
    return places.entrySet().stream()
        .map(place -> new Rename(place.getKey(), newName(place.getKey()), place.getValue()))
        .sorted(Comparator.comparingInt(Rename::placeCount).reversed())
        .toList();
  }

  private String newName(String before) {
    return afterOf.getOrDefault(before, before);
  }

  /** Returns {@code line} with the new names in place of the old ones. */
  String apply(String line) {
    return WORD.matcher(line).replaceAll(word -> Matcher.quoteReplacement(newName(word.group())));
  }

  /** Returns {@code flow} with the new names in its unchanged lines. */
  ChangeFlow inGaps(ChangeFlow flow) {
    List<List<String>> gaps =
        flow.gaps().stream().map(gap -> gap.stream().map(this::apply).toList()).toList();
    return new ChangeFlow(flow.items(), gaps);
  }
}
