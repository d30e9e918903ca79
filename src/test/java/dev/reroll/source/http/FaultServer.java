package dev.reroll.source.http;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * Answers on loopback what a test tells it to, octet by octet: also what no web server would say.
 * The answers are given in turn; the last one again and again.
 */
public final class FaultServer implements AutoCloseable {
  private final ServerSocket socket;
  private final List<Saying> sayings;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final AtomicInteger connectionCount = new AtomicInteger();

  /** Says something to whoever asked. */
  @FunctionalInterface
  public interface Saying {
    /** Writes an answer; returns whether the connection stays open. */
    boolean say(OutputStream out) throws IOException;
  }

  /** Starts a server that gives these answers. */
  public FaultServer(Saying... sayings) {
    this.sayings = List.of(sayings);
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** Returns an answer with a length. */
  public static Saying answer(String status, String headers, byte[] body) {
    return out -> {
      String head =
          "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n";
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(body);
      return true;
    };
  }

  /** Returns an answer whose whole body is {@code text}. */
  public static Saying text(String status, String type, String text) {
    return answer(status, "Content-Type: " + type + "\r\n", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the answer that public-inbox gives: a mailbox, packed. */
  public static Saying mailbox(String... mails) {
    return answer("200 OK", "Content-Type: application/gzip\r\n", packed(mailboxOf(mails)));
  }

  /** Returns an answer that begins well, then sends {@code octets} one by one, with pauses. */
  public static Saying trickle(byte[] octets, int millis) {
    return out -> {
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\nContent-Length: 100000\r\n";
      out.write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      for (byte octet : octets) {
        out.write(octet);
        out.flush();
        pause(millis);
      }
      return false;
    };
  }

  /** Returns {@code mails} as one mboxrd, as public-inbox writes it. */
  public static byte[] mailboxOf(String... mails) {
    StringBuilder text = new StringBuilder();
    for (String mail : mails) {
      text.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n").append(mail).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns {@code octets} as gzip. */
  public static byte[] packed(byte[] octets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Returns the address of the server, with a slash at its end. */
  public String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  /** Returns the heads of the requests that came, in their order. */
  public List<String> heads() {
    return new ArrayList<>(heads);
  }

  /** Returns the first lines of the requests that came. */
  public List<String> requests() {
    return heads.stream().map(head -> head.substring(0, head.indexOf("\r\n"))).toList();
  }

  public int connectionCount() {
    return connectionCount.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        connectionCount.incrementAndGet();
        daemon(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      boolean open = true;
      for (String head = head(in); open && !head.isEmpty(); head = open ? head(in) : "") {
        open = next(head).say(client.getOutputStream());
        client.getOutputStream().flush();
      }
    } catch (IOException gone) {
      // The client let go, as it should in some tests.
    }
  }

  private synchronized Saying next(String head) {
    Saying saying = sayings.get(Math.min(heads.size(), sayings.size() - 1));
    heads.add(head);
    return saying;
  }

  private static String head(BufferedReader in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append("\r\n");
    }
    return head.toString();
  }

  private static void pause(int millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fault server");
    thread.setDaemon(true);
    thread.start();
  }
}
