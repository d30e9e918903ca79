package dev.reroll.broken.message;

import java.util.Optional;

record ReadsEnvironment(String name) {
  Optional<String> read() {
    return Optional.ofNullable(System.getenv(name));
  }
}
