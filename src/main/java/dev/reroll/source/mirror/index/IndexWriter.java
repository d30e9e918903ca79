package dev.reroll.source.mirror.index;

import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.patch.PatchId;
import dev.reroll.source.mirror.arrivals.ArrivalReader.Arrival;
import dev.reroll.source.mirror.arrivals.MailFactsReader.MailFacts;
import dev.reroll.source.mirror.arrivals.SearchText;
import dev.reroll.source.mirror.inbox.Inbox.MailNumber;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** Writes mails into an index, within transactions that the caller opens. */
public final class IndexWriter {
  /** So many names are remembered with their numbers; then they are looked up again. */
  private static final int MAX_REMEMBERED = 100_000;

  private final IndexDatabase database;
  private final Map<String, Long> messageIds = new HashMap<>();
  private final Map<String, Long> paths = new HashMap<>();
  private final Map<Person, Long> people = new HashMap<>();

  /** Writes into an open index. */
  public IndexWriter(IndexDatabase database) {
    this.database = database;
  }

  /** Forgets the numbers that a transaction gave out which was then rolled back. */
  void forget() {
    messageIds.clear();
    paths.clear();
    people.clear();
  }

  /** Adds a mail, unless a later commit is known to delete it. */
  public void add(MailNumber number, Arrival arrival, MailFacts facts) throws SQLException {
    Long date = facts.date().isPresent() ? facts.date().get().getEpochSecond() : arrival.time();
    if (addMail(number, arrival, facts, date)) {
      addPeople(number, facts, date);
      addIds("INSERT OR IGNORE INTO above VALUES(?, ?)", number, facts.above());
      addIds("INSERT OR IGNORE INTO linked VALUES(?, ?)", number, facts.linked());
      addContent(number, facts);
    }
  }

  private boolean addMail(MailNumber number, Arrival arrival, MailFacts facts, Long date)
      throws SQLException {
    int count =
        database.change(
            "INSERT INTO mail SELECT ?1, ?2, ?3, nullif(?4, 0), ?5, ?6, ?7, ?8 WHERE NOT EXISTS"
                + " (SELECT 1 FROM deleted WHERE blob = ?2 AND number > ?1)",
            number.value(),
            octets(arrival.blob()),
            arrival.time(),
            facts.id().isPresent() ? messageId(facts.id().get()) : Long.valueOf(0),
            facts.kind().number(),
            facts.subject(),
            SearchText.of(facts.subject()),
            date);
    return count > 0;
  }

  private void addPeople(MailNumber number, MailFacts facts, Long date) throws SQLException {
    Set<Person> all = new LinkedHashSet<>(facts.authors());
    all.add(facts.sender());
    for (Person person : all) {
      database.change(
          "INSERT OR IGNORE INTO by_person VALUES(?, ?, ?)", number.value(), number(person), date);
    }
  }

  private void addContent(MailNumber number, MailFacts facts) throws SQLException {
    for (String change : facts.changeIds()) {
      database.change("INSERT OR IGNORE INTO change VALUES(?, ?)", number.value(), change);
    }
    for (PatchId patch : facts.patchIds()) {
      byte[] id = HexFormat.of().parseHex(patch.hex());
      database.change("INSERT OR IGNORE INTO patch VALUES(?, ?)", number.value(), id);
    }
    for (String path : facts.paths()) {
      database.change("INSERT OR IGNORE INTO touched VALUES(?, ?)", number.value(), path(path));
    }
  }

  /** Takes away the mails whose object is {@code blob} and that arrived before {@code number}. */
  public int delete(MailNumber number, ObjectId blob) throws SQLException {
    database.change("INSERT OR REPLACE INTO deleted VALUES(?, ?)", number.value(), octets(blob));
    return deleteWhere("blob = ? AND number < ?", octets(blob), number.value());
  }

  /**
   * Takes away all mails of an epoch. Where commits of that epoch had deleted mails, which may be
   * those of others, everything goes, to be read anew.
   */
  public void deleteEpoch(int epoch) throws SQLException {
    Long first = MailNumber.of(epoch, 0).value();
    Long behind = MailNumber.of(epoch + 1, 0).value();
    String range = "number >= ? AND number < ?";
    if (database.change("DELETE FROM deleted WHERE " + range, first, behind) > 0) {
      deleteWhere("number >= 0");
      database.change("DELETE FROM deleted");
      database.change("DELETE FROM epoch");
    } else {
      deleteWhere(range, first, behind);
      database.change("DELETE FROM epoch WHERE number = ?", epoch);
    }
  }

  private int deleteWhere(String condition, Object... values) throws SQLException {
    for (String table : IndexSchema.DETAILS) {
      String mails = " WHERE mail IN (SELECT number FROM mail WHERE " + condition + ")";
      database.change("DELETE FROM " + table + mails, values);
    }
    return database.change("DELETE FROM mail WHERE " + condition, values);
  }

  private Long number(Person person) throws SQLException {
    Long known = people.get(person);
    if (known == null) {
      String address = person.address().toLowerCase(Locale.ROOT);
      String name = person.name().toLowerCase(Locale.ROOT);
      database.change("INSERT OR IGNORE INTO person(address, name) VALUES(?, ?)", address, name);
      known = number("SELECT id FROM person WHERE address = ? AND name = ?", address, name);
      remember(people, person, known);
    }
    return known;
  }

  private void addIds(String sql, MailNumber number, Set<MessageId> ids) throws SQLException {
    for (MessageId id : ids) {
      database.change(sql, number.value(), messageId(id));
    }
  }

  private Long messageId(MessageId id) throws SQLException {
    Long known = messageIds.get(id.value());
    if (known == null) {
      database.change("INSERT OR IGNORE INTO message_id(value) VALUES(?)", id.value());
      known = number("SELECT id FROM message_id WHERE value = ?", id.value());
      remember(messageIds, id.value(), known);
    }
    return known;
  }

  private Long path(String path) throws SQLException {
    Long known = paths.get(path);
    if (known == null) {
      database.change("INSERT OR IGNORE INTO path(value) VALUES(?)", path);
      known = number("SELECT id FROM path WHERE value = ?", path);
      remember(paths, path, known);
    }
    return known;
  }

  private Long number(String sql, Object... values) throws SQLException {
    try (var row = database.statement(sql, values).executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static <K> void remember(Map<K, Long> numbers, K name, Long number) {
    if (numbers.size() >= MAX_REMEMBERED) {
      numbers.clear();
    }
    numbers.put(name, number);
  }

  static byte[] octets(ObjectId id) {
    byte[] octets = new byte[20];
    id.copyRawTo(octets, 0);
    return octets;
  }
}
