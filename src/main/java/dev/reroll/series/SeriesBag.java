package dev.reroll.series;

import dev.reroll.mail.PatchMail;
import dev.reroll.message.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * All that was found among the mails of one mailbox, or of the threads that were fetched.
 *
 * @param lineages the pieces of work, in the order in which they first appear
 * @param leftOut the mails that belong to none
 * @param conversation what was answered to the mails
 */
public record SeriesBag(List<Lineage> lineages, List<LeftOut> leftOut, Conversation conversation) {
  public SeriesBag {
    lineages = List.copyOf(lineages);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Names a version in its lineage.
   *
   * @param lineage the lineage
   * @param version one of its versions
   */
  public record Place(Lineage lineage, SeriesVersion version) {}

  /**
   * Finds the version that the mail {@code id} belongs to: as its cover letter, as a patch, or as
   * an answer to one of these.
   */
  public Optional<Place> find(MessageId id) {
    return holding(id).or(() -> conversation.topic(id).flatMap(this::holding));
  }

  /** Finds the version that has {@code patch}, which need not have an id. */
  public Optional<Place> find(PatchMail patch) {
    for (Lineage lineage : lineages) {
      for (SeriesVersion version : lineage.versions()) {
        if (version.ownPatches().stream().anyMatch(own -> isSameMail(own, patch))) {
          return Optional.of(new Place(lineage, version));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether both were read from one place, whatever number the mails around them show. */
  private static boolean isSameMail(PatchMail one, PatchMail other) {
    return one.diffWhere().equals(other.diffWhere())
        && one.envelope().where().equals(other.envelope().where())
        && one.message().equals(other.message());
  }

  private Optional<Place> holding(MessageId id) {
    for (Lineage lineage : lineages) {
      Optional<SeriesVersion> version = lineage.holding(id);
      if (version.isPresent()) {
        return Optional.of(new Place(lineage, version.get()));
      }
    }
    return Optional.empty();
  }
}
