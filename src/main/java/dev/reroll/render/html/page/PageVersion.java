package dev.reroll.render.html.page;

/**
 * One version of the series.
 *
 * @param label its name: {@code v2}
 * @param title its title
 * @param sender who sent it
 * @param date the day, in UTC: {@code 2026-03-17}; empty where that is not known
 * @param size {@code 4 patches}, or {@code 3 of 4 patches}
 * @param mail its first mail
 */
public record PageVersion(
    String label, Text title, Text sender, String date, String size, PageLink mail) {}
