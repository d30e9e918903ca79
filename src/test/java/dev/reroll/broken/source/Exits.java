package dev.reroll.broken.source;

/** Ends the program behind the skin's back. */
public record Exits(int code) {
  void exit() {
    System.exit(code);
  }
}
