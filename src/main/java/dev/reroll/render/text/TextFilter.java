package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;

/** Decides how the octets of a mail reach the reader. */
public enum TextFilter {
  /** As they are, for pipes and files. */
  AS_IS {
    @Override
    public void append(Octets text, int from, int to, OctetBuilder out) {
      out.append(text, from, to);
    }
  },

  /** With control and bidirectional characters made visible, for terminals. */
  VISIBLE {
    @Override
    public void append(Octets text, int from, int to, OctetBuilder out) {
      VisibleText.append(text, from, to, out);
    }
  };

  /** Appends a part of {@code text} as the reader may see it. */
  public abstract void append(Octets text, int from, int to, OctetBuilder out);
}
