package dev.reroll.broken.patch;

import dev.reroll.broken.mail.SeenFromRight;
import java.util.List;

/** Looks left, which is allowed; only the room to the left closes a cycle. */
public record LooksLeft(List<SeenFromRight> left) {}
