package dev.reroll.series;

import dev.reroll.message.MessageId;
import java.util.Set;

/**
 * A mail that a text names, by its address in an archive or by its id.
 *
 * @param id the mail
 * @param versions the numbers of versions that stand beside it: 2 for {@code Link to v2: https://…}
 * @param line the line that names it, for a person
 * @param isForeign whether the text says that it is other work: {@code Depends-on:}, {@code Fixes:}
 */
record NamedMail(MessageId id, Set<Integer> versions, String line, boolean isForeign) {
  NamedMail {
    versions = Set.copyOf(versions);
  }
}
