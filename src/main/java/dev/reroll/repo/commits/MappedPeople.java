package dev.reroll.repo.commits;

import dev.reroll.mail.Person;
import java.nio.charset.StandardCharsets;

/** Knows how people want to be called (gitmailmap(5)); for several threads at once. */
public final class MappedPeople {
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
