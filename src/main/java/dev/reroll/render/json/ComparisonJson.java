package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.reroll.message.MessageId;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import dev.reroll.render.text.ReasonText;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Writes a comparison of two versions. */
public final class ComparisonJson {
  private final ComparisonDocument document;
  private final JsonGenerator json;

  private ComparisonJson(ComparisonDocument document, JsonGenerator json) {
    this.document = document;
    this.json = json;
  }

  /** Writes a document of the kind {@code diff}, with all entries and all their lines. */
  public static void write(ComparisonDocument document, OutputStream stream) throws IOException {
    JsonGenerator json = JsonText.open(stream, "diff");
    new ComparisonJson(document, json).write();
    JsonText.close(json);
  }

  private void write() throws IOException {
    VersionJson version = new VersionJson(json);
    json.writeFieldName("before");
    version.write(document.before(), Optional.empty(), List.of());
    json.writeFieldName("after");
    version.write(document.after(), document.link(), List.of());
    new EntriesJson(json).write(document.result().entries());
    twins();
    leftOut();
    json.writeArrayFieldStart("remarks");
    for (String remark : document.remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
  }

  private void twins() throws IOException {
    json.writeArrayFieldStart("notPaired");
    for (TitleTwin twin : document.twins()) {
      json.writeStartObject();
      json.writeStringField("title", JsonText.text(twin.after().patch().subject()));
      json.writeNumberField("before", twin.before().ordinal());
      json.writeNumberField("after", twin.after().ordinal());
      if (twin.factor().isPresent()) {
        json.writeNumberField("creationFactor", twin.factor().getAsInt());
        json.writeBooleanField("confirmed", twin.confirmed());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void leftOut() throws IOException {
    json.writeArrayFieldStart("leftOut");
    for (LeftOut mail : document.leftOut()) {
      json.writeStartObject();
      Optional<MessageId> id = mail.item().envelope().id();
      if (id.isPresent()) {
        json.writeStringField("messageId", id.get().value());
      }
      json.writeStringField("subject", mail.item().envelope().rawSubject());
      json.writeStringField("reason", ReasonText.of(mail.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * What a comparison says, ready to be written.
   *
   * @param before the older version
   * @param after the newer version
   * @param link why the newer one is held to follow the older one, where it is the next
   * @param result what changed
   * @param twins patches with the same title that were not paired
   * @param leftOut mails that took no part
   * @param remarks what the user should know, a line each
   */
  public record ComparisonDocument(
      SeriesVersion before,
      SeriesVersion after,
      Optional<Link> link,
      RangeDiff result,
      List<TitleTwin> twins,
      List<LeftOut> leftOut,
      List<String> remarks) {
    public ComparisonDocument {
      twins = List.copyOf(twins);
      leftOut = List.copyOf(leftOut);
      remarks = List.copyOf(remarks);
    }
  }
}
