package dev.reroll.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers every GET with one mailbox and every POST with another, as public-inbox answers for a
 * thread and for a search; one connection at a time, which it keeps open.
 *
 * <p>It is no more than {@link Rehearsal} needs: what a whole HTTP server loads would go into the
 * archive, and every run would pay for it.
 */
final class RehearsalServer implements Runnable, AutoCloseable {
  private final ServerSocket socket;
  private final byte[] thread;
  private final byte[] found;

  private RehearsalServer(ServerSocket socket, byte[] thread, byte[] found) {
    this.socket = socket;
    this.thread = thread;
    this.found = found;
  }

  /** Starts it, with compressed mailboxes: of a thread, and of what is found by any search. */
  static RehearsalServer start(byte[] thread, byte[] found) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    RehearsalServer server = new RehearsalServer(socket, thread, found);
    Thread answering = new Thread(server, "rehearsal server");
    answering.setDaemon(true);
    answering.start();
    return server;
  }

  /** Returns the address of its list, without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/list";
  }

  @Override
  public void run() {
    try {
      while (true) {
        try (Socket connection = socket.accept()) {
          answer(connection.getInputStream(), connection.getOutputStream());
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void answer(InputStream in, OutputStream out) throws IOException {
    for (String head = head(in); !head.isEmpty(); head = head(in)) {
      byte[] body = head.startsWith("POST ") ? found : thread;
      String answer =
          "HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      out.write(answer.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
    }
  }

  /** Returns a request up to its empty line; nothing at the end of the connection. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
