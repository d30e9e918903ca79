package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Locator;
import java.util.Optional;

/**
 * One patch as {@code git am} would take it from a mail.
 *
 * @param envelope the mail; for an attachment, with the subject of the attached patch
 * @param author who wrote the patch; none for a bare diff
 * @param message what would be committed
 * @param notes what stands between the {@code ---} line and the diff: diffstat, changelog; octets
 *     as they came
 * @param diff from the first line of the diff to the end of the body, signature included: octets in
 *     whatever charset the files have, only the transfer encoding undone
 * @param diffWhere the first octet of the diff; where the body was encoded or attached, the first
 *     octet of the body or the mail that holds it
 */
public record PatchMail(
    Envelope envelope,
    Optional<Person> author,
    CommitMessage message,
    Octets notes,
    Octets diff,
    Locator diffWhere)
    implements MailItem {}
