package dev.reroll.broken.message;

record Prints(String text) {
  void print() {
    System.out.println(text);
  }
}
