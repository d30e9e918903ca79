package dev.reroll.app.select;

import dev.reroll.message.RawMessage;
import dev.reroll.series.Conversation;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What mailboxes hold about two versions. Of several mailboxes the mails are linked together, and
 * only where one of them answers another: what nobody answered needs no other versions.
 */
final class MailDiscussion implements Discussion {
  private final List<Mailbox> boxes;
  private final List<SeriesVersion> compared;
  private @Nullable SeriesBag together;

  /**
   * Keeps what was read; nothing is linked yet.
   *
   * @param compared the versions that are compared, the newer one last
   */
  MailDiscussion(List<Mailbox> boxes, List<SeriesVersion> compared) {
    this.boxes = List.copyOf(boxes);
    this.compared = List.copyOf(compared);
  }

  @Override
  public Conversation conversation() {
    return bag().conversation();
  }

  @Override
  public List<SeriesVersion> versions() {
    return isLinked() ? known(bag(), compared) : compared;
  }

  @Override
  public List<RawMessage> messages() {
    List<RawMessage> messages = new ArrayList<>();
    for (Mailbox box : boxes) {
      messages.addAll(box.messages());
    }
    return messages;
  }

  private boolean isLinked() {
    if (boxes.size() < 2) {
      return !boxes.isEmpty();
    }
    for (Mailbox box : boxes) {
      if (!box.isSilent()) {
        return true;
      }
    }
    return false;
  }

  private SeriesBag bag() {
    SeriesBag found = together;
    if (found == null) {
      found =
          isLinked() || boxes.isEmpty()
              ? Mailbox.union(boxes).bag()
              : boxes.get(boxes.size() - 1).bag();
      together = found;
    }
    return found;
  }

  /** Returns the versions of the series that the newest of {@code compared} belongs to. */
  static List<SeriesVersion> known(SeriesBag bag, List<SeriesVersion> compared) {
    List<SeriesVersion> versions = new ArrayList<>();
    for (SeriesVersion version : lineageOf(bag, compared.get(compared.size() - 1)).versions()) {
      if (!compared.contains(version)) {
        versions.add(version);
      }
    }
    versions.addAll(compared);
    return versions;
  }

  /** Returns the lineage that {@code version} belongs to, or one of it alone. */
  static Lineage lineageOf(SeriesBag bag, SeriesVersion version) {
    for (Lineage lineage : bag.lineages()) {
      if (lineage.versions().contains(version)) {
        return lineage;
      }
    }
    return new Lineage(version.title(), List.of(version), List.of());
  }
}
