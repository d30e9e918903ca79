package dev.reroll.apply.content;

import dev.reroll.apply.read.BinaryHunk;
import dev.reroll.apply.read.FileHead;
import dev.reroll.apply.read.FilePatch;
import dev.reroll.apply.read.Fragment;
import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.apply.tree.Remark;
import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the new content of one file from the old one. */
public final class ContentPatch {
  private final BlobStore blobs;
  private final List<Remark> remarks;

  /** Tells {@code remarks} of hunks that fitted elsewhere. */
  public ContentPatch(BlobStore blobs, List<Remark> remarks) {
    this.blobs = blobs;
    this.remarks = remarks;
  }

  /** Returns what {@code file} makes of {@code content}. */
  public Octets apply(FilePatch file, Octets content) throws Rejection, Refusal {
    if (file.binary().isPresent()) {
      return binary(file, content);
    }
    if (file.fragments().isEmpty()) {
      return content;
    }
    TextImage image = new TextImage(content);
    int ordinal = 0;
    for (Fragment fragment : file.fragments()) {
      ordinal++;
      OptionalInt at = image.apply(fragment);
      if (at.isEmpty()) {
        throw Rejection.ofHunk(file.head().path(), ordinal, "does not apply");
      }
      int offset = at.getAsInt() - fragment.expectedIndex();
      if (offset != 0) {
        remarks.add(new Remark.Moved(file.head().path(), ordinal, at.getAsInt() + 1, offset));
      }
    }
    return image.text();
  }

  private Octets binary(FilePatch file, Octets content) throws Rejection, Refusal {
    Octets path = file.head().path();
    FileHead.Ids ids = file.head().ids();
    ObjectFormat format = blobs.format();
    if (!format.isFull(ids.before()) || !format.isFull(ids.after())) {
      throw Rejection.at(path, "cannot apply binary patch without full index line");
    }
    if (file.head().before().isEmpty() && !content.isEmpty()) {
      throw Rejection.at(path, "the patch applies to an empty file but it is not empty");
    }
    if (file.head().before().isPresent() && !format.blobId(content).equals(ids.before())) {
      throw Rejection.at(path, "the patch applies to other contents than the file has");
    }
    if (ids.after().chars().allMatch(digit -> digit == '0')) {
      return Octets.EMPTY;
    }
    Optional<Octets> known = blobs.find(ids.after());
    return known.isPresent() ? known.get() : made(file, content);
  }

  private Octets made(FilePatch file, Octets content) throws Rejection {
    Octets path = file.head().path();
    BinaryHunk hunk =
        file.binary()
            .flatMap(FilePatch.BinaryContent::hunk)
            .orElseThrow(() -> Rejection.at(path, "missing binary patch data"));
    Octets made =
        hunk.isDelta()
            ? BinaryDelta.apply(hunk.data(), content)
                .orElseThrow(() -> Rejection.at(path, "binary patch does not apply"))
            : hunk.data();
    if (!blobs.format().blobId(made).equals(file.head().ids().after())) {
      throw Rejection.at(path, "binary patch creates incorrect result");
    }
    return made;
  }
}
