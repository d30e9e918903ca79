package dev.reroll.broken.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Breaks no rule: no report names it. */
public record KeepsAllRules(Optional<URI> uri) {
  /** Reads a stream that it is handed. */
  public @Nullable Integer first(InputStream handed) throws IOException {
    int first = handed.read();
    return first < 0 ? null : Integer.valueOf(first);
  }
}
