package dev.reroll.broken.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.List;

/** Lets a type of its library out of the room, in a list. */
public record ShowsLibraryInList(List<InternetAddress> addresses) {}
