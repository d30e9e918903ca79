package dev.reroll.mail;

import dev.reroll.bytes.Octets;

/**
 * Introduces a series: {@code [PATCH 0/N]}, or a mail without a number that reads like one.
 *
 * @param text the body in UTF-8, line ends as they came; it may hold a diff that is an example
 */
public record CoverLetter(Envelope envelope, Octets text) implements MailItem {}
