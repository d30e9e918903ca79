/**
 * A subject as people write it: tags, version, position and title.
 *
 * <p>Enters: a decoded subject. Leaves: {@link dev.reroll.mail.subject.SubjectLine}. Must not know:
 * headers, bodies, or other mails.
 */
@NullMarked
package dev.reroll.mail.subject;

import org.jspecify.annotations.NullMarked;
