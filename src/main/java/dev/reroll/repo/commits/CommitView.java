package dev.reroll.repo.commits;

import java.util.List;
import java.util.OptionalInt;

/**
 * How commits are looked at.
 *
 * @param paths only these paths count, as git's pathspecs; all where there are none
 * @param notes which notes are shown, as {@code --notes} names them in turn: an empty word stands
 *     for {@code --notes}, {@link #NO_NOTES} for {@code --no-notes}, another for a ref
 * @param abbrev how many digits of ids are shown at least; where it is empty, what the repository
 *     says
 * @param isWhole whether diffs are kept beside the form that is compared: a review needs them, a
 *     range-diff does not
 */
public record CommitView(
    List<String> paths, List<String> notes, OptionalInt abbrev, boolean isWhole) {
  /** Turns off the notes that were named so far. */
  public static final String NO_NOTES = "-";

  public CommitView {
    paths = List.copyOf(paths);
    notes = List.copyOf(notes);
  }
}
