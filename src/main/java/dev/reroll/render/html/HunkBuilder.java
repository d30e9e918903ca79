package dev.reroll.render.html;

import dev.reroll.rangediff.BodyHunk;
import dev.reroll.render.html.LineWriter.Anchor;
import dev.reroll.render.html.LineWriter.Source;
import dev.reroll.render.html.page.PageHunk;
import dev.reroll.render.html.page.PageLine;
import dev.reroll.review.result.HunkReview;
import java.util.ArrayList;
import java.util.List;

/** Builds the range-diff of one pair: two signs, and words that changed. */
final class HunkBuilder {
  private final TextReader reader;
  private final LineWriter writer;
  private final PatchPair pair;

  HunkBuilder(TextReader reader, PatchPair pair) {
    this.reader = reader;
    this.writer = new LineWriter(reader);
    this.pair = pair;
  }

  /**
   * Builds all hunks.
   *
   * @param marked the words that changed, for each hunk
   */
  List<PageHunk> build(List<HunkReview> reviews, List<MarkedHunk> marked) {
    List<PageHunk> hunks = new ArrayList<>();
    for (int i = 0; i < reviews.size(); i++) {
      hunks.add(hunk(i + 1, reviews.get(i), marked.get(i)));
    }
    return hunks;
  }

  private PageHunk hunk(int ordinal, HunkReview review, MarkedHunk marked) {
    String id = pair.id() + "-h" + ordinal;
    return new PageHunk(
        id,
        reader.read(review.hunk().heading()),
        review.kind().toString(),
        review.isNoise(),
        lines(id, review.hunk(), marked));
  }

  private List<PageLine> lines(String id, BodyHunk hunk, MarkedHunk marked) {
    List<PageLine> lines = new ArrayList<>();
    int before = hunk.beforeStart();
    int after = hunk.afterStart();
    for (int i = 0; i < hunk.lines().size(); i++) {
      Anchor anchor = Anchor.of(id + "-", i + 1);
      char sign = hunk.lines().get(i).sign();
      Source source =
          sign == '-'
              ? new Source(pair.before(), before, marked.changed(i))
              : new Source(pair.after(), after, marked.changed(i));
      lines.add(writer.line(anchor, owner(sign), source));
      before += sign == '+' ? 0 : 1;
      after += sign == '-' ? 0 : 1;
    }
    return lines;
  }

  private static char owner(char sign) {
    return sign == '-' ? 'b' : sign == '+' ? 'a' : 'u';
  }
}
