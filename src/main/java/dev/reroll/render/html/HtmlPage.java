package dev.reroll.render.html;

import dev.reroll.bytes.Octets;
import dev.reroll.render.html.page.PageIndex;
import dev.reroll.review.result.Review;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes a review as one HTML page that loads nothing: it can be mailed, attached to a test's
 * result, or put on any web server.
 *
 * <p>The same review gives the same octets. Anchors stay what they are as long as the mails do:
 * {@code #p3} is the third patch of the new version, {@code #gone2} the second of the old one where
 * it has no partner, {@code #p3-h2} the second hunk of the range-diff, {@code #p3-h2-5} the fifth
 * line of that; {@code #p3-b14} and {@code #p3-a15} are lines of the old and the new patch side by
 * side.
 */
public final class HtmlPage {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
  private static final int BUFFER_SIZE = 1 << 16;

  private HtmlPage() {}

  /** Writes the page of {@code review} to {@code stream}, which stays open. */
  public static void write(Review review, PageOptions options, OutputStream stream)
      throws IOException {
    // The template hands on every word by itself; a system call for each takes longer than the
    // page.
    BufferedOutputStream buffered = new BufferedOutputStream(stream, BUFFER_SIZE);
    comparison(review, options).writeTo(buffered);
    buffered.flush();
  }

  static Octets octets(Review review, PageOptions options) {
    return Octets.wrap(comparison(review, options).toByteArray());
  }

  static Octets index(PageIndex index) {
    return Octets.wrap(rendered("index.jte", "index", index).toByteArray());
  }

  private static Utf8ByteOutput comparison(Review review, PageOptions options) {
    return rendered("page.jte", "page", PageBuilder.build(review, options));
  }

  private static Utf8ByteOutput rendered(String template, String name, Object value) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    ENGINE.render(template, Map.of(name, value, "assets", Assets.load()), output);
    return output;
  }
}
