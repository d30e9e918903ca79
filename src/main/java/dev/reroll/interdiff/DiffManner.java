package dev.reroll.interdiff;

import dev.reroll.interdiff.Interdiffer.NamedPatch;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Hunk;
import java.util.List;
import java.util.Optional;

/**
 * How diffs were made, as far as they show it.
 *
 * @param context unchanged lines around changes, but at the ends of a file
 * @param idDigits digits of an abbreviated id; 0 where none is abbreviated
 */
record DiffManner(int context, int idDigits) {
  private static final int MIN_FULL = 40;

  /** Returns the manner of the diffs in {@code patches}. */
  static DiffManner of(List<NamedPatch> patches) {
    int context = 0;
    int idDigits = 0;
    for (NamedPatch patch : patches) {
      for (FileDiff file : patch.patch().files()) {
        for (Hunk hunk : file.hunks()) {
          context = Math.max(context, HunkFitter.contextCount(hunk.lines()));
        }
        Optional<BlobId.Pair> ids = BlobId.pair(file.ids());
        int digits = ids.map(pair -> pair.after().digits().length()).orElse(0);
        idDigits = digits < MIN_FULL ? Math.max(idDigits, digits) : idDigits;
      }
    }
    return new DiffManner(context, idDigits);
  }

  /** Returns {@code id} with as many digits as the others have. */
  BlobId abbreviated(BlobId id) {
    boolean isLonger = idDigits > 0 && id.digits().length() > idDigits;
    return isLonger ? new BlobId(id.digits().substring(0, idDigits)) : id;
  }
}
