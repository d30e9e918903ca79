package dev.reroll.render.html;

import dev.reroll.linediff.LinePairs;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.render.html.LineWriter.Anchor;
import dev.reroll.render.html.LineWriter.Source;
import dev.reroll.render.html.PatchLines.PatchPair;
import dev.reroll.render.html.TextReader.Span;
import dev.reroll.render.html.page.PageChunk;
import dev.reroll.render.html.page.PageChunk.Row;
import dev.reroll.render.html.page.PageLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets two patches side by side, whole: the hunks of their difference open, what is equal between
 * them folded or left out. In a change, lines that replace each other share a row; those between
 * them fill the rows from above.
 */
final class SideBuilder {
  /** Fewer unchanged lines than these are not worth folding. */
  private static final int MIN_FOLDED = 4;

  private final LineWriter writer;
  private final PatchPair pair;
  private final boolean withUnchanged;
  private final List<PageChunk> chunks = new ArrayList<>();
  private List<Row> rows = new ArrayList<>();
  private int before;
  private int after;

  /** Creates to build; {@code withUnchanged} says that what is equal is in the page at all. */
  SideBuilder(TextReader reader, PatchPair pair, boolean withUnchanged) {
    this.writer = new LineWriter(reader);
    this.pair = pair;
    this.withUnchanged = withUnchanged;
  }

  List<PageChunk> build(List<BodyHunk> hunks, List<MarkedHunk> marked) {
    for (int i = 0; i < hunks.size(); i++) {
      skipTo(hunks.get(i).afterStart());
      add(hunks.get(i), marked.get(i));
    }
    skipTo(pair.after().count());
    close();
    return chunks;
  }

  /** Adds the equal lines up to {@code end} of the new patch. */
  private void skipTo(int end) {
    int count = end - after;
    if (count >= MIN_FOLDED) {
      close();
      if (withUnchanged) {
        addUnchanged(count);
      }
      chunks.add(new PageChunk(count, rows));
      rows = new ArrayList<>();
      before += withUnchanged ? 0 : count;
      after = end;
    } else {
      addUnchanged(count);
    }
  }

  private void close() {
    if (!rows.isEmpty()) {
      chunks.add(new PageChunk(0, rows));
      rows = new ArrayList<>();
    }
  }

  private void addUnchanged(int count) {
    for (int i = 0; i < count; i++) {
      rows.add(new Row(before('u', List.of()), after('u', List.of())));
    }
  }

  private void add(BodyHunk hunk, MarkedHunk marked) {
    int index = 0;
    while (index < hunk.lines().size()) {
      int removedEnd = marked.endOfRun(index, '-');
      int addedEnd = marked.endOfRun(removedEnd, '+');
      if (addedEnd == index) {
        addUnchanged(1);
        index++;
      } else {
        addChange(index, removedEnd, addedEnd, marked);
        index = addedEnd;
      }
    }
  }

  private void addChange(int from, int middle, int to, MarkedHunk marked) {
    int removed = from;
    int added = middle;
    while (removed < middle || added < to) {
      boolean removedIsFree = removed < middle && marked.partner(removed) == LinePairs.NONE;
      boolean addedIsFree = added < to && marked.partner(added) == LinePairs.NONE;
      boolean both = !removedIsFree && !addedIsFree;
      boolean takesRemoved = removedIsFree || (both && removed < middle);
      boolean takesAdded = addedIsFree || (both && added < to);
      PageLine old = takesRemoved ? before('b', marked.changed(removed++)) : PageLine.NONE;
      PageLine current = takesAdded ? after('a', marked.changed(added++)) : PageLine.NONE;
      rows.add(new Row(old, current));
    }
  }

  private PageLine before(char owner, List<Span> changed) {
    Source source = new Source(pair.before(), before++, changed);
    return writer.line(Anchor.of(pair.id() + "-b", before), owner, source);
  }

  private PageLine after(char owner, List<Span> changed) {
    Source source = new Source(pair.after(), after++, changed);
    return writer.line(Anchor.of(pair.id() + "-a", after), owner, source);
  }
}
