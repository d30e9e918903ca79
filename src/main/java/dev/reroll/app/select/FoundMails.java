package dev.reroll.app.select;

import dev.reroll.mail.LeftOutReason;
import dev.reroll.message.Diagnostic;
import dev.reroll.series.Conversation;
import dev.reroll.series.LeftOut;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The mails of a found series that take no part in a comparison. */
final class FoundMails {
  private FoundMails() {}

  /**
   * Returns the replies to both versions and what could not be read at all, and tells {@code
   * diagnostics} what was odd in these and in the versions.
   */
  static List<LeftOut> leftOut(
      FoundSeries found, VersionPair pair, Consumer<Diagnostic> diagnostics) {
    found.diagnosticsOf(pair.before()).forEach(diagnostics);
    found.diagnosticsOf(pair.after()).forEach(diagnostics);
    List<LeftOut> leftOut = new ArrayList<>(found.unreadable());
    for (LeftOut unreadable : leftOut) {
      found.diagnosticsOf(unreadable).forEach(diagnostics);
    }
    for (SeriesVersion version : List.of(pair.before(), pair.after())) {
      for (Conversation.Answer answer : found.bag().conversation().about(version)) {
        LeftOutReason reason =
            answer.reply().carriesDiff() ? LeftOutReason.REPLY_WITH_DIFF : LeftOutReason.REPLY;
        leftOut.add(new LeftOut(answer.reply(), reason));
      }
    }
    return leftOut;
  }
}
