/**
 * What commands say of themselves: help, manual pages, the reference and completion, all made from
 * the commands' {@link dev.reroll.cli.option.Syntax}.
 */
@NullMarked
package dev.reroll.cli.manual;

import org.jspecify.annotations.NullMarked;
