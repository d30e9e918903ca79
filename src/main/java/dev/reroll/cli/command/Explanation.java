package dev.reroll.cli.command;

import dev.reroll.app.select.Inquiry;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.render.text.EvidenceText;
import dev.reroll.render.text.VisibleText;
import dev.reroll.series.Query;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Writes what speaks for each link of a lineage, and what was asked to find its versions. */
final class Explanation {
  private Explanation() {}

  static void write(SelectedLineage view, OutputStream stream) throws IOException {
    EvidenceText.write(view.lineage(), stream);
    if (!view.inquiries().isEmpty()) {
      line(stream, "");
      line(stream, "searched:");
      for (Inquiry inquiry : view.inquiries()) {
        line(stream, "  " + words(inquiry));
      }
    }
  }

  private static String words(Inquiry inquiry) {
    String found = inquiry.foundCount() == 1 ? "1 mail" : inquiry.foundCount() + " mails";
    return inquiry.archive()
        + ": "
        + inquiry.query().fold(new QueryWords())
        + ": "
        + (inquiry.foundCount() == 0 ? "nothing" : found + ", " + inquiry.newCount() + " new");
  }

  private static void line(OutputStream stream, String text) throws IOException {
    stream.write((VisibleText.of(text) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static final class QueryWords implements Query.Visitor<String> {
    @Override
    public String thread(Query.Thread query) {
      return "the thread of " + query.id();
    }

    @Override
    public String sameChangeId(Query.SameChangeId query) {
      return "change-id " + query.changeId();
    }

    @Override
    public String sameTitle(Query.SameTitle query) {
      return "'" + query.title() + "' by " + query.author().address() + days(query.span());
    }

    @Override
    public String sameAuthor(Query.SameAuthor query) {
      return "patches by " + query.author().address() + days(query.span());
    }

    private static String days(Query.Span span) {
      return ", "
          + LocalDate.ofInstant(span.from(), ZoneOffset.UTC)
          + " to "
          + LocalDate.ofInstant(span.to(), ZoneOffset.UTC);
    }
  }
}
