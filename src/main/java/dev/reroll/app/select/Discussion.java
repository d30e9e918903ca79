package dev.reroll.app.select;

import dev.reroll.message.RawMessage;
import dev.reroll.series.Conversation;
import dev.reroll.series.SeriesVersion;
import java.util.List;

/** What was said about the versions of a series; worked out only where somebody asks for it. */
public interface Discussion {
  /** Returns which mails answer which. */
  Conversation conversation();

  /** Returns the versions that are known, the two that are compared among them. */
  List<SeriesVersion> versions();

  /** Returns all mails that were read, as they came. */
  List<RawMessage> messages();

  /**
   * What was found before anybody asked.
   *
   * @param conversation which mails answer which
   * @param versions the versions that are known
   * @param messages the mails that were gathered
   */
  record Found(Conversation conversation, List<SeriesVersion> versions, List<RawMessage> messages)
      implements Discussion {
    public Found {
      versions = List.copyOf(versions);
      messages = List.copyOf(messages);
    }

    /** Returns what was gathered about {@code compared}, of which the newer one comes last. */
    static Found of(FoundSeries found, List<SeriesVersion> compared) {
      return new Found(
          found.bag().conversation(),
          MailDiscussion.known(found.bag(), compared),
          found.messages());
    }
  }
}
