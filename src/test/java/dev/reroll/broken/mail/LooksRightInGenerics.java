package dev.reroll.broken.mail;

import dev.reroll.broken.patch.LooksLeft;
import java.util.List;

record LooksRightInGenerics(List<LooksLeft[]> right) {}
