package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.reroll.interdiff.ChangedFile;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiff.MissingPatch;
import dev.reroll.interdiff.Interdiff.UntoldFile;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import dev.reroll.render.text.LeftOutText;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the difference of two end results, and what it leaves out. */
public final class InterdiffJson {
  private final JsonGenerator json;

  private InterdiffJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * What is written.
   *
   * @param link why the newer version is held to follow the older one
   */
  public record Document(
      SeriesVersion before, SeriesVersion after, Optional<Link> link, Interdiff interdiff) {}

  /** Writes a document of the kind {@code interdiff}. */
  public static void write(Document document, OutputStream stream) throws IOException {
    JsonGenerator json = JsonText.open(stream, "interdiff");
    VersionJson version = new VersionJson(json);
    json.writeFieldName("before");
    version.write(document.before(), Optional.empty(), List.of());
    json.writeFieldName("after");
    version.write(document.after(), document.link(), List.of());
    new InterdiffJson(json).write(document.interdiff());
    JsonText.close(json);
  }

  private void write(Interdiff interdiff) throws IOException {
    json.writeBooleanField("complete", interdiff.isComplete());
    json.writeObjectFieldStart("counts");
    if (interdiff.comparedCount().isPresent()) {
      json.writeNumberField("compared", interdiff.comparedCount().getAsInt());
    }
    json.writeNumberField("changed", interdiff.files().size());
    json.writeNumberField("leftOut", interdiff.untold().size());
    json.writeEndObject();
    json.writeArrayFieldStart("files");
    for (ChangedFile file : interdiff.files()) {
      file(file);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("leftOut");
    for (UntoldFile file : interdiff.untold()) {
      leftOut(file);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("missing");
    for (MissingPatch patch : interdiff.missing()) {
      missing(patch);
    }
    json.writeEndArray();
  }

  private void file(ChangedFile file) throws IOException {
    FileDiff diff = file.diff();
    json.writeStartObject();
    json.writeStringField("change", word(diff.change()));
    json.writeStringField("path", JsonText.text(diff.after()));
    if (!diff.before().equals(diff.after())) {
      json.writeStringField("pathBefore", JsonText.text(diff.before()));
    }
    if (diff.modes().isPresent()) {
      json.writeStringField("modeBefore", diff.modes().get().before().digits());
      json.writeStringField("modeAfter", diff.modes().get().after().digits());
    }
    json.writeBooleanField("binary", diff.binary());
    json.writeArrayFieldStart("hunks");
    for (Hunk hunk : diff.hunks()) {
      hunk(hunk);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void hunk(Hunk hunk) throws IOException {
    json.writeStartObject();
    json.writeStringField("heading", JsonText.text(hunk.heading()));
    json.writeNumberField("beforeStart", hunk.before().start());
    json.writeNumberField("afterStart", hunk.after().start());
    json.writeArrayFieldStart("lines");
    for (HunkLine line : hunk.lines()) {
      json.writeString(line.sign() + JsonText.text(line.text()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void leftOut(UntoldFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", JsonText.text(file.path()));
    json.writeStringField("reason", word(file.why().reason()));
    json.writeStringField("words", LeftOutText.of(file.why()));
    json.writeEndObject();
  }

  private void missing(MissingPatch patch) throws IOException {
    json.writeStartObject();
    json.writeStringField("version", patch.version());
    json.writeStringField("patch", patch.patch());
    json.writeStringField("reason", patch.isDamaged() ? "damaged" : "lacking");
    json.writeStringField("words", LeftOutText.of(patch));
    json.writeEndObject();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
