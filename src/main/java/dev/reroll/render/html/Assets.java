package dev.reroll.render.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style and the script that every page carries, and the policy that lets just these two run
 * (Content Security Policy Level 3, 6.7.2): nothing else is loaded, sent or run.
 *
 * @param style the style sheet
 * @param script the script
 * @param policy what the page may do
 */
public record Assets(String style, String script, String policy) {
  static Assets load() {
    String style = read("page.css");
    String script = read("page.js");
    String policy =
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; script-src '"
            + hash(script)
            + "'; img-src data:; base-uri 'none'; form-action 'none'";
    return new Assets(style, script, policy);
  }

  private static String read(String name) {
    try (InputStream stream = Assets.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not in the package");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] octets = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(octets);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
