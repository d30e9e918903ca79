package dev.reroll.apply.read;

import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes the first component off the names of a diff, {@code a/} or {@code b/}, as {@code git apply
 * -p1} does.
 *
 * <p>Where a plain diff names a file without any folder, git takes it that this diff and all behind
 * it have no prefixes.
 */
final class Stripping {
  private boolean isPrefixed = true;

  void takeAsUnprefixed() {
    isPrefixed = false;
  }

  /** Returns {@code name} as a path of the tree; empty where nothing is left of it. */
  Optional<Octets> strip(Octets name) {
    int start = isPrefixed ? name.indexOf('/', 0) + 1 : 0;
    boolean lacksPrefix = isPrefixed && start <= 1;
    return lacksPrefix || start == name.length()
        ? Optional.empty()
        : Optional.of(withoutDoubleSlashes(name.slice(start)));
  }

  static Octets withoutDoubleSlashes(Octets path) {
    String octets = path.decode(StandardCharsets.ISO_8859_1);
    if (!octets.contains("//")) {
      return path;
    }
    return Octets.wrap(octets.replaceAll("/+", "/").getBytes(StandardCharsets.ISO_8859_1));
  }
}
