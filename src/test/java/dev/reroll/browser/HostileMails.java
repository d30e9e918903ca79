package dev.reroll.browser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes mailboxes of two versions whose every field tries to break out of a page. */
final class HostileMails {
  /** What is tried; each is put into every field. */
  static final List<String> PAYLOADS =
      List.of(
          "<script>alert(1)</script>",
          "</title></style></script><script>alert(2)</script>",
          "<img src=x onerror=alert(3)>",
          "\" onmouseover=alert(4) autofocus onfocus=alert(5) x=\"",
          "' onclick=alert(6) x='",
          "javascript:alert(7)",
          "<a href=\"javascript:alert(8)\" id=p1>x</a>",
          "&lt;script&gt;alert(9)&lt;/script&gt; &#60;b&#62; &amp",
          "</style><style>*{display:none!important}</style>",
          "<!-- --><![CDATA[ <base href=//example.org/> <meta http-equiv=refresh content=0>",
          "${alert(10)} {{alert(11)}} $unsafe{x} @template.x()",
          "</div></td></table></section></main><h1>broken out</h1><plaintext>",
          "\u202eevil\u202c \u2066x\u2069 \u200e\u200f \u061c",
          "null \u0000 bell \u0007 escape \u001b[31m delete \u007f next line \u0085",
          "\u2028 \u2029 \ufeff \ufffe \ufdd0 \udb40\udc41",
          "x".repeat(10_000));

  private HostileMails() {}

  /** Returns a mailbox with v1 and v2 of a series, a cover letter, and replies to both. */
  static byte[] mailbox(String payload) {
    StringBuilder text = new StringBuilder();
    for (int version = 1; version <= 2; version++) {
      text.append(cover(payload, version));
      text.append(patch(payload, version, 1));
      text.append(patch(payload, version, 2));
    }
    text.append(reply(payload));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cover(String payload, int version) {
    String prefix = version == 1 ? "[PATCH 0/2] " : "[PATCH v2 0/2] ";
    String body = "Hello " + payload + " v" + version + ".\n\nChanges in v2:\n - " + payload + "\n";
    return headers(payload, prefix + payload, version + "-0", "") + body + "\n";
  }

  private static String patch(String payload, int version, int number) {
    String prefix = "[PATCH" + (version == 1 ? "" : " v2") + " " + number + "/2] ";
    // Lines of a diff end at LF; what a payload has of others is content.
    String body =
        "Message "
            + payload
            + "\nversion "
            + version
            + "\n\nReviewed-by: "
            + payload
            + " <r@example.org>\n"
            + (version == 1 ? "Tested-by: T" + payload + " <t@example.org>\n" : "")
            + "---\nv2:\n - "
            + payload
            + "\n\n"
            + "diff --git a/f"
            + number
            + ".c b/f"
            + number
            + ".c\n"
            + "index 1234567..89abcde 100644\n--- a/f"
            + number
            + ".c\n+++ b/f"
            + number
            + ".c\n"
            + "@@ -1,3 +1,4 @@ "
            + payload
            + "\n context "
            + payload
            + "\n-old "
            + payload
            + "\n"
            + "+new "
            + payload
            + " in version "
            + version
            + "\n+"
            + payload
            + "\n last\n"
            + "diff --git \"a/"
            + path(payload)
            + "\" \"b/"
            + path(payload)
            + "\"\n"
            + "--- \"a/"
            + path(payload)
            + "\"\n+++ \"b/"
            + path(payload)
            + "\"\n"
            + "@@ -1 +1 @@\n-a\n+b"
            + version
            + "\n-- \n2.47.0\n";
    String answered = "In-Reply-To: <" + id(payload, version + "-0") + ">\n";
    return headers(payload, prefix + payload + " " + number, version + "-" + number, answered)
        + body
        + "\n";
  }

  private static String reply(String payload) {
    String answered = "In-Reply-To: <" + id(payload, "1-1") + ">\n";
    return headers(payload, "Re: [PATCH 1/2] " + payload + " 1", "r", answered)
        + "> +new "
        + payload
        + " in version 1\n\nWhy "
        + payload
        + "?\n\n"
        + "Acked-by: "
        + payload
        + " <a@example.org>\n\n";
  }

  private static String headers(String payload, String subject, String name, String more) {
    return "From mboxrd@z Thu Jan  1 00:00:00 1970\n"
        + "From: "
        + encoded(payload + " Author")
        + " <a@example.org>\n"
        + "Date: Mon, 2 Mar 2026 10:0"
        + (name.length() + name.charAt(0)) % 10
        + ":00 +0000\n"
        + "Message-ID: <"
        + id(payload, name)
        + ">\n"
        + more
        + "Subject: "
        + encoded(subject)
        + "\n"
        + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        + "Content-Transfer-Encoding: 8bit\n\n";
  }

  /** Returns a message-id that holds what a message-id can hold of the payload. */
  private static String id(String payload, String name) {
    String kept = payload.replaceAll("[\\s<>\\p{Cntrl}]", "");
    return name + kept.substring(0, Math.min(200, kept.length())) + "@example.org";
  }

  private static String path(String payload) {
    StringBuilder quoted = new StringBuilder();
    byte[] octets =
        payload.substring(0, Math.min(500, payload.length())).getBytes(StandardCharsets.UTF_8);
    for (byte octet : octets) {
      boolean plain = octet > ' ' && octet < 0x7f && octet != '"' && octet != '\\';
      quoted.append(plain ? String.valueOf((char) octet) : String.format("\\%03o", octet & 0xff));
    }
    return quoted.toString();
  }

  private static String encoded(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return "=?utf-8?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
  }
}
