package dev.reroll.broken.source;

record Traces(RuntimeException failure) {
  void print() {
    failure.printStackTrace();
  }
}
