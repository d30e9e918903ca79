package dev.reroll.app.select;

import dev.reroll.message.RawMessage;
import dev.reroll.series.Conversation;
import dev.reroll.series.SeriesVersion;
import java.util.List;

/**
 * What archives hold about two versions.
 *
 * @param conversation which mails answer which
 * @param versions the versions that are known
 * @param messages the mails that were gathered
 */
public record FoundDiscussion(
    Conversation conversation, List<SeriesVersion> versions, List<RawMessage> messages)
    implements Discussion {
  public FoundDiscussion {
    versions = List.copyOf(versions);
    messages = List.copyOf(messages);
  }

  /** Returns what was gathered about {@code compared}, of which the newer one comes last. */
  static FoundDiscussion of(FoundSeries found, List<SeriesVersion> compared) {
    return new FoundDiscussion(
        found.bag().conversation(), MailDiscussion.known(found.bag(), compared), found.messages());
  }
}
