package dev.reroll.deliver;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.Person;

/**
 * What a mail is to say, and to whom, before it is put into headers and lines.
 *
 * @param from who sends it; the address is one
 * @param recipients those who get it
 * @param subject its subject, which may be anything
 * @param place where in a thread it stands
 * @param versions which two versions it is about, in characters that a header can hold
 * @param confirmed whether a person reads it before it leaves; else it says that none did (RFC
 *     3834, 5)
 * @param body UTF-8 text whose lines end in LF
 */
public record OutgoingMail(
    Person from,
    Recipients recipients,
    String subject,
    ThreadPlace place,
    String versions,
    boolean confirmed,
    Octets body) {}
