package dev.reroll.interdiff;

import dev.reroll.message.Octets;

/**
 * Names a file whose difference cannot be told.
 *
 * @param reason what is missing, one line without the path
 */
public record UntoldFile(Octets path, String reason) {}
