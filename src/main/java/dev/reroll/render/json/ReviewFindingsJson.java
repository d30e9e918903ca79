package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.reroll.linediff.ProseDiff.WordRun;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.review.result.ChangelogCheck;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import dev.reroll.review.result.CommentAudit.Comment;
import dev.reroll.review.result.CommentAudit.Place;
import dev.reroll.review.result.CoverReview;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.Tag;
import dev.reroll.review.result.TagAudit;
import dev.reroll.review.result.ThreadState;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what a review found across patches. */
final class ReviewFindingsJson {
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
    flags();
    thread();
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
      json.writeStringField("verdict", name(comment.verdict()));
      json.writeStringField("evidence", name(comment.ruling().evidence()));
      json.writeStringField("fate", name(comment.fate()));
      person(json, "by", comment.mail().from());
      messageId(Optional.of(comment.mail()));
      place("place", Optional.of(comment.place()));
      json.writeStringField("said", comment.said().lines().get(0));
      json.writeNumberField("lineCount", comment.said().lines().size());
      json.writeArrayFieldStart("lines");
      for (String line : comment.said().lines()) {
        json.writeString(line);
      }
      json.writeEndArray();
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

  private void flags() throws IOException {
    json.writeArrayFieldStart("flags");
    for (ReviewFlag flag : review.flags()) {
      json.writeStartObject();
      json.writeStringField("flag", flag.name());
      json.writeStringField("change", name(flag.change()));
      if (flag.patch().isPresent()) {
        numbers(flag.patch().get());
      }
      json.writeArrayFieldStart("what");
      for (String what : flag.what()) {
        json.writeString(what);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void thread() throws IOException {
    json.writeArrayFieldStart("thread");
    for (ThreadState.Note note : review.thread().notes()) {
      json.writeStartObject();
      json.writeStringField("state", name(note.kind()));
      json.writeArrayFieldStart("what");
      for (String what : note.what()) {
        json.writeString(what);
      }
      json.writeEndArray();
      messageId(note.mail());
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
    Optional<Integer> before = patch.before().map(NumberedPatch::ordinal);
    Optional<Integer> after = patch.after().map(NumberedPatch::ordinal);
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
