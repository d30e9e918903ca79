package dev.reroll.cli;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * A mail as its reader gets it, decoded by the mail library.
 *
 * @param headers each as {@code Name: value}, unfolded
 * @param body the text, line ends LF, one char an octet
 * @param longestLine octets of the longest line of the encoded body, without its end
 */
record DecodedMail(List<String> headers, String body, int longestLine) {
  static DecodedMail of(byte[] octets) throws MessagingException, IOException {
    return of(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets)));
  }

  static DecodedMail of(MimeMessage mail) throws MessagingException, IOException {
    List<String> headers = new ArrayList<>();
    for (Header header : Collections.list(mail.getAllHeaders())) {
      headers.add(header.getName() + ": " + MimeUtility.unfold(header.getValue()));
    }
    byte[] raw = mail.getRawInputStream().readAllBytes();
    String lines = new String(raw, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    int longest = lines.lines().mapToInt(String::length).max().orElse(0);
    byte[] body =
        MimeUtility.decode(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.ISO_8859_1)),
                mail.getEncoding())
            .readAllBytes();
    return new DecodedMail(headers, new String(body, StandardCharsets.ISO_8859_1), longest);
  }
}
