package dev.reroll.repo.commits;

import dev.reroll.mail.Person;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows under which name and address a person wants to be called (gitmailmap(5)).
 *
 * <p>Text is one char an octet, as names in commits may be in any encoding.
 */
public final class Mailmap {
  private final Map<String, Entry> byAddress = new HashMap<>();

  /** A person as a commit names one, or wants to be named. */
  record Named(String name, String address) {}

  /** What the map says of one address, and of names with that address. */
  private static final class Entry {
    private Optional<String> name = Optional.empty();
    private Optional<String> address = Optional.empty();
    private final Map<String, Entry> byName = new HashMap<>();
  }

  /** Reads more lines, which count more than those before. */
  public void read(byte[] file) {
    new String(file, StandardCharsets.ISO_8859_1).lines().forEach(this::line);
  }

  private void line(String line) {
    if (line.startsWith("#")) {
      return;
    }
    Optional<Part> first = Part.of(line, false);
    if (first.isEmpty()) {
      return;
    }
    Optional<Part> second = Part.of(first.get().rest, true);
    String key = second.orElse(first.get()).address.toLowerCase(Locale.ROOT);
    Entry entry = byAddress.computeIfAbsent(key, unseen -> new Entry());
    if (second.isPresent() && second.get().name.isPresent()) {
      String name = second.get().name.get().toLowerCase(Locale.ROOT);
      entry = entry.byName.computeIfAbsent(name, unseen -> new Entry());
    }
    if (first.get().name.isPresent()) {
      entry.name = first.get().name;
    }
    if (second.isPresent()) {
      entry.address = Optional.of(first.get().address);
    }
  }

  /** Returns how {@code person} wants to be called. */
  Named map(Named person) {
    Entry entry = byAddress.get(person.address().toLowerCase(Locale.ROOT));
    if (entry == null) {
      return person;
    }
    Entry named = entry.byName.getOrDefault(person.name().toLowerCase(Locale.ROOT), entry);
    return new Named(named.name.orElse(person.name()), named.address.orElse(person.address()));
  }

  /** A name, which may be missing, an address in angle brackets, and what follows. */
  private record Part(Optional<String> name, String address, String rest) {
    static Optional<Part> of(String text, boolean mayBeEmpty) {
      int open = text.indexOf('<');
      int close = text.indexOf('>', open + 1);
      if (open < 0 || close < 0 || (close == open + 1 && !mayBeEmpty)) {
        return Optional.empty();
      }
      String name = text.substring(0, open).strip();
      return Optional.of(
          new Part(
              name.isEmpty() ? Optional.empty() : Optional.of(name),
              text.substring(open + 1, close),
              text.substring(close + 1)));
    }
  }

  /** How people want to be called (gitmailmap(5)); for several threads at once. */
  public static final class MappedPeople {
    private final Mailmap mailmap;

    /** Maps people by a mailmap that is read. */
    public MappedPeople(Mailmap mailmap) {
      this.mailmap = mailmap;
    }

    /** Returns {@code person} under the name and address that the mailmap has for them. */
    public Person map(Person person) {
      Mailmap.Named mapped =
          mailmap.map(new Mailmap.Named(octets(person.name()), octets(person.address())));
      return new Person(text(mapped.name()), text(mapped.address()));
    }

    /** The mailmap has one char for an octet. */
    private static String octets(String text) {
      return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String text(String octets) {
      return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }
}
