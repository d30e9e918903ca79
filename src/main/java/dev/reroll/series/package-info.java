/**
 * Groups mail items into versions of a series, and versions into lineages, with the evidence for
 * each link; says what to look for where versions are missing.
 *
 * <p>Enters: mail items. Leaves: {@code SeriesBag}, with the {@code Lineage} of each piece of work,
 * the {@code Conversation} about it and what was left out; and {@code SearchPlan}, with queries for
 * an archive. Must not know: how patches are compared, and where mails come from. The rules and how
 * well they do are in {@code src/docs/linking.md}.
 */
@NullMarked
package dev.reroll.series;

import org.jspecify.annotations.NullMarked;
