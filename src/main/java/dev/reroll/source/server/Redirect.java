package dev.reroll.source.server;

import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import dev.reroll.source.http.WebClient.WebAnswer;
import dev.reroll.source.http.WebClient.WebRequest;
import java.net.URI;

/** Reads where a server sends us on to. */
final class Redirect {
  private Redirect() {}

  /**
   * Returns the address in {@code answer}.
   *
   * @throws Refusal where it is none, or leads from a secure connection to an open one
   */
  static URI target(WebRequest request, WebAnswer answer) throws Refusal {
    String location = answer.location().orElse("");
    try {
      URI target = request.address().resolve(location);
      boolean secure = "https".equals(target.getScheme());
      boolean open = "http".equals(target.getScheme());
      boolean wasSecure = "https".equals(request.address().getScheme());
      if (target.getHost() != null && (secure || (open && !wasSecure))) {
        return target;
      }
    } catch (IllegalArgumentException noAddress) {
      // Said below.
    }
    throw Refusal.unreached(
        "cannot fetch " + request.address() + ": it redirects to '" + location + "'",
        "curl -sI " + ShellWord.of(request.address().toString()));
  }
}
