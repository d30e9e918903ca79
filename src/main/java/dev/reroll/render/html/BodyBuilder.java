package dev.reroll.render.html;

import dev.reroll.linediff.ChangedWords;
import dev.reroll.linediff.LinePairs;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.Entry;
import dev.reroll.render.html.LineWriter.Anchor;
import dev.reroll.render.html.LineWriter.Source;
import dev.reroll.render.html.PatchLines.PatchPair;
import dev.reroll.render.html.page.PageChunk;
import dev.reroll.render.html.page.PageHunk;
import dev.reroll.render.html.page.PageLine;
import dev.reroll.render.html.page.PagePatch;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.PatchReview.HunkReview;
import java.util.ArrayList;
import java.util.List;

/** Builds the lines of each patch, in all views. */
final class BodyBuilder {
  private final LinePairs pairs = new LinePairs();
  private final ChangedWords words = new ChangedWords();
  private final TextReader reader;
  private final boolean withUnchanged;

  /** Creates to build; {@code withUnchanged} says that unchanged lines are in the page at all. */
  BodyBuilder(TextReader reader, boolean withUnchanged) {
    this.reader = reader;
    this.withUnchanged = withUnchanged;
  }

  PagePatch.Body build(PatchReview review, String id) {
    return review.entry().fold(new Bodies(review, id));
  }

  /** Counts the unchanged lines that a page would hold with everything. */
  static int unchangedCount(List<PatchReview> reviews) {
    return reviews.stream().mapToInt(review -> review.entry().fold(new UnchangedCount())).sum();
  }

  private final class Bodies implements Entry.Visitor<PagePatch.Body> {
    private final PatchReview review;
    private final String id;

    Bodies(PatchReview review, String id) {
      this.review = review;
      this.id = id;
    }

    @Override
    public PagePatch.Body unchanged(Entry.Unchanged entry) {
      PatchLines lines = PatchLines.of(entry.after().patch());
      return withUnchanged
          ? single(lines, 'u')
          : new PagePatch.Body(List.of(), List.of(), List.of(), lines.count());
    }

    @Override
    public PagePatch.Body changed(Entry.Changed entry) {
      PatchPair pair =
          new PatchPair(
              id, PatchLines.of(entry.before().patch()), PatchLines.of(entry.after().patch()));
      List<BodyHunk> hunks = review.hunks().stream().map(HunkReview::hunk).toList();
      List<MarkedHunk> marked =
          hunks.stream().map(hunk -> MarkedHunk.of(hunk, pairs, words)).toList();
      List<PageChunk> side = new SideBuilder(reader, pair, withUnchanged).build(hunks, marked);
      int leftOut =
          side.stream()
              .filter(chunk -> chunk.rows().isEmpty())
              .mapToInt(PageChunk::unchangedCount)
              .sum();
      return new PagePatch.Body(
          new PageHunkBuilder(reader, pair).build(review.hunks(), marked),
          side,
          List.of(),
          leftOut);
    }

    @Override
    public PagePatch.Body removed(Entry.Removed entry) {
      return single(PatchLines.of(entry.before().patch()), 'o');
    }

    @Override
    public PagePatch.Body added(Entry.Added entry) {
      return single(PatchLines.of(entry.after().patch()), 'n');
    }

    private PagePatch.Body single(PatchLines patch, char owner) {
      LineWriter writer = new LineWriter(reader);
      List<PageLine> lines = new ArrayList<>();
      for (int i = 0; i < patch.count(); i++) {
        Anchor anchor = Anchor.of(id + "-a", i + 1);
        lines.add(writer.line(anchor, owner, new Source(patch, i, List.of())));
      }
      return new PagePatch.Body(List.of(), List.of(), lines, 0);
    }
  }

  private static final class UnchangedCount implements Entry.Visitor<Integer> {
    @Override
    public Integer unchanged(Entry.Unchanged entry) {
      return PatchLines.of(entry.after().patch()).count();
    }

    @Override
    public Integer changed(Entry.Changed entry) {
      int shown = entry.hunks().stream().mapToInt(hunk -> hunk.lines().size()).sum();
      return Math.max(0, PatchLines.of(entry.after().patch()).count() - shown);
    }

    @Override
    public Integer removed(Entry.Removed entry) {
      return 0;
    }

    @Override
    public Integer added(Entry.Added entry) {
      return 0;
    }
  }

  /** Builds the range-diff of one pair: two signs, and words that changed. */
  private static final class PageHunkBuilder {
    private final TextReader reader;
    private final LineWriter writer;
    private final PatchPair pair;

    PageHunkBuilder(TextReader reader, PatchPair pair) {
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
}
