package dev.reroll.broken.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;

/** Lets a type of its library out of the room. */
public final class ShowsLibraryType {
  private ShowsLibraryType() {}

  /** Throws what the reader of this room would have to import. */
  public static void check(String address) throws MessagingException {
    new InternetAddress(address).validate();
  }
}
