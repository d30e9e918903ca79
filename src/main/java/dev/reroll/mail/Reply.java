package dev.reroll.mail;

import dev.reroll.bytes.Octets;

/**
 * What someone says about a series.
 *
 * @param text the body in UTF-8, line ends as they came
 * @param carriesDiff whether there is an unquoted diff in it: an example, or a patch in its own
 *     right
 */
public record Reply(Envelope envelope, Octets text, boolean carriesDiff) implements MailItem {}
