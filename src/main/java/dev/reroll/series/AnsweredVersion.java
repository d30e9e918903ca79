package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.message.MessageId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Links a version to those in whose threads it was sent, where its label says that it is a later
 * one, or a patch of it that it is the same one in part.
 *
 * <p>A patch below a series may as well be another's fix on top of it: what has another sender must
 * have a similar title too.
 */
final class AnsweredVersion {
  private final List<VersionTraits> versions;
  private final MailThread thread;
  private final Map<MessageId, Integer> holders = new HashMap<>();

  AnsweredVersion(List<VersionTraits> versions, MailThread thread) {
    this.versions = versions;
    this.thread = thread;
    for (int i = 0; i < versions.size(); i++) {
      for (Envelope envelope : versions.get(i).draft().envelopes()) {
        int version = i;
        envelope.id().ifPresent(id -> holders.putIfAbsent(id, version));
      }
    }
  }

  void link(DisjointSets lineages) {
    for (int i = 0; i < versions.size(); i++) {
      for (Envelope envelope : versions.get(i).draft().envelopes()) {
        linkAbove(envelope, i, lineages);
      }
    }
  }

  private void linkAbove(Envelope envelope, int version, DisjointSets lineages) {
    for (MessageId ancestor : thread.ancestors(envelope)) {
      Integer above = holders.get(ancestor);
      if (above != null
          && !lineages.areJoined(above, version)
          && isLater(versions.get(version), versions.get(above))) {
        lineages.join(above, version);
      }
    }
  }

  private static boolean isLater(VersionTraits answer, VersionTraits above) {
    if (!answer.hasSenderOf(above)) {
      return answer.follows(above) && answer.resembles(above);
    }
    return answer.follows(above)
        || (answer.label().equals(above.label())
            && !Collections.disjoint(answer.patchTitles(), above.patchTitles()));
  }
}
