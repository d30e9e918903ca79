package dev.reroll.source.http;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.source.http.WebClient.WebAnswer;
import dev.reroll.source.http.WebClient.WebRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does one request on a thread of its own, so that whoever waits can show progress and give up,
 * which a blocking read cannot.
 *
 * <p>It uses {@link HttpURLConnection}: a first request with it takes 20 ms of start-up, with
 * {@code java.net.http} 200 to 300.
 */
final class Exchange {
  private static final int CHUNK = 1 << 14;

  private final WebRequest request;
  private final ProxyChoice proxies;
  private final WebRules rules;

  private volatile boolean hasHead;
  private volatile boolean isAbandoned;
  private volatile long receivedCount;
  private volatile long totalCount = -1;
  private volatile @Nullable WebAnswer answer;
  private volatile @Nullable IOException failure;
  private final CountDownLatch over = new CountDownLatch(1);

  Exchange(WebRequest request, ProxyChoice proxies, WebRules rules) {
    this.request = request;
    this.proxies = proxies;
    this.rules = rules;
  }

  void start() {
    Thread thread = new Thread(this::run, "request to " + request.host());
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits at most {@code millis}, and returns whether the exchange is over by then. */
  boolean isOverWithin(long millis) throws InterruptedException {
    return over.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Lets go: the thread ends by itself when it next hears something. */
  void abandon() {
    isAbandoned = true;
  }

  boolean hasHead() {
    return hasHead;
  }

  /** Returns how many octets of the body have come. */
  long receivedCount() {
    return receivedCount;
  }

  /** Returns how many there will be; negative where the server did not say. */
  long totalCount() {
    return totalCount;
  }

  /** Returns the answer, once the exchange is over. */
  WebAnswer answer() throws IOException {
    IOException failed = failure;
    if (failed != null) {
      throw failed;
    }
    return Objects.requireNonNull(answer);
  }

  private void run() {
    try {
      end(exchange(), null);
    } catch (IOException failed) {
      end(null, failed);
    } catch (RuntimeException odd) {
      // HttpURLConnection has bugs that surface so; to the user the server was not reached.
      end(null, new IOException(odd));
    }
  }

  private void end(@Nullable WebAnswer given, @Nullable IOException failed) {
    answer = given;
    failure = failed;
    over.countDown();
  }

  private WebAnswer exchange() throws IOException {
    HttpURLConnection connection = open();
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("what it says is not HTTP");
    }
    totalCount = connection.getContentLengthLong();
    hasHead = true;
    Octets body = body(connection, status);
    return new WebAnswer(
        status,
        Objects.requireNonNullElse(connection.getContentType(), ""),
        Optional.ofNullable(connection.getHeaderField("Location")),
        Optional.ofNullable(connection.getHeaderField("Retry-After")),
        body);
  }

  private HttpURLConnection open() throws IOException {
    URL url = request.address().toURL();
    HttpURLConnection connection = proxies.open(url);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) rules.connect().toMillis());
    connection.setReadTimeout((int) rules.answer().toMillis());
    connection.setRequestProperty("User-Agent", UserAgent.TEXT);
    connection.setRequestProperty("Accept", "*/*");
    if (request.method().equals("POST")) {
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.getOutputStream().close();
    }
    return connection;
  }

  private Octets body(HttpURLConnection connection, int status) throws IOException {
    OctetBuilder body = new OctetBuilder(CHUNK);
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      if (in == null) {
        return Octets.EMPTY;
      }
      byte[] chunk = new byte[CHUNK];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        if (isAbandoned || count > rules.maxOctets() - body.length()) {
          connection.disconnect();
          throw new TooLarge(); // Nobody hears it from a thread that was abandoned.
        }
        body.append(Octets.wrap(chunk, 0, count));
        receivedCount = body.length();
      }
    }
    long promised = totalCount;
    if (promised > body.length()) {
      throw new EOFException("it ends after " + body.length() + " of " + promised + " bytes");
    }
    return body.toOctets();
  }

  /** Says that there is more than anyone should read. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Names this program and its version to servers. */
  private static final class UserAgent {
    /** What is sent with each request. */
    static final String TEXT = "reroll/" + version() + " (compares patch series sent by mail)";

    private UserAgent() {}

    private static String version() {
      return Objects.requireNonNullElse(
          UserAgent.class.getPackage().getImplementationVersion(), "unpackaged");
    }
  }
}
