package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.reroll.bytes.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes generators that all documents are written with.
 *
 * <p>Everything but ASCII is written as an escape: what a mail says then reaches a terminal as
 * letters and digits only. Octets that are no UTF-8 become U+FFFD.
 */
final class JsonText {
  /** The version of the schema; it changes where a reader of the old one would be wrong. */
  static final String SCHEMA = "reroll/2";

  private JsonText() {}

  /** Opens a document, an object that says which schema it follows and what it is. */
  static JsonGenerator open(OutputStream stream, String kind) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    JsonGenerator json = factory.createGenerator(stream);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withArrayIndenter(indenter)
            .withObjectIndenter(indenter));
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("kind", kind);
    return json;
  }

  /** Closes a document. */
  static void close(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  static String text(Octets octets) {
    return octets.decode(StandardCharsets.UTF_8);
  }
}
