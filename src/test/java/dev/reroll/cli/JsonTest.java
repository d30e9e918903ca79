package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --json} prints for each sample follows the schema, and says what the text says. */
class JsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Validator validator = new ValidatorFactory().createValidator();
  private final URI schema;

  @TempDir private Path folder;

  JsonTest() throws IOException {
    schema = validator.registerSchema(Files.readString(Path.of("src/docs/reroll.schema.json")));
  }

  @TestFactory
  Stream<DynamicTest> comparisonOfEachSampleFollowsTheSchema() throws IOException {
    return Sample.all().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.name(),
                    () -> {
                      List<String> words = new ArrayList<>(sample.arguments());
                      words.add("--json");
                      JsonNode json = json(new Run(sample.folder()), words);
                      assertSameCounts(json.get("counts"), sample);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> reviewOfEachSampleFollowsTheSchema() throws IOException {
    return Sample.all().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.name(),
                    () -> {
                      List<String> words = new ArrayList<>(List.of("review", "--json"));
                      sample.mailboxes().forEach(box -> words.add(box.getFileName().toString()));
                      JsonNode json = json(new Run(sample.folder()), words);
                      assertThat(json.get("patches")).isNotEmpty();
                    }));
  }

  @Test
  void reviewWithCommentsTagsAndMovesFollowsTheSchema() throws IOException {
    for (String situation :
        List.of(
            "kinds",
            "tags",
            "scope",
            "comments",
            "fates",
            "verdicts",
            "flags",
            "rewritten",
            "moves",
            "changelog",
            "twins")) {
      Path folder = Path.of("src/test/resources/dev/reroll/review", situation);
      json(new Run(folder), List.of("review", "thread.mbox", "--json"));
    }
  }

  @Test
  void whatRangeDiffDoesNotCompareIsAChange() throws IOException {
    String added = Mails.patch("PATCH 1/1", "one", "new");
    String mode = "new file mode 100644\nindex 0000000..2222222";
    new Mails(folder)
        .write("v1.mbox", added.replaceAll("index .*", mode))
        .write(
            "v2.mbox",
            added.replace("PATCH", "PATCH v2").replaceAll("index .*", mode.replace("644", "755")));
    String unseen =
        "[{\"kind\":\"mode\",\"path\":\"one.c\",\"before\":\"100644\",\"after\":\"100755\"}]";
    JsonNode diff = json(new Run(folder), List.of("diff", "v1.mbox", "v2.mbox", "--json"));
    assertThat(diff.at("/counts/changed").asInt()).isEqualTo(1);
    assertThat(diff.at("/entries/0/kind").asText()).isEqualTo("changed");
    assertThat(diff.at("/entries/0/unseen").toString()).isEqualTo(unseen);
    JsonNode review = json(new Run(folder), List.of("review", "v1.mbox", "v2.mbox", "--json"));
    assertThat(review.at("/patches/0/kind").asText()).isEqualTo("code");
    assertThat(review.at("/patches/0/files/0/unseen").toString()).isEqualTo(unseen);
  }

  @TestFactory
  Stream<DynamicTest> versionsOfEachMailboxFollowTheSchema() throws IOException {
    return Sample.all().stream()
        .flatMap(sample -> sample.mailboxes().stream())
        .map(
            mailbox ->
                DynamicTest.dynamicTest(
                    mailbox.toString(),
                    () ->
                        json(
                            new Run(folder),
                            List.of("versions", mailbox.toAbsolutePath().toString(), "--json"))));
  }

  @TestFactory
  Stream<DynamicTest> endResultsOfEachSampleFollowTheSchema() throws IOException {
    return Sample.all().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.name(),
                    () -> {
                      List<String> words = new ArrayList<>(List.of("interdiff", "--json"));
                      sample.mailboxes().forEach(box -> words.add(box.getFileName().toString()));
                      Run.Result result = new Run(sample.folder()).of(words.toArray(String[]::new));
                      assertThat(result.exitCode()).as(result.err()).isIn(0, 3, 5);
                      JsonNode json = valid(result);
                      assertThat(json.get("complete").asBoolean())
                          .isEqualTo(result.exitCode() == 0);
                      assertThat(json.at("/counts/leftOut").asInt())
                          .isEqualTo(json.get("leftOut").size());
                    }));
  }

  @Test
  void documentOfAnotherSchemaIsRefused() {
    assertThat(validator.validate(schema, "{\"schema\":\"reroll/3\",\"kind\":\"diff\"}").isValid())
        .isFalse();
  }

  @Test
  void hostileTextIsWrittenAsEscapes() throws IOException {
    new Mails(folder)
        .write("v1.mbox", Mails.patch("PATCH 1/1", "one", "new"))
        .write("v2.mbox", Mails.patch("PATCH v2 1/1", "one", "ne\u202e\u009bw\u001b[2J"));
    Run.Result result = new Run(folder).onTerminal().compare("--json", "--no-pager");
    assertThat(result.out()).contains("\\u202E\\u009B", "\\u001B").matches("[\\n -~]*");
    assertThat(MAPPER.readTree(result.out()).at("/entries/0/hunks/0/lines").toString())
        .contains("ne\u202e\u009bw");
  }

  /** Runs, and returns what was printed after it was held against the schema. */
  private JsonNode json(Run run, List<String> words) throws IOException {
    Run.Result result = run.of(words.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return valid(result);
  }

  private JsonNode valid(Run.Result result) throws IOException {
    Validator.Result verdict = validator.validate(schema, result.out());
    assertThat(verdict.getErrors()).isEmpty();
    assertThat(verdict.isValid()).isTrue();
    return MAPPER.readTree(result.out());
  }

  private static void assertSameCounts(JsonNode counts, Sample sample) throws IOException {
    String words =
        "%s unchanged, %s changed, %s new, %s dropped"
            .formatted(
                counts.get("unchanged"),
                counts.get("changed"),
                counts.get("new"),
                counts.get("dropped"));
    assertThat(sample.expectedErr()).content().contains(words);
  }
}
