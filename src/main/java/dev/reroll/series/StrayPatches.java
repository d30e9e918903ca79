package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.subject.Position;
import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Patches back that stand below a cover letter which announces another number of patches, until all
 * others have found their places.
 *
 * <p>Most often the cover letter just counts wrong, and they are its patches. But one thread may
 * also hold two series, such as the kernel's and the user space's half of a change, or a series and
 * what {@code git format-patch} left behind the time before:
 *
 * <pre>
 *   [PATCH 0/3] both halves
 *     [PATCH 1/3] lib: one          these three are the cover letter's
 *     [PATCH 1/1] kernel: one       a series of its own: the place 1 is taken
 *     [PATCH 2/3] lib: two
 * </pre>
 */
final class StrayPatches {
  private final DraftIndex index;
  private final MailThread thread;
  private final Map<Group, List<PatchMail>> groups = new LinkedHashMap<>();

  /** The patches with one total below one cover letter. */
  private record Group(VersionDraft above, int total) {}

  StrayPatches(DraftIndex index, MailThread thread) {
    this.index = index;
    this.thread = thread;
  }

  /** Takes {@code patch} where it is one of these; says whether it did. */
  boolean take(PatchMail patch) {
    OptionalInt total = VersionDraft.total(patch.envelope().subject());
    if (total.isEmpty() || total.getAsInt() == 0) {
      return false;
    }
    for (MessageId ancestor : thread.ancestors(patch.envelope())) {
      Optional<VersionDraft> above = index.holderOf(ancestor);
      if (above.isPresent() && above.get().cover().isPresent()) {
        VersionDraft draft = above.get();
        boolean isStray =
            draft.fits(patch.envelope().subject())
                && draft.announcesTotal()
                && !draft.promises(total);
        if (isStray) {
          Group group = new Group(draft, total.getAsInt());
          groups.computeIfAbsent(group, key -> new ArrayList<>()).add(patch);
        }
        return isStray;
      }
    }
    return false;
  }

  /** Puts the patches in: into the version above where there is room for all, else beside it. */
  void place() {
    for (Map.Entry<Group, List<PatchMail>> entry : groups.entrySet()) {
      VersionDraft above = entry.getKey().above();
      List<PatchMail> patches = entry.getValue();
      boolean hasRoom = patches.stream().allMatch(patch -> above.isFree(ordinal(patch)));
      VersionDraft home =
          hasRoom && !above.hasPatches() ? above : beside(entry.getKey(), patches, hasRoom);
      for (PatchMail patch : patches) {
        int ordinal = ordinal(patch);
        home.addPatch(home.isFree(ordinal) ? ordinal : home.nextOrdinal(), patch);
        index.note(home, patch.envelope());
      }
    }
    groups.clear();
  }

  /** Finds another cover letter of the thread that announces these, or opens a version. */
  private VersionDraft beside(Group group, List<PatchMail> patches, boolean hasRoom) {
    Envelope first = patches.get(0).envelope();
    for (VersionDraft draft : index.likely(first)) {
      boolean isCovered =
          draft != group.above()
              && !draft.hasPatches()
              && draft.promises(OptionalInt.of(group.total()))
              && draft.hasSameTags(first.subject())
              && thread.root(first).equals(thread.root(draft.envelopes().get(0)));
      if (isCovered) {
        return draft;
      }
    }
    return hasRoom ? group.above() : index.open();
  }

  private static int ordinal(PatchMail patch) {
    return Math.max(1, patch.envelope().subject().position().map(Position::ordinal).orElse(1));
  }
}
