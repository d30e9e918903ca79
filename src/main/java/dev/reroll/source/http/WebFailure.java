package dev.reroll.source.http;

import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import dev.reroll.source.http.WebClient.WebAnswer;
import dev.reroll.source.http.WebClient.WebRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** Puts into words why a request came to nothing. */
public final class WebFailure {
  private final WebRequest request;
  private final WebRules rules;

  WebFailure(WebRequest request, WebRules rules) {
    this.request = request;
    this.rules = rules;
  }

  /** Refuses because of a status that nobody can do anything about. */
  public static Refusal status(WebRequest request, WebAnswer answer) {
    return Refusal.unreached(
        "cannot fetch " + request.address() + ": it answered " + named(answer.status()),
        head(request));
  }

  private static String named(int status) {
    return switch (status) {
      case 401 -> "401 (login needed)";
      case 403 -> "403 (forbidden)";
      case 407 -> "407 (the proxy wants a login)";
      case 429 -> "429 (too many requests)";
      case 500 -> "500 (internal error)";
      case 502 -> "502 (bad gateway)";
      case 503 -> "503 (not available)";
      case 504 -> "504 (gateway timeout)";
      default -> String.valueOf(status);
    };
  }

  Refusal refusal(IOException failed) {
    return Refusal.unreached(
        "cannot fetch " + request.address() + ": " + words(failed), head(request));
  }

  Refusal tooLongAWait(int status, Duration asked) {
    return Refusal.unreached(
        "cannot fetch "
            + request.address()
            + ": it answered "
            + named(status)
            + " and asks to wait "
            + asked.toSeconds()
            + " s",
        head(request));
  }

  String words(IOException failed) {
    if (failed instanceof UnknownHostException) {
      return "there is no host '" + failed.getMessage() + "', or no network";
    }
    if (failed instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    if (failed instanceof ConnectException || failed instanceof NoRouteToHostException) {
      return "no connection to " + request.host() + ": " + reason(failed);
    }
    if (failed instanceof SSLException) {
      return "no secure connection to " + request.host() + ": " + deepest(failed);
    }
    if (failed instanceof Exchange.TooLarge) {
      return "the answer is larger than " + rules.maxOctets() + " bytes";
    }
    if (failed instanceof Waiting.TooSlow) {
      return "the server is too slow: " + reason(failed);
    }
    return "the transfer broke off: " + reason(failed);
  }

  private static String reason(Throwable failed) {
    return Objects.requireNonNullElse(failed.getMessage(), failed.getClass().getSimpleName());
  }

  /** The JDK wraps what is wrong with a certificate three times. */
  private static String deepest(Throwable failed) {
    Throwable at = failed;
    for (Throwable cause = at.getCause(); cause != null; cause = at.getCause()) {
      at = cause;
    }
    return reason(at);
  }

  /** Returns the command that shows what the server says. */
  private static String head(WebRequest request) {
    return "curl -sI " + ShellWord.of(request.address().toString());
  }
}
