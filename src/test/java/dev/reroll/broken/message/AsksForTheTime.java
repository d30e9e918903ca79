package dev.reroll.broken.message;

import java.time.Instant;

record AsksForTheTime() {
  Instant ask() {
    return Instant.now();
  }
}
