package dev.reroll.review.comments;

import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.comments.CommentAuditor.Judgement;
import dev.reroll.review.material.LineWords;
import dev.reroll.review.result.CommentAudit.Fate;
import dev.reroll.review.result.CommentAudit.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a line of the old version in all patches of the new one.
 *
 * <p>It has moved where it says enough and stands elsewhere, while the old version had it once. A
 * line that is much like it is perhaps what became of it, unless the old version had that line, too
 * (see {@link FreshLines}); less likeness is needed where lines that stood next to it stand there,
 * too. It is gone only where nothing is even faintly like it and no patch is missing; between these
 * it is not followed.
 *
 * <p>Reads all patches on the first question. Takes time with the number of new lines for each.
 */
final class LineSearch {
  private static final double LIKE = 0.75;
  private static final double LIKE_IN_COMPANY = 0.65;
  private static final double FAINTLY_LIKE_IN_FILE = 0.55;
  private static final double FAINTLY_LIKE_ELSEWHERE = 0.7;
  private static final double COMPANY = 0.1;
  private static final int LETTERS_TO_COMPARE = 8;
  private static final int NEAR = 5;

  private final List<PatchSource> before;
  private final List<PatchSource> after;
  private final Map<Integer, Integer> partners;
  private final boolean isWhole;
  private @Nullable FreshLines fresh;
  private final List<Found> lines = new ArrayList<>();
  private final Map<String, Integer> oldCounts = new HashMap<>();
  private final Map<String, Integer> newCounts = new HashMap<>();
  private final Map<String, LineWords> words = new HashMap<>();

  /**
   * Takes the patches of both versions.
   *
   * @param partners 1-based numbers of the old patches by those of the new ones
   * @param isWhole whether all patches of the new version are there
   */
  LineSearch(PatchSource.Both sources, Map<Integer, Integer> partners, boolean isWhole) {
    this.before = sources.before();
    this.after = sources.after();
    this.partners = partners;
    this.isWhole = isWhole;
  }

  /** A line of the new version. */
  private record Found(int ordinal, String path, SourceFile.Line line, String key, int index) {
    Place place() {
      return LineSearch.place(ordinal, path, line);
    }

    boolean isIn(Place old) {
      return path.equals(old.path());
    }
  }

  static Place place(int ordinal, String path, SourceFile.Line line) {
    return new Place(ordinal, path, OptionalInt.of(line.number()), line.sign(), line.text());
  }

  /**
   * Judges a line that the patch which became its own does not have any more.
   *
   * @param neighbours the lines around it in the old patch
   */
  Judgement find(Place old, List<SourceFile.Line> neighbours) {
    read();
    Set<String> company = new HashSet<>();
    for (SourceFile.Line line : neighbours) {
      if (LineWords.letters(line.text()) >= LETTERS_TO_COMPARE && !line.text().equals(old.text())) {
        company.add(text(QuotedPlace.key(line.signed())));
      }
    }
    String key = QuotedPlace.key(old.sign() + old.text());
    if (old.sign() == ' ') {
      return context(old, key);
    }
    List<Found> same =
        lines.stream().filter(f -> f.line().isChanged() && f.key().equals(key)).toList();
    return same.isEmpty() ? alike(old, key, company) : same(old, key, same, company);
  }

  private void read() {
    if (!lines.isEmpty()) {
      return;
    }
    for (int i = 0; i < after.size(); i++) {
      int ordinal = i + 1;
      after.get(i).files().forEach((path, file) -> collect(ordinal, path, file.source()));
    }
    for (PatchSource patch : before) {
      for (PatchSource.Changed file : patch.files().values()) {
        for (SourceFile.Line line : file.source().lines()) {
          String key = QuotedPlace.key(line.signed());
          oldCounts.merge(key, 1, Integer::sum);
        }
      }
    }
  }

  private void collect(int ordinal, String path, SourceFile file) {
    for (SourceFile.Line line : file.lines()) {
      String key = QuotedPlace.key(line.signed());
      newCounts.merge(key, 1, Integer::sum);
      lines.add(new Found(ordinal, path, line, key, lines.size()));
    }
  }

  /** Returns a key without its sign. */
  private static String text(String key) {
    boolean isSigned = key.startsWith("+") || key.startsWith("-");
    return isSigned ? key.substring(1) : key;
  }

  private Judgement same(Place old, String key, List<Found> same, Set<String> company) {
    List<Found> inFile = same.stream().filter(found -> found.isIn(old)).toList();
    List<Found> best = inFile.isEmpty() ? same : inFile;
    boolean wasOnce = oldCounts.getOrDefault(key, 0) == 1;
    // In another file it needs much company: anybody may declare the same there.
    boolean isKnown =
        !inFile.isEmpty() || best.stream().anyMatch(found -> companions(found, company) > 1);
    if (wasOnce && isKnown && LineFate.isDistinctive(key)) {
      return best.size() == 1
          ? Judgement.of(Fate.MOVED, best.get(0).place())
          : Judgement.of(Fate.MOVED);
    }
    // What says little needs more to be known by.
    int needed = LineFate.isDistinctive(key) ? 1 : 2;
    List<Found> accompanied =
        best.stream()
            .filter(found -> companions(found, company) >= needed)
            .filter(f -> fresh().mayBeSame(f.ordinal(), f.path(), f.line()))
            .toList();
    return accompanied.size() == 1
        ? Judgement.of(Fate.UNCERTAIN, accompanied.get(0).place())
        : Judgement.of(Fate.NOT_TRACEABLE);
  }

  /** Counts the lines of {@code company} that stand near. */
  private long companions(Found found, Set<String> company) {
    int first = Math.max(0, found.index() - NEAR);
    int last = Math.min(lines.size() - 1, found.index() + NEAR);
    return lines.subList(first, last + 1).stream()
        .filter(other -> other.ordinal() == found.ordinal() && other.path().equals(found.path()))
        .map(other -> text(other.key()))
        .filter(company::contains)
        .distinct()
        .count();
  }

  /** Judges an unchanged line: a patch may change it now, or show it elsewhere. */
  private Judgement context(Place old, String key) {
    List<Found> shown =
        lines.stream().filter(f -> f.isIn(old) && text(f.key()).equals(text(key))).toList();
    List<Found> touched = shown.stream().filter(found -> found.line().isChanged()).toList();
    if (LineFate.isDistinctive(key) && touched.size() == 1) {
      return Judgement.of(Fate.UNCERTAIN, touched.get(0).place());
    }
    return Judgement.of(shown.isEmpty() ? Fate.NOT_SHOWN : Fate.NOT_TRACEABLE);
  }

  private Judgement alike(Place old, String key, Set<String> company) {
    LineWords own = LineWords.of(old.text());
    Optional<Found> best = Optional.empty();
    double most = 0;
    boolean isFaint = false;
    boolean saysEnough = LineFate.isDistinctive(old.text());
    for (Found found : lines) {
      double minScore = found.isIn(old) ? FAINTLY_LIKE_IN_FILE : FAINTLY_LIKE_ELSEWHERE;
      double alike = likeness(own, found, old, minScore);
      isFaint |= alike >= minScore;
      if (alike < minScore || own.letterCount() < LETTERS_TO_COMPARE) {
        continue;
      }
      boolean isAccompanied = companions(found, company) > 0;
      double weight = isAccompanied ? alike + COMPANY : alike;
      double needed = isAccompanied && saysEnough ? LIKE_IN_COMPANY : LIKE;
      boolean isLike = alike >= needed && (isAccompanied || found.isIn(old));
      if (isLike && weight > most && isFresh(found)) {
        most = weight;
        best = Optional.of(found);
      }
    }
    if (best.isPresent()) {
      return Judgement.of(Fate.UNCERTAIN, best.get().place());
    }
    return isFaint ? Judgement.of(Fate.NOT_TRACEABLE) : shown(old, key);
  }

  private double likeness(LineWords own, Found found, Place old, double minScore) {
    if (found.line().sign() != old.sign() || !isNew(found)) {
      return 0;
    }
    String text = found.line().text();
    LineWords other = words.computeIfAbsent(text, LineWords::of);
    double alike = own.maxLikeness(other) < minScore - 0.2 ? 0 : own.likeness(other);
    boolean isSameHead = found.isIn(old) && LineWords.beginAlike(old.text(), text);
    return isSameHead ? Math.max(alike, LIKE) : alike;
  }

  /** Whether the new version has such lines more often than the old one. */
  private boolean isNew(Found found) {
    return newCounts.getOrDefault(found.key(), 0) > oldCounts.getOrDefault(found.key(), 0);
  }

  /** Whether it is not the counterpart of another old line. */
  private boolean isFresh(Found found) {
    return fresh().has(found.ordinal(), found.path(), found.line());
  }

  private FreshLines fresh() {
    FreshLines known = fresh;
    if (known == null) {
      known = FreshLines.of(before, after, partners);
      fresh = known;
    }
    return known;
  }

  /** Judges a line that no patch changes so, or alike: one may still show it, or undo it. */
  private Judgement shown(Place old, String key) {
    Optional<Found> other =
        lines.stream().filter(f -> f.isIn(old) && text(f.key()).equals(text(key))).findFirst();
    if (other.isPresent()) {
      return LineFate.isDistinctive(key) && isNew(other.get())
          ? Judgement.of(Fate.UNCERTAIN, other.get().place())
          : Judgement.of(Fate.NOT_TRACEABLE);
    }
    return Judgement.of(isWhole ? Fate.GONE : Fate.NOT_TRACEABLE);
  }
}
