package dev.reroll.source.mirror.arrivals;

import dev.reroll.problem.Diagnostic;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One commit, read.
 *
 * @param commit its id
 * @param arrival what it did
 * @param facts what the mail says, where it adds one
 * @param damage why not all that the mail says is known, where that is so
 */
public record ReadMail(
    ObjectId commit, Arrival arrival, Optional<MailFacts> facts, Optional<Diagnostic> damage) {}
