package dev.reroll.source.mirror;

import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Is one commit, read.
 *
 * @param commit its id
 * @param arrival what it did
 * @param facts what the mail says, where it adds one
 */
record ReadMail(ObjectId commit, Arrival arrival, Optional<MailFacts> facts) {}
