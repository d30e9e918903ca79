package dev.reroll.repo.objects;

import dev.reroll.repo.place.Settings;
import java.io.IOException;
import java.util.OptionalInt;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * How many digits of an id are shown: {@code core.abbrev}, where it is not set as many as keep ids
 * apart in a repository of this size, and always enough to be the only such object.
 */
public final class Abbreviation {
  private static final int MIN_DIGITS = 4;
  private static final int STANDARD = 7;
  private static final int ALL = 40;

  private final int digits;

  private Abbreviation(int digits) {
    this.digits = digits;
  }

  /** Returns the length that is asked for, or else configured, or else follows from the objects. */
  public static Abbreviation of(OptionalInt asked, Settings settings, ObjectPresence objects) {
    if (asked.isPresent()) {
      return new Abbreviation(asked.getAsInt());
    }
    String set = settings.find("core.abbrev").orElse("auto");
    return new Abbreviation(
        switch (set.toLowerCase(java.util.Locale.ROOT)) {
          case "auto" -> forCount(objects.packedCount());
          case "no", "off", "false", "" -> ALL;
          default -> number(set);
        });
  }

  /** Returns how many digits are shown of ids that no other object comes near. */
  public int digits() {
    return digits;
  }

  /** Returns how many digits of {@code id} are shown. */
  public int digitsOf(AnyObjectId id, ObjectReader reader) throws IOException {
    return digits >= ALL ? ALL : reader.abbreviate(id, Math.max(MIN_DIGITS, digits)).length();
  }

  /** Two ids of n objects are expected to agree in as many bits as half those of n. */
  private static int forCount(long count) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(count);
    return Math.max(STANDARD, (bits + 1) / 2);
  }

  private static int number(String text) {
    return text.matches("\\d{1,3}") ? Math.min(ALL, Integer.parseInt(text)) : STANDARD;
  }
}
