package dev.reroll.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.series.Evidence;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.Slot;
import dev.reroll.series.VersionLabel;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what is known of one version, and why it is held to follow another. */
final class VersionJson {
  private final JsonGenerator json;

  VersionJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes an object.
   *
   * @param link what ties it to an older version
   * @param notFound numbers that must have been sent before it
   */
  void write(SeriesVersion version, Optional<Link> link, List<Integer> notFound)
      throws IOException {
    json.writeStartObject();
    label(version.label());
    json.writeStringField("title", version.title());
    sender(version.sender());
    optional("date", version.date().map(Instant::toString));
    optional("messageId", version.id().map(MessageId::value));
    patches(version);
    optional("changeId", version.changeId());
    optional("baseCommit", version.baseCommit());
    if (!notFound.isEmpty()) {
      numbers("notFoundBefore", notFound);
    }
    if (link.isPresent()) {
      link(link.get());
    }
    json.writeEndObject();
  }

  private void label(VersionLabel label) throws IOException {
    boolean isOfCommits = label.number() == 0 && label.name().isPresent();
    json.writeStringField("label", isOfCommits ? label.toString() : label.plain());
    json.writeNumberField("number", label.number());
    json.writeBooleanField("rfc", label.rfc());
    json.writeBooleanField("resend", label.resend());
  }

  private void sender(Person sender) throws IOException {
    json.writeObjectFieldStart("sender");
    json.writeStringField("name", sender.name());
    json.writeStringField("address", sender.address());
    json.writeEndObject();
  }

  private void patches(SeriesVersion version) throws IOException {
    json.writeNumberField("patches", version.slots().size());
    json.writeBooleanField("complete", version.missing().isEmpty());
    if (!version.missing().isEmpty()) {
      numbers("missing", version.missing());
    }
    if (version.isPartial()) {
      json.writeArrayFieldStart("taken");
      for (Slot slot : version.slots()) {
        if (slot.takenFrom().isPresent()) {
          json.writeStartObject();
          json.writeNumberField("ordinal", slot.ordinal());
          json.writeStringField("from", slot.takenFrom().get().toString());
          json.writeEndObject();
        }
      }
      json.writeEndArray();
    }
  }

  private void link(Link link) throws IOException {
    json.writeObjectFieldStart("link");
    json.writeStringField("to", link.before().toString());
    json.writeStringField("evidence", name(link.strongest().kind()));
    json.writeBooleanField("guess", link.isGuess());
    json.writeArrayFieldStart("all");
    for (Evidence evidence : link.evidence()) {
      json.writeStartObject();
      json.writeStringField("evidence", name(evidence.kind()));
      json.writeStringField("detail", evidence.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void numbers(String name, List<Integer> numbers) throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  /** Returns the name in the schema: {@code change-id}. */
  private static String name(Evidence.Kind kind) {
    return switch (kind) {
      case LINKED -> "link";
      default -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
