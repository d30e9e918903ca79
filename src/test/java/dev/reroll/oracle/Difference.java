package dev.reroll.oracle;

import java.util.List;

/** Where what we print first differs from what git prints. */
record Difference(long seed, String variant, String where) {
  static Difference between(long seed, Variant variant, String expected, String actual) {
    List<String> wanted = expected.lines().toList();
    List<String> got = actual.lines().toList();
    int line = 0;
    while (line < Math.min(wanted.size(), got.size()) && wanted.get(line).equals(got.get(line))) {
      line++;
    }
    String where =
        "line " + (line + 1) + "\n  git:  " + at(wanted, line) + "\n  ours: " + at(got, line);
    return new Difference(seed, variant.toString(), where);
  }

  private static String at(List<String> lines, int index) {
    return index < lines.size() ? visible(lines.get(index)) : "(no such line)";
  }

  private static String visible(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char octet = line.charAt(i);
      boolean plain = octet >= ' ' && octet < 127;
      out.append(plain ? String.valueOf(octet) : String.format("\\x%02x", (int) octet));
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return "seed " + seed + ", reroll diff " + variant + ": " + where;
  }
}
