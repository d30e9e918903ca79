package dev.reroll.source.mirror.query;

import dev.reroll.mail.Person;
import dev.reroll.series.Query;
import dev.reroll.source.mirror.arrivals.MailFactsReader.MailFacts;
import dev.reroll.source.mirror.arrivals.SearchText;
import dev.reroll.source.mirror.index.IndexDatabase;
import dev.reroll.source.mirror.update.InboxIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks for the mails that a query is about, in one index; returns their message ids, the newest
 * first, at most so many.
 */
public final class HitQuery implements InboxIndex.Question<List<String>> {
  private static final String BY_PERSON =
      "SELECT DISTINCT m.value, mail.date FROM person p JOIN by_person b ON b.person = p.id"
          + " JOIN mail ON mail.number = b.mail JOIN message_id m ON m.id = mail.message_id"
          + " WHERE (p.address = ? AND p.address <> '' OR p.name = ? AND p.name <> '')"
          + " AND b.date BETWEEN ? AND ?";

  private static final String NEWEST = " ORDER BY mail.date DESC, m.value LIMIT ?";

  private final String sql;
  private final List<Object> values;

  private HitQuery(String sql, List<Object> values) {
    this.sql = sql;
    this.values = values;
  }

  /**
   * Creates a query for any index.
   *
   * @param limit how many hits are returned at most
   */
  public static HitQuery of(Query query, int limit) {
    HitQuery hits = query.fold(new Maker());
    List<Object> values = new ArrayList<>(hits.values);
    values.add(limit);
    return new HitQuery(hits.sql + NEWEST, values);
  }

  @Override
  public List<String> ask(IndexDatabase database) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (ResultSet row = database.statement(sql, values.toArray()).executeQuery()) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  private static final class Maker implements Query.Visitor<HitQuery> {
    @Override
    public HitQuery thread(Query.Thread query) {
      return new HitQuery(
          "SELECT m.value, 0 FROM message_id m JOIN mail ON mail.message_id = m.id"
              + " WHERE m.value = ?",
          List.of(query.id().value()));
    }

    @Override
    public HitQuery sameChangeId(Query.SameChangeId query) {
      return new HitQuery(
          "SELECT DISTINCT m.value, mail.date FROM change c JOIN mail ON mail.number = c.mail"
              + " JOIN message_id m ON m.id = mail.message_id WHERE c.id = ?",
          List.of(query.changeId()));
    }

    @Override
    public HitQuery sameTitle(Query.SameTitle query) {
      List<Object> values = person(query.author(), query.span());
      values.add(SearchText.of(query.title()));
      return new HitQuery(BY_PERSON + " AND instr(mail.title, ?) > 0", values);
    }

    @Override
    public HitQuery sameAuthor(Query.SameAuthor query) {
      List<Object> values = person(query.author(), query.span());
      values.add(MailFacts.Kind.COVER.number());
      return new HitQuery(BY_PERSON + " AND mail.kind >= ?", values);
    }

    private static List<Object> person(Person author, Query.Span span) {
      List<Object> values = new ArrayList<>();
      values.add(author.address().toLowerCase(Locale.ROOT));
      values.add(author.name().toLowerCase(Locale.ROOT));
      values.add(span.from().getEpochSecond());
      values.add(span.to().getEpochSecond());
      return values;
    }
  }
}
