package dev.reroll.app.select;

import dev.reroll.mail.MailItem;
import dev.reroll.mail.Unrelated;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Notice;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesVersion;
import java.util.List;
import java.util.Map;

/**
 * What was found for a mail.
 *
 * @param wanted the mail that was named
 * @param place the version that it belongs to, in its lineage
 * @param messages all that was gathered on the way, as it came
 * @param items the same, read
 * @param bag the same, read and sorted
 * @param diagnostics what was odd, by the mail that it was found in
 * @param search how it was found
 */
public record FoundSeries(
    MessageId wanted,
    SeriesBag.Place place,
    List<RawMessage> messages,
    List<MailItem> items,
    SeriesBag bag,
    Map<MessageId, List<Diagnostic>> diagnostics,
    Search search) {
  public FoundSeries {
    messages = List.copyOf(messages);
    items = List.copyOf(items);
    diagnostics = Map.copyOf(diagnostics);
  }

  /**
   * Tells how the mails were found.
   *
   * @param inquiries what was asked, in order
   * @param archives who was asked
   * @param remarks what the user should know of it, a line each
   */
  public record Search(List<Inquiry> inquiries, List<String> archives, List<Notice> remarks) {
    public Search {
      inquiries = List.copyOf(inquiries);
      archives = List.copyOf(archives);
      remarks = List.copyOf(remarks);
    }
  }

  /** Returns all versions. */
  public Lineage lineage() {
    return place.lineage();
  }

  /** Returns the version that the mail belongs to. */
  public SeriesVersion version() {
    return place.version();
  }

  /** Returns the mails that could not be read: any of them may belong to a version. */
  List<LeftOut> unreadable() {
    return bag.leftOut().stream()
        .filter(mail -> mail.item() instanceof Unrelated item && item.isUnreadable())
        .toList();
  }

  /** Returns what was odd about {@code mail}. */
  List<Diagnostic> diagnosticsOf(LeftOut mail) {
    return mail.item().envelope().id().stream()
        .flatMap(id -> diagnostics.getOrDefault(id, List.of()).stream())
        .toList();
  }

  /** Returns what was odd in the mails of {@code version}. */
  List<Diagnostic> diagnosticsOf(SeriesVersion version) {
    return version.patches().stream()
        .flatMap(patch -> patch.envelope().id().stream())
        .flatMap(id -> diagnostics.getOrDefault(id, List.of()).stream())
        .toList();
  }
}
