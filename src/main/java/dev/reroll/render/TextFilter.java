package dev.reroll.render;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;

/** Decides how the octets of a mail reach the reader. */
public enum TextFilter {
  /** As they are, for pipes and files. */
  AS_IS {
    @Override
    void append(Octets text, int from, int to, OctetBuilder out) {
      out.append(text, from, to);
    }
  },

  /** With control and bidirectional characters made visible, for terminals. */
  VISIBLE {
    @Override
    void append(Octets text, int from, int to, OctetBuilder out) {
      VisibleText.append(text, from, to, out);
    }
  };

  abstract void append(Octets text, int from, int to, OctetBuilder out);
}
