package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.reroll.message.MessageId;
import dev.reroll.patch.PatchId;
import dev.reroll.patch.UnseenChanges.UnseenChange;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.NumberedPatch;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what became of each patch of a comparison, and how many there are of each kind. */
final class EntriesJson {
  private final JsonGenerator json;

  EntriesJson(JsonGenerator json) {
    this.json = json;
  }

  private enum Kind {
    UNCHANGED,
    CHANGED,
    DROPPED,
    NEW;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is written of an entry. */
  private record Parts(
      Kind kind,
      Optional<NumberedPatch> before,
      Optional<NumberedPatch> after,
      List<BodyHunk> hunks,
      List<UnseenChange> unseen) {
    Parts(
        Kind kind,
        Optional<NumberedPatch> before,
        Optional<NumberedPatch> after,
        List<BodyHunk> hunks) {
      this(kind, before, after, hunks, List.of());
    }
  }

  /** Writes the fields {@code counts} and {@code entries}. */
  void write(List<Entry> entries) throws IOException {
    List<Parts> parts = entries.stream().map(entry -> entry.fold(new Taking())).toList();
    json.writeObjectFieldStart("counts");
    for (Kind kind : Kind.values()) {
      long count = parts.stream().filter(part -> part.kind() == kind).count();
      json.writeNumberField(kind.word(), count);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("entries");
    for (Parts part : parts) {
      entry(part);
    }
    json.writeEndArray();
  }

  private void entry(Parts entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", entry.kind().word());
    side("before", entry.before());
    side("after", entry.after());
    if (entry.kind() == Kind.CHANGED) {
      json.writeArrayFieldStart("hunks");
      for (BodyHunk hunk : entry.hunks()) {
        hunk(hunk);
      }
      json.writeEndArray();
    }
    unseen(entry.unseen());
    json.writeEndObject();
  }

  /** Writes what differs though {@code git range-diff} does not compare it, if anything does. */
  void unseen(List<UnseenChange> changes) throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("unseen");
    for (UnseenChange change : changes) {
      json.writeStartObject();
      json.writeStringField("kind", change.kind().toString().replace(' ', '-'));
      json.writeStringField("path", JsonText.text(change.path()));
      json.writeStringField("before", change.before());
      json.writeStringField("after", change.after());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes a patch of one version as the field {@code name}, where it is there. */
  void side(String name, Optional<NumberedPatch> side) throws IOException {
    if (side.isPresent()) {
      json.writeObjectFieldStart(name);
      json.writeNumberField("ordinal", side.get().ordinal());
      json.writeStringField("title", JsonText.text(side.get().patch().subject()));
      PatchId named = side.get().patch().id();
      json.writeStringField(named.isCommit() ? "commit" : "patchId", named.hex());
      Optional<MessageId> id = side.get().patch().messageId();
      if (id.isPresent()) {
        json.writeStringField("messageId", id.get().value());
      }
      json.writeEndObject();
    }
  }

  private void hunk(BodyHunk hunk) throws IOException {
    json.writeStartObject();
    fields(hunk);
    json.writeEndObject();
  }

  /** Writes the fields of a hunk. */
  void fields(BodyHunk hunk) throws IOException {
    json.writeStringField("heading", JsonText.text(hunk.heading()));
    json.writeNumberField("beforeStart", hunk.beforeStart());
    json.writeNumberField("afterStart", hunk.afterStart());
    json.writeArrayFieldStart("lines");
    for (BodyHunk.Line line : hunk.lines()) {
      json.writeString(line.sign() + JsonText.text(line.text()));
    }
    json.writeEndArray();
  }

  /** Takes an entry apart. */
  private static final class Taking implements Entry.Visitor<Parts> {
    @Override
    public Parts unchanged(Entry.Unchanged entry) {
      List<UnseenChange> unseen = entry.unseen();
      return new Parts(
          unseen.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED,
          Optional.of(entry.before()),
          Optional.of(entry.after()),
          List.of(),
          unseen);
    }

    @Override
    public Parts changed(Entry.Changed entry) {
      return new Parts(
          Kind.CHANGED, Optional.of(entry.before()), Optional.of(entry.after()), entry.hunks());
    }

    @Override
    public Parts removed(Entry.Removed entry) {
      return new Parts(Kind.DROPPED, Optional.of(entry.before()), Optional.empty(), List.of());
    }

    @Override
    public Parts added(Entry.Added entry) {
      return new Parts(Kind.NEW, Optional.empty(), Optional.of(entry.after()), List.of());
    }
  }
}
