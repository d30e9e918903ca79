package dev.reroll.oracle;

import java.util.List;

/** Draws authors, with the names that mail headers have to quote or encode. */
final class AuthorDraw {
  private static final List<String> PLAIN = List.of("Ada Lovelace", "Bo Ek", "Chi Minh", "D");
  private static final List<String> ODD =
      List.of(
          "Jürgen Groß",
          "山田 太郎",
          "Zoë \"Z\" O'Neil",
          "Doe, John",
          "Dr. J. R. Smith Jr.",
          "Max (Maxi) Muster",
          "Foo via Bar",
          "A_b=c?d",
          "Łukasz, Żółć (é)",
          "name@host",
          "back\\slash B",
          "Very " + "Long ".repeat(9) + "Named Person",
          "Very " + "Long ".repeat(12) + "Named Person",
          "Ünïcödé " + "Läng ".repeat(7) + "Nämé");

  private AuthorDraw() {}

  static Author draw(Chance chance) {
    String name = chance.percent(40) ? chance.of(ODD) : chance.of(PLAIN);
    String host = chance.of("example.org", "mail.example.org", "[192.0.2.1]");
    return new Author(OctetText.utf8(name), chance.of("a.b", "x", "user+tag") + "@" + host);
  }
}
