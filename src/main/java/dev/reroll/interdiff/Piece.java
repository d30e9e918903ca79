package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import java.util.List;
import java.util.Optional;

/** A run of lines of a patched file: lines of the file before all patches, or new ones. */
interface Piece {
  /** The place of a line that no base has. */
  int NOWHERE = -1;

  /** Returns how many lines it has; {@link BaseFile#NO_END} for all up to an end not yet seen. */
  int length();

  /** Returns the lines {@code [from, to)} of it. */
  Piece slice(int from, int to);

  /** Returns the place in the base of the line at {@code index}; {@link #NOWHERE} for a new one. */
  int baseIndex(int index);

  /** Finds the line at {@code index}, as far as {@code base} knows it. */
  Optional<Octets> line(int index, BaseFile base);

  /** Returns this run with {@code next} behind it, where that is one run again. */
  default Optional<Piece> join(Piece next) {
    return Optional.empty();
  }

  /** The lines {@code [from, to)} of the base. */
  record Kept(int from, int to) implements Piece {
    @Override
    public int length() {
      return to == BaseFile.NO_END ? BaseFile.NO_END : to - from;
    }

    @Override
    public Piece slice(int start, int end) {
      return new Kept(from + start, end == BaseFile.NO_END ? to : from + end);
    }

    @Override
    public int baseIndex(int index) {
      return from + index;
    }

    @Override
    public Optional<Octets> line(int index, BaseFile base) {
      return base.line(from + index);
    }

    @Override
    public Optional<Piece> join(Piece next) {
      return next instanceof Kept kept && kept.from == to
          ? Optional.of(new Kept(from, kept.to))
          : Optional.empty();
    }
  }

  /** Lines that a patch added, each with its LF. */
  record Added(List<Octets> lines) implements Piece {
    public Added {
      lines = List.copyOf(lines);
    }

    @Override
    public int length() {
      return lines.size();
    }

    @Override
    public Piece slice(int start, int end) {
      return new Added(lines.subList(start, Math.min(end, lines.size())));
    }

    @Override
    public int baseIndex(int index) {
      return NOWHERE;
    }

    @Override
    public Optional<Octets> line(int index, BaseFile base) {
      return Optional.of(lines.get(index));
    }
  }
}
