package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.reroll.linediff.WordRun;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.rangediff.Side;
import dev.reroll.review.ChangeKind;
import dev.reroll.review.Changelog;
import dev.reroll.review.ChangelogCheck;
import dev.reroll.review.CommentAudit.Comment;
import dev.reroll.review.CommentAudit.Place;
import dev.reroll.review.CoverReview;
import dev.reroll.review.FileCount;
import dev.reroll.review.HunkMove;
import dev.reroll.review.HunkReview;
import dev.reroll.review.LineCount;
import dev.reroll.review.PatchReview;
import dev.reroll.review.Rename;
import dev.reroll.review.Review;
import dev.reroll.review.Tag;
import dev.reroll.review.TagAudit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
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

  /** Writes what a review found across patches. */
  private static final class ReviewFindingsJson {
    private final Review review;
    private final JsonGenerator json;

    ReviewFindingsJson(Review review, JsonGenerator json) {
      this.review = review;
      this.json = json;
    }

    void write() throws IOException {
      cover();
      changelogs(json, "changelog", review.changelog().cover());
      changelogFindings();
      tags();
      comments();
      moves();
    }

    private void cover() throws IOException {
      json.writeArrayFieldStart("cover");
      for (CoverReview.Paragraph paragraph :
          review.cover().map(CoverReview::paragraphs).orElse(List.of())) {
        json.writeStartObject();
        json.writeStringField("fate", name(paragraph.fate()));
        json.writeArrayFieldStart("runs");
        for (WordRun run : paragraph.runs()) {
          json.writeString(run.sign() + run.text());
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    /** Writes what authors say of changes as the field {@code field}. */
    static void changelogs(JsonGenerator json, String field, List<Changelog> changelogs)
        throws IOException {
      json.writeArrayFieldStart(field);
      for (Changelog changelog : changelogs) {
        json.writeStartObject();
        json.writeStringField("heading", changelog.heading());
        if (changelog.version().isPresent()) {
          json.writeNumberField("version", changelog.version().getAsInt());
        }
        json.writeArrayFieldStart("lines");
        for (String line : changelog.lines()) {
          json.writeString(line);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void changelogFindings() throws IOException {
      json.writeArrayFieldStart("changelogFindings");
      for (ChangelogCheck.Finding finding : review.changelog().findings()) {
        json.writeStartObject();
        json.writeStringField("finding", name(finding.kind()));
        numbers(finding.patch());
        if (!finding.line().isEmpty()) {
          json.writeStringField("line", finding.line());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void tags() throws IOException {
      json.writeArrayFieldStart("tags");
      for (TagAudit.Finding finding : review.tags().findings()) {
        json.writeStartObject();
        json.writeStringField("fate", name(finding.fate()));
        numbers(finding.patch());
        json.writeFieldName("tag");
        tag(json, finding.tag());
        json.writeBooleanField("forSeries", finding.forSeries());
        messageId(finding.givenIn());
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    /** Writes a trailer as an object. */
    static void tag(JsonGenerator json, Tag tag) throws IOException {
      json.writeStartObject();
      json.writeStringField("key", tag.key());
      json.writeStringField("value", tag.value());
      if (tag.person().isPresent()) {
        person(json, "person", tag.person().get());
      }
      json.writeEndObject();
    }

    private static void person(JsonGenerator json, String field, Person person) throws IOException {
      json.writeObjectFieldStart(field);
      json.writeStringField("name", person.name());
      json.writeStringField("address", person.address());
      json.writeEndObject();
    }

    private void comments() throws IOException {
      json.writeArrayFieldStart("comments");
      for (Comment comment : review.comments().comments()) {
        json.writeStartObject();
        json.writeStringField("fate", name(comment.fate()));
        person(json, "by", comment.mail().from());
        messageId(Optional.of(comment.mail()));
        place("place", Optional.of(comment.place()));
        json.writeStringField("said", comment.said());
        json.writeNumberField("lineCount", comment.lineCount());
        place("now", comment.now());
        if (comment.answer().isPresent()) {
          json.writeObjectFieldStart("answer");
          messageId(Optional.of(comment.answer().get().mail()));
          json.writeStringField("said", comment.answer().get().said());
          json.writeEndObject();
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void place(String field, Optional<Place> place) throws IOException {
      if (place.isPresent()) {
        json.writeObjectFieldStart(field);
        json.writeNumberField("ordinal", place.get().ordinal());
        if (place.get().line().isPresent()) {
          json.writeStringField("path", place.get().path());
          json.writeNumberField("line", place.get().line().getAsInt());
        }
        json.writeStringField("text", place.get().sign() + place.get().text());
        json.writeEndObject();
      }
    }

    private void moves() throws IOException {
      json.writeArrayFieldStart("moves");
      for (HunkMove move : review.moves()) {
        json.writeStartObject();
        json.writeStringField("kind", name(move.kind()));
        ordinals("before", move.before());
        ordinals("after", move.after());
        json.writeNumberField("lineCount", move.share().lineCount());
        json.writeNumberField("percent", move.share().percent());
        json.writeObjectFieldStart("of");
        ordinals(name(move.share().of()), move.share().patches());
        json.writeNumberField("changedLineCount", move.share().changedCount());
        json.writeEndObject();
        json.writeArrayFieldStart("paths");
        for (String path : move.paths()) {
          json.writeString(path);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void ordinals(String field, List<Integer> ordinals) throws IOException {
      json.writeArrayFieldStart(field);
      for (int ordinal : ordinals) {
        json.writeNumber(ordinal);
      }
      json.writeEndArray();
    }

    /** Writes which of the patches it is. */
    private void numbers(PatchReview patch) throws IOException {
      Optional<Integer> before = patch.before().map(Side::ordinal);
      Optional<Integer> after = patch.after().map(Side::ordinal);
      if (before.isPresent()) {
        json.writeNumberField("before", before.get());
      }
      if (after.isPresent()) {
        json.writeNumberField("after", after.get());
      }
    }

    private void messageId(Optional<Envelope> mail) throws IOException {
      if (mail.isPresent() && mail.get().id().isPresent()) {
        json.writeStringField("messageId", mail.get().id().get().value());
      }
    }

    /** Returns the name in the schema: {@code dropped-on-same-code}. */
    private static String name(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
