package dev.reroll.app.select;

import dev.reroll.series.Query;

/**
 * Tells what an archive was asked, and what came of it.
 *
 * @param query the question
 * @param archive whom
 * @param foundCount how many mails it gave
 * @param newCount how many of them were not there yet
 */
public record Inquiry(Query query, String archive, int foundCount, int newCount) {}
