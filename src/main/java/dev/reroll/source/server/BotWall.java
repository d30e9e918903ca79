package dev.reroll.source.server;

import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;
import dev.reroll.source.http.WebAnswer;
import dev.reroll.source.http.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Tells the pages that keep programs out from the answers of a mail archive: HTML where a mailbox
 * was asked for, often with status 200.
 */
final class BotWall {
  private static final int HEAD_LENGTH = 256;

  private BotWall() {}

  static boolean isPage(WebAnswer answer) {
    Octets body = answer.body();
    String head =
        body.slice(0, Math.min(HEAD_LENGTH, body.length()))
            .decode(StandardCharsets.ISO_8859_1)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return answer.contentType().toLowerCase(Locale.ROOT).startsWith("text/html")
        || head.startsWith("<!doctype html")
        || head.startsWith("<html");
  }

  /** Refuses, and says how to get the mails in another way. */
  static Refusal refusal(WebRequest request, WebAnswer answer) {
    String base = request.address().resolve("/LIST/0").toString();
    return Refusal.unreached(
        "cannot fetch "
            + request.address()
            + ": it answered "
            + answer.status()
            + " with a web page instead of mails, as servers do that keep programs out",
        "git clone --mirror " + base + " LIST/git/0.git",
        "git config --global reroll.mirror \"$PWD/LIST\"");
  }
}
