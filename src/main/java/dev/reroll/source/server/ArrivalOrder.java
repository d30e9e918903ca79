package dev.reroll.source.server;

import dev.reroll.mail.MailDate;
import dev.reroll.message.HeaderLine;
import dev.reroll.message.Octets;
import dev.reroll.message.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Puts mails of several threads, which a search brings one thread after the other, into the order
 * in which they arrived: by the topmost {@code Received}, as public-inbox does, else by {@code
 * Date}.
 */
final class ArrivalOrder {
  private ArrivalOrder() {}

  static List<RawMessage> of(List<RawMessage> mails) {
    List<Arrived> arrived = new ArrayList<>();
    for (RawMessage mail : mails) {
      arrived.add(new Arrived(mail, timeOf(mail.octets())));
    }
    Collections.sort(arrived);
    List<RawMessage> ordered = new ArrayList<>();
    for (Arrived one : arrived) {
      ordered.add(one.mail());
    }
    return ordered;
  }

  /**
   * Compares by itself: what Comparator.comparing gives is linked at run time, which takes long.
   */
  private record Arrived(RawMessage mail, Instant time) implements Comparable<Arrived> {
    @Override
    public int compareTo(Arrived other) {
      return time.compareTo(other.time);
    }
  }

  private static Instant timeOf(Octets mail) {
    Optional<Instant> sent = Optional.empty();
    int at = 0;
    for (int colon = HeaderLine.colonOf(mail, at); colon > 0; ) {
      int end = HeaderLine.endOfHeader(mail, at);
      String value = mail.slice(colon + 1, end).decode(StandardCharsets.ISO_8859_1);
      if (HeaderLine.isNamed(mail, at, colon, "received")) {
        Optional<Instant> received = MailDate.parse(value.substring(value.lastIndexOf(';') + 1));
        if (received.isPresent()) {
          return received.get();
        }
      } else if (HeaderLine.isNamed(mail, at, colon, "date")) {
        sent = MailDate.parse(value);
      }
      at = end;
      colon = at < mail.length() ? HeaderLine.colonOf(mail, at) : -1;
    }
    return sent.orElse(Instant.EPOCH);
  }
}
