package dev.reroll;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of the program and how it is asked: {@code matches}, {@code find}, {@code
 * lookingAt} or {@code split}.
 */
record PatternUse(String name, Pattern pattern, String question) {
  private static final int LENGTH = 150;
  private static final int DEEP_LENGTH = 12_000;
  private static final double GROWTH_LIMIT = 2.3;
  private static final int STEPS_PER_CHARACTER = 200;

  /** What starting costs, so that a handful of steps is not taken for growth. */
  private static final int START = 150;

  private static final long STACK = 512L << 10;

  /** Returns for the first text that costs too much what it is. */
  Optional<String> tooSlow() {
    for (HostileTexts.Text text : HostileTexts.against(pattern.pattern())) {
      long once = steps(text.ofLength(LENGTH));
      long twice = steps(text.ofLength(2 * LENGTH));
      boolean grows = twice > GROWTH_LIMIT * once + START;
      if (grows || twice > 2L * LENGTH * STEPS_PER_CHARACTER) {
        return Optional.of(name + ": " + once + " steps, then " + twice + ", for " + text);
      }
    }
    return Optional.empty();
  }

  /** Returns for the first text that overflows a stack of 512 kB what it is. */
  Optional<String> tooDeep() {
    AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());
    Thread thread = new Thread(null, () -> found.set(deepest()), "small stack", STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return Objects.requireNonNull(found.get());
  }

  private Optional<String> deepest() {
    for (HostileTexts.Text text : HostileTexts.deepAgainst(pattern.pattern())) {
      try {
        steps(text.ofLength(DEEP_LENGTH));
      } catch (StackOverflowError tooDeep) {
        return Optional.of(name + " overflows for " + text);
      }
    }
    return Optional.empty();
  }

  private long steps(String text) {
    Counted counted = new Counted(text);
    Matcher matcher = pattern.matcher(counted);
    switch (question) {
      case "matches" -> matcher.matches();
      case "lookingAt" -> matcher.lookingAt();
      case "find" -> ends(matcher);
      case "split" -> pattern.split(counted, -1);
      default -> throw new IllegalArgumentException(name + " " + question);
    }
    return counted.steps;
  }

  private static List<Integer> ends(Matcher matcher) {
    List<Integer> ends = new ArrayList<>();
    while (matcher.find()) {
      ends.add(matcher.end());
    }
    return ends;
  }

  /** A text that counts how often it is looked at: the same number on every machine. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      steps++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
