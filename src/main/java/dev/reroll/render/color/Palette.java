package dev.reroll.render.color;

import dev.reroll.bytes.Octets;
import java.util.HashMap;
import java.util.Map;

/** The escape sequences to print with; all of them empty where nothing is coloured. */
public final class Palette {
  /** Prints without colours. */
  public static final Palette NONE = new Palette(Map.of(), "", "");

  /** No EnumMap: that one looks the slots up by reflection first. */
  private final Map<ColorSlot, Octets> sequences = new HashMap<>();

  private final Octets reset;
  private final Octets reverse;

  private Palette(Map<ColorSlot, String> colors, String reset, String reverse) {
    for (Map.Entry<ColorSlot, String> color : colors.entrySet()) {
      sequences.put(color.getKey(), Octets.utf8(color.getValue()));
    }
    this.reset = Octets.utf8(reset);
    this.reverse = Octets.utf8(reverse);
  }

  /** Prints with the given escape sequences; a slot without one is not coloured. */
  public static Palette of(Map<ColorSlot, String> colors) {
    return new Palette(colors, "\u001b[m", "\u001b[7m");
  }

  /** Returns the sequence that switches to the colour of {@code slot}. */
  public Octets of(ColorSlot slot) {
    return sequences.getOrDefault(slot, Octets.EMPTY);
  }

  /** Returns the sequence that ends all colours. */
  public Octets reset() {
    return reset;
  }

  /** Returns the sequence that swaps the colours of text and ground. */
  public Octets reverse() {
    return reverse;
  }

  public boolean isColored() {
    return !reset.isEmpty();
  }
}
