package dev.reroll.render.html;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.ChangedWords;
import dev.reroll.linediff.Edit;
import dev.reroll.linediff.LinePairs;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.render.html.TextReader.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Pairs the removed lines of a hunk with the added ones that replace them, and finds the words that
 * changed within each pair. Lines are compared without their inner sign.
 */
final class MarkedHunk {
  private final List<BodyHunk.Line> lines;
  private final int[] partners;
  private final List<List<Span>> changed;

  private MarkedHunk(List<BodyHunk.Line> lines) {
    this.lines = lines;
    this.partners = new int[lines.size()];
    this.changed = new ArrayList<>(Collections.nCopies(lines.size(), List.of()));
    Arrays.fill(partners, LinePairs.NONE);
  }

  /** Finds pairs and words; both parameters are used from one thread, for as many hunks as come. */
  static MarkedHunk of(BodyHunk hunk, LinePairs pairs, ChangedWords words) {
    MarkedHunk marked = new MarkedHunk(hunk.lines());
    int index = 0;
    while (index < marked.lines.size()) {
      int removedEnd = marked.endOfRun(index, '-');
      int addedEnd = marked.endOfRun(removedEnd, '+');
      if (index < removedEnd && removedEnd < addedEnd) {
        marked.pair(index, removedEnd, addedEnd, pairs);
      }
      index = Math.max(addedEnd, index + 1);
    }
    for (int i = 0; i < marked.partners.length; i++) {
      if (marked.lines.get(i).sign() == '-' && marked.partners[i] != LinePairs.NONE) {
        marked.mark(i, marked.partners[i], words);
      }
    }
    return marked;
  }

  /** Returns the index of the line that stands in its place, or {@link LinePairs#NONE}. */
  int partner(int index) {
    return partners[index];
  }

  /** Returns the words of a line that changed. */
  List<Span> changed(int index) {
    return changed.get(index);
  }

  int endOfRun(int from, char sign) {
    int end = from;
    while (end < lines.size() && lines.get(end).sign() == sign) {
      end++;
    }
    return end;
  }

  private void pair(int from, int middle, int to, LinePairs pairs) {
    int[] found = pairs.partners(texts(from, middle), texts(middle, to));
    for (int i = 0; i < found.length; i++) {
      if (found[i] != LinePairs.NONE) {
        partners[from + i] = middle + found[i];
        partners[middle + found[i]] = from + i;
      }
    }
  }

  private List<Octets> texts(int from, int to) {
    return lines.subList(from, to).stream().map(line -> withoutSign(line.text())).toList();
  }

  private void mark(int before, int after, ChangedWords words) {
    Octets old = lines.get(before).text();
    Octets current = lines.get(after).text();
    List<Span> removed = new ArrayList<>();
    List<Span> added = new ArrayList<>();
    for (Edit edit : words.edits(withoutSign(old), withoutSign(current))) {
      addSpan(edit.beforeStart(), edit.beforeEnd(), removed);
      addSpan(edit.afterStart(), edit.afterEnd(), added);
    }
    changed.set(before, removed);
    changed.set(after, added);
  }

  private static void addSpan(int from, int to, List<Span> spans) {
    if (from < to) {
      spans.add(new Span(from + 1, to + 1));
    }
  }

  private static Octets withoutSign(Octets line) {
    return line.slice(Math.min(1, line.length()));
  }
}
