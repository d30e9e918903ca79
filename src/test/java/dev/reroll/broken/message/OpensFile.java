package dev.reroll.broken.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

record OpensFile(Path path) {
  byte[] read() throws IOException {
    return Files.readAllBytes(path);
  }
}
