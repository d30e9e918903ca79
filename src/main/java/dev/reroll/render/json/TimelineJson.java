package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.reroll.rangediff.PatchHistory;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes all versions of a series, and what became of each patch. */
public final class TimelineJson {
  private TimelineJson() {}

  /**
   * Writes a document of the kind {@code versions}.
   *
   * @param named the version that the user named a mail of
   */
  public static void write(
      Lineage lineage, Optional<SeriesVersion> named, PatchHistory history, OutputStream stream)
      throws IOException {
    JsonGenerator json = JsonText.open(stream, "versions");
    json.writeStringField("title", lineage.title());
    if (named.isPresent()) {
      json.writeStringField("named", named.get().label().toString());
    }
    json.writeArrayFieldStart("versions");
    VersionJson versions = new VersionJson(json);
    for (SeriesVersion version : lineage.versions()) {
      versions.write(version, lineage.link(version), lineage.missingBefore(version));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("history");
    for (PatchHistory.Row row : history.rows()) {
      row(json, row, lineage.versions());
    }
    json.writeEndArray();
    JsonText.close(json);
  }

  private static void row(JsonGenerator json, PatchHistory.Row row, List<SeriesVersion> versions)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("title", JsonText.text(row.title()));
    json.writeArrayFieldStart("steps");
    for (int i = 0; i < versions.size(); i++) {
      PatchHistory.Cell cell = row.cells().get(i);
      json.writeStartObject();
      json.writeStringField("version", versions.get(i).label().toString());
      json.writeStringField("step", cell.step().name().toLowerCase(Locale.ROOT));
      if (cell.ordinal() > 0) {
        json.writeNumberField("ordinal", cell.ordinal());
        json.writeBooleanField("moved", cell.moved());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
