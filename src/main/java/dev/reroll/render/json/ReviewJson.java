package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.FileCount;
import dev.reroll.review.result.FileCount.LineCount;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.PatchReview.HunkReview;
import dev.reroll.review.result.PatchReview.Rename;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a review. */
public final class ReviewJson {
  private final Review review;
  private final JsonGenerator json;
  private final EntriesJson entries;

  private ReviewJson(Review review, JsonGenerator json) {
    this.review = review;
    this.json = json;
    this.entries = new EntriesJson(json);
  }

  /** Writes a document of the kind {@code review}, with all that the text shows, noise too. */
  public static void write(Review review, OutputStream stream) throws IOException {
    JsonGenerator json = JsonText.open(stream, "review");
    new ReviewJson(review, json).write();
    JsonText.close(json);
  }

  private void write() throws IOException {
    VersionJson version = new VersionJson(json);
    json.writeFieldName("before");
    version.write(review.before(), Optional.empty(), List.of());
    json.writeFieldName("after");
    version.write(review.after(), Optional.empty(), List.of());
    summary();
    json.writeArrayFieldStart("patches");
    for (PatchReview patch : review.patches()) {
      patch(patch);
    }
    json.writeEndArray();
    new ReviewFindingsJson(review, json).write();
  }

  private void summary() throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeStringField("sentence", review.summary().sentence());
    json.writeObjectFieldStart("counts");
    for (Map.Entry<ChangeKind, Integer> count : review.summary().counts().entrySet()) {
      json.writeNumberField(name(count.getKey()), count.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void patch(PatchReview patch) throws IOException {
    json.writeStartObject();
    entries.side("before", patch.before());
    entries.side("after", patch.after());
    json.writeStringField("kind", name(patch.kind()));
    json.writeArrayFieldStart("kinds");
    for (ChangeKind kind : patch.sortedKinds()) {
      json.writeString(name(kind));
    }
    json.writeEndArray();
    json.writeBooleanField("anotherLook", patch.kind().needsAnotherLook());
    json.writeBooleanField("pairedByTitle", patch.twin().isPresent());
    lines(patch.lines());
    files(patch.files());
    tags("tagsGained", patch.tags().gained());
    tags("tagsLost", patch.tags().lost());
    renames(patch.renames());
    ReviewFindingsJson.changelogs(json, "changelogs", patch.changelogs());
    hunks(patch.hunks());
    json.writeEndObject();
  }

  /** Returns the name in the schema: {@code white-space}. */
  static String name(ChangeKind kind) {
    return kind.toString().replace(' ', '-');
  }

  private void lines(LineCount lines) throws IOException {
    json.writeNumberField("linesAdded", lines.added());
    json.writeNumberField("linesRemoved", lines.removed());
  }

  private void files(List<FileCount> files) throws IOException {
    json.writeArrayFieldStart("files");
    for (FileCount file : files) {
      json.writeStartObject();
      json.writeStringField("path", file.path());
      json.writeStringField("kind", name(file.kind()));
      lines(file.lines());
      entries.unseen(file.unseen());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void tags(String field, List<Tag> tags) throws IOException {
    json.writeArrayFieldStart(field);
    for (Tag tag : tags) {
      ReviewFindingsJson.tag(json, tag);
    }
    json.writeEndArray();
  }

  private void renames(List<Rename> renames) throws IOException {
    json.writeArrayFieldStart("renames");
    for (Rename rename : renames) {
      json.writeStartObject();
      json.writeStringField("before", rename.before());
      json.writeStringField("after", rename.after());
      json.writeNumberField("places", rename.placeCount());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void hunks(List<HunkReview> hunks) throws IOException {
    json.writeArrayFieldStart("hunks");
    for (HunkReview hunk : hunks) {
      json.writeStartObject();
      json.writeStringField("kind", name(hunk.kind()));
      json.writeBooleanField("noise", hunk.isNoise());
      entries.fields(hunk.hunk());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
