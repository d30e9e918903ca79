package dev.reroll.source.mirror.update;

/**
 * What became of one inbox's index.
 *
 * @param inbox the name of the list
 * @param mailCount how many mails the index holds now
 * @param newCount how many of them are new
 * @param unreadableCount how many mails were left out since they are missing, damaged or too large
 */
public record IndexReport(String inbox, long mailCount, long newCount, long unreadableCount) {}
