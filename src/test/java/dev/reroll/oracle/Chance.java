package dev.reroll.oracle;

import java.util.List;
import java.util.Random;

/** Draws from a seed, with the words that the other draws are written in. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
    // Neighbouring seeds begin alike.
    random.nextInt();
    random.nextInt();
  }

  Random random() {
    return random;
  }

  long seed() {
    return random.nextLong();
  }

  /** Returns true in {@code percent} of all cases. */
  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Returns a number from 0 up to and with {@code most}. */
  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  int between(int least, int most) {
    return least + upTo(most - least);
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
