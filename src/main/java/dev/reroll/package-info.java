/**
 * The walk on a page: mails come in on the left, a comparison leaves on the right.
 *
 * <pre>
 * source ─▶ message ─▶ mail ─▶ patch ─▶ series ─▶ linediff ─▶ align ─▶ rangediff ─▶ render
 * (edge)    RawMessage MailItem Patch,   SeriesVersion Edit     Alignment RangeDiff   text
 *                               Comparable
 * bytes, problem = the floor under all of it
 * app = the use cases that walk the corridor          cli = the only package that meets a person
 * </pre>
 *
 * <p>Each room is a package that owns the type which leaves it and looks only at rooms to its left.
 * The doors to the outside world (files, configuration) are packages beside the corridor.
 */
@NullMarked
package dev.reroll;

import org.jspecify.annotations.NullMarked;
