package dev.reroll.source;

import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import java.util.List;

/**
 * Opens one place where mails of lists are kept: a server, a mirror or a mailbox.
 *
 * <p>What it hands out is the same whichever place it is, so that an answer does not depend on
 * where it came from.
 */
public interface Archive extends AutoCloseable {
  /** Returns what people call it: a host, a folder, a file. */
  String name();

  /**
   * Returns every mail of the thread that {@code id} stands in, by time of arrival; none where the
   * id is unknown.
   *
   * @throws Refusal where the place cannot be reached or read
   */
  List<RawMessage> thread(MessageId id) throws Refusal;

  /**
   * Returns the mails that {@code query} is about, each with the whole of its thread, by time of
   * arrival; none where there is nothing.
   *
   * @throws Refusal where the place cannot be reached or read
   */
  List<RawMessage> search(Query query) throws Refusal;

  @Override
  void close();
}
