package dev.reroll.deliver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server on the loopback interface that does what a script says, faults above all.
 *
 * <p>Steps are {@code CONNECT}, the commands ({@code EHLO}, {@code RCPT bad@example.org}), {@code
 * BODY} within a mail's text and {@code END} behind it.
 */
public final class ScriptedSmtpServer implements AutoCloseable {
  /** Ends the connection instead of an answer. */
  public static final String DROP = "DROP";

  /** Ends the connection as soon as the answer before it is out. */
  public static final String THEN_DROP = " (then DROP)";

  /** The same, in good order. */
  public static final String THEN_CLOSE = " (then CLOSE)";

  /** Never answers. */
  public static final String SILENCE = "SILENCE";

  private final ServerSocket listener;
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<String> extensions = new ArrayList<>(List.of("8BITMIME"));
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final List<byte[]> mails = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean tlsAtOnce;

  public ScriptedSmtpServer() throws IOException {
    listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted smtp");
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers a step in another way than a friendly server would. */
  public ScriptedSmtpServer at(String step, String answer) {
    answers.put(step, answer);
    return this;
  }

  /** Offers an extension. */
  ScriptedSmtpServer offering(String extension) {
    extensions.add(extension);
    return this;
  }

  ScriptedSmtpServer without(String extension) {
    extensions.remove(extension);
    return this;
  }

  private SSLContext tls = TestCertificate.unusedContext();

  public ScriptedSmtpServer startingTls(Path keyStore) throws Exception {
    tls = TestCertificate.context(keyStore);
    return offering("STARTTLS");
  }

  ScriptedSmtpServer withTlsAtOnce(Path keyStore) throws Exception {
    tls = TestCertificate.context(keyStore);
    tlsAtOnce = true;
    return this;
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Returns the commands that were heard. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  /** Returns the mails that were accepted, as they came over the line, dots taken out. */
  public List<byte[]> mails() {
    return List.copyOf(mails);
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        new Conversation(tlsAtOnce ? secure(socket) : socket).hold();
      } catch (IOException ended) {
        heard.add("(connection ended)");
      }
    }
  }

  private Socket secure(Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private final class Conversation {
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Conversation(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    void hold() throws IOException {
      answer("CONNECT", "220 scripted ESMTP");
      for (String line = line(); !line.isEmpty(); line = line()) {
        heard.add(line);
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" -> answer("EHLO", greeting());
          case "STARTTLS" -> startTls();
          case "AUTH" -> authenticate(line);
          case "RCPT" -> answer("RCPT " + line.replaceAll(".*<|>.*", ""), "250 ok");
          case "DATA" -> data();
          case "QUIT" -> {
            answer("QUIT", "221 bye");
            return;
          }
          default -> answer(verb, "250 ok");
        }
      }
    }

    private String greeting() {
      List<String> lines = new ArrayList<>(List.of("scripted"));
      lines.addAll(extensions);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        text.append(i < lines.size() - 1 ? "250-" : "250 ").append(lines.get(i)).append("\r\n");
      }
      return text.toString().strip();
    }

    private void startTls() throws IOException {
      answer("STARTTLS", "220 go");
      socket = secure(socket);
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
      extensions.remove("STARTTLS");
    }

    /** Asks for what the mechanism still lacks, so that it is heard, then judges. */
    private void authenticate(String line) throws IOException {
      if (line.equalsIgnoreCase("AUTH LOGIN")) {
        answer("", "334 VXNlcm5hbWU6");
        heard.add(line());
        answer("", "334 UGFzc3dvcmQ6");
        heard.add(line());
      } else if (line.split(" ").length == 2) {
        answer("", "334 ");
        heard.add(line());
      }
      answer("AUTH", "235 welcome");
    }

    private void data() throws IOException {
      answer("DATA", "354 go on");
      ByteArrayOutputStream mail = new ByteArrayOutputStream();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        mail.write(octet);
        String tail = mail.size() < 5 ? "" : text(mail).substring(mail.size() - 5);
        if (answers.containsKey("BODY") && mail.size() > 400) {
          answer("BODY", "");
        }
        if (tail.equals("\r\n.\r\n")) {
          if (answers.getOrDefault("END", "2").startsWith("2")) {
            String whole = text(mail);
            mails.add(
                whole
                    .substring(0, whole.length() - 3)
                    .replace("\r\n..", "\r\n.")
                    .getBytes(StandardCharsets.ISO_8859_1));
          }
          answer("END", "250 taken");
          return;
        }
      }
    }

    private String text(ByteArrayOutputStream mail) {
      return mail.toString(StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet == '\n') {
          return line.toString().strip();
        }
        line.append((char) octet);
      }
      return "";
    }

    private void answer(String step, String friendly) throws IOException {
      String answer = answers.getOrDefault(step, friendly);
      if (answer.equals(DROP)) {
        socket.setSoLinger(true, 0);
        socket.close();
        throw new IOException("dropped");
      }
      if (answer.equals(SILENCE)) {
        await();
        throw new IOException("silent");
      }
      String said = answer.replace(THEN_DROP, "").replace(THEN_CLOSE, "");
      if (!said.isEmpty()) {
        out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      if (!said.equals(answer)) {
        socket.setSoLinger(answer.endsWith(THEN_DROP), 0);
        socket.close();
        throw new IOException("ended");
      }
    }
  }

  private void await() {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
  }
}
