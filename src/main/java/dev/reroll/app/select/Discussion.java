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
}
