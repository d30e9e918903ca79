package dev.reroll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command takes every source. The same two versions, of which the second patch differs, lie
 * in a mailbox, in two, on a server and in commits; whoever names them, and however, gets the same
 * answer. What an option cannot ask of a source is refused with the reason.
 */
class EverySourceTest {
  private static final String OLD = "PATCH-1-2-one-new@example.org";
  private static final String OLD_REPLY = "reply@example.org";
  private static final String NEW = "PATCH-v2-2-2-two-newer@example.org";

  /** What is typed for each source; {@code -} reads what stands behind {@code <}. */
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("one mailbox", "both.mbox"),
          Map.entry("two mailboxes", "v1.mbox v2.mbox"),
          Map.entry("standard input", "- < both.mbox"),
          Map.entry("a mail on standard input", "- < mail"),
          Map.entry("standard input and a mailbox", "- v2.mbox < v1.mbox"),
          Map.entry("one id", NEW),
          Map.entry("two ids", OLD + " " + NEW),
          Map.entry("id and mailbox", OLD + " v2.mbox"),
          Map.entry("mailbox and id", "v1.mbox " + NEW),
          Map.entry("mailbox and commits", "v1.mbox base..v2"),
          Map.entry("commits and mailbox", "base..v1 v2.mbox"),
          Map.entry("id and commits", OLD + " base..v2"),
          Map.entry("commits and id", "base..v1 " + NEW),
          Map.entry("two ranges", "base..v1 base..v2"),
          Map.entry("three revisions", "base v1 v2"),
          Map.entry("a symmetric range", "v1...v2"));

  /** The commands, and what each says of the second patch. */
  private static final Map<String, String> COMMANDS =
      Map.of(
          "diff", "(?s)1: .* = 1: .* one\n2: .* ! 2: .* two\n.*\\+\\+newer two\n.*",
          "diff --json", "(?s).*\"changed\" *: *1.*",
          "review", "(?s).*\n 1 = 1  identical .*\n 2 ! 2  code .*newer two.*",
          "review --json", "(?s).*\"title\": \"two\".*\"kind\": \"code\".*",
          "interdiff", "(?s).*diff --git a/two.c b/two.c\n.*-new two\n\\+newer two\n.*",
          "interdiff --json", "(?s).*two\\.c.*",
          "html", "(?s).*<title>.*newer.*",
          "mail --from=a@example.org", "(?s).*In-Reply-To: .*\\+newer two\n.*",
          "versions", "(?s).*two.*",
          "versions --json", "(?s).*\"two\".*");

  @TempDir private Path folder;
  private HttpServer server;

  static Stream<Arguments> cells() {
    return COMMANDS.keySet().stream()
        .sorted()
        .flatMap(c -> SOURCES.keySet().stream().sorted().map(s -> Arguments.of(c, s)));
  }

  @BeforeEach
  void writeTheSameVersionsEverywhere() throws Exception {
    GitCommand.require();
    git("init", "-q", ".");
    git("config", "user.name", "Mira Holt");
    git("config", "user.email", "mira.holt@example.org");
    for (String file : List.of("one", "two")) {
      Files.writeString(folder.resolve(file + ".c"), "first line\nold " + file + "\nlast line\n");
    }
    git("add", "one.c", "two.c");
    git("commit", "-q", "-m", "base");
    git("branch", "base");
    version("v1", "new");
    version("v2", "newer");
    Mails mails = new Mails(folder);
    mails.write("v1.mbox", patch("1/2", "one", "v1") + patch("2/2", "two", "v1") + reply());
    mails.write("v2.mbox", patch("v2 1/2", "one", "v2") + patch("v2 2/2", "two", "v2"));
    mails.write("both.mbox", both());
    mails.write("mail", patch("v2 2/2", "two", "v2"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Makes the commits that the mails are of. */
  private void version(String branch, String word) throws Exception {
    git("checkout", "-q", "-B", branch, "base");
    for (String file : List.of("one", "two")) {
      String changed = (file.equals("one") ? "new" : word) + " " + file;
      Files.writeString(
          folder.resolve(file + ".c"),
          "first line\n" + changed + "\nsecond line\nthird line\nfourth line\nlast line\n");
      git("commit", "-q", "-a", "-m", file, "--date=2026-03-02 10:00 +000" + word.length());
    }
  }

  private String git(String... words) throws Exception {
    return new String(new GitCommand(folder).run(List.of(words)), UTF_8);
  }

  /** Returns the mail of a commit, whose index line names the contents in the repository. */
  private String patch(String tag, String file, String branch) throws Exception {
    String word = file.equals("two") && branch.equals("v2") ? "newer" : "new";
    return Mails.patch("PATCH " + tag, file, word)
        .replace(
            "1111111..2222222",
            git("rev-parse", "base:" + file + ".c").strip()
                + ".."
                + git("rev-parse", branch + ":" + file + ".c").strip());
  }

  private static String reply() {
    return """
    From mboxrd@z Thu Jan  1 00:00:00 1970
    From: Ada Example <ada@example.org>
    Date: Mon, 02 Mar 2026 11:00:00 +0000
    Subject: Re: [PATCH 2/2] two
    Message-ID: <%s>
    In-Reply-To: <PATCH-2-2-two-new@example.org>

    > +new two

    Please take a newer one.

    """
        .formatted(OLD_REPLY);
  }

  private String both() throws IOException {
    return Files.readString(folder.resolve("v1.mbox"))
        + Files.readString(folder.resolve("v2.mbox"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = Mails.gzipped(both(), Integer.MAX_VALUE);
    exchange.getResponseHeaders().add("Content-Type", "application/gzip");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private Run.Result run(String command, String source, String... options) throws IOException {
    String[] parts = source.split(" < ", -1);
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.addAll(List.of(parts[0].split(" ", -1)));
    words.addAll(List.of(options));
    Run run =
        new Run(folder)
            .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .with("GIT_CONFIG_COUNT", "1")
            .with("GIT_CONFIG_KEY_0", "b4.midmask")
            .with(
                "GIT_CONFIG_VALUE_0",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/all/%s");
    if (parts.length > 1) {
      run.reading(Files.readAllBytes(folder.resolve(parts[1])));
    }
    return run.of(words.toArray(String[]::new));
  }

  private static String source(String name) {
    return Objects.requireNonNull(SOURCES.get(name));
  }

  private static boolean endsInCommits(String source) {
    return source.endsWith(" base..v2") || source.endsWith(" v2") || source.endsWith("...v2");
  }

  private static boolean hasCommits(String source) {
    return endsInCommits(source) || source.startsWith("base");
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everyCommandTakesEverySource(String command, String name) throws IOException {
    String source = source(name);
    Run.Result result = run(command, source);
    if (command.startsWith("mail") && endsInCommits(source)) {
      assertThat(result.err()).contains("error: no mail to reply to: ", "has no Message-ID");
      assertThat(result.exitCode()).isEqualTo(3);
      return;
    }
    assertThat(result.err()).doesNotContain("error: ", "warning: ");
    assertThat(result.out()).matches(Objects.requireNonNull(COMMANDS.get(command)));
    if (command.endsWith(" --json")) {
      assertThat(schemaProblems(result.out())).isEmpty();
    }
    assertThat(result.exitCode()).isZero();
  }

  private static List<String> schemaProblems(String json) throws IOException {
    Validator validator = new ValidatorFactory().createValidator();
    URI schema = validator.registerSchema(Files.readString(Path.of("src/docs/reroll.schema.json")));
    return validator.validate(schema, json).getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }

  static Stream<String> sources() {
    return SOURCES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void whatWasSaidIsHeardWhereItWasMailed(String name) throws IOException {
    String source = source(name);
    Run.Result result = run("review", source);
    boolean isHeard = !source.startsWith("base") && !source.equals("v1...v2");
    assertThat(result.out().contains("Please take a newer one.")).isEqualTo(isHeard);
    assertThat(result.err().contains("are known only for mails, not for commits"))
        .isEqualTo(hasCommits(source));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void folderOfPagesTakesEverySource(String name) throws IOException {
    Run.Result result = run("html", source(name), "-o", "pages/");
    assertThat(result.err()).endsWith("index.html\n").doesNotContain("error: ");
    assertThat(Files.readString(folder.resolve("pages/index.html"))).contains("two");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void labelsAreTakenOrRefusedWithTheReason(String name) throws IOException {
    String source = source(name);
    for (String command : List.of("diff", "review", "interdiff", "html")) {
      Run.Result result = run(command, source, "-v", "1", "2");
      if (source.startsWith("both") || source.startsWith("v1.mbox v2") || source.startsWith("-")) {
        assertThat(result.exitCode()).as(result.err()).isZero();
      } else if (source.equals(NEW)) {
        assertThat(result.exitCode()).as(result.err()).isZero();
      } else {
        assertThat(result.err())
            .containsPattern(
                "error: (-v picks versions that were mailed, not commits|-v picks versions of one"
                    + " series, but two are named|-v picks one version next to commits, not two)\n");
        assertThat(result.exitCode()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void latestIsTakenOrRefusedWithTheReason(String name) throws IOException {
    String source = source(name);
    boolean isTwo = source.replaceAll(" < .*", "").contains(" ");
    boolean beside = hasCommits(source) && (source.contains("mbox") || source.contains("@"));
    for (String command : List.of("diff", "review", "interdiff", "html")) {
      Run.Result result = run(command, source, "--latest");
      if (beside || (!isTwo && !hasCommits(source))) {
        assertThat(result.exitCode()).as(result.err()).isZero();
      } else {
        assertThat(result.err()).startsWith("error: --latest is for ");
        assertThat(result.exitCode()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void seriesIsTakenOrRefusedWithTheReason(String name) throws IOException {
    String source = source(name);
    for (String command : List.of("diff", "review", "interdiff", "html", "versions")) {
      Run.Result result = run(command, source, "--series=1");
      if (source.contains("mbox") || source.startsWith("-")) {
        assertThat(result.exitCode()).as(result.err()).isZero();
      } else {
        assertThat(result.err())
            .startsWith("error: --series picks a series from a mailbox, but no mailbox is named\n");
        assertThat(result.exitCode()).isEqualTo(2);
      }
    }
  }

  @Test
  void labelPicksTheVersionBesideCommits() throws IOException {
    for (String mails : List.of("both.mbox", NEW)) {
      assertThat(run("diff", mails + " base..v2", "-v", "1").out()).contains("2:  ", " ! 2:  ");
      assertThat(run("diff", mails + " base..v2", "-v", "2").out()).contains("2:  ", " = 2:  ");
      assertThat(run("diff", "base..v1 " + mails, "-v", "2").out()).contains("2:  ", " ! 2:  ");
      assertThat(run("diff", mails + " base..v2", "-v", "7").err())
          .contains("error: no version v7 ");
    }
    assertThat(run("diff", OLD + " base..v2", "--latest").out()).contains("2:  ", " = 2:  ");
  }

  @Test
  void rangesWithoutCommitsHaveNothingToReview() throws IOException {
    Run.Result result = run("review", "v1..base v2..base");
    assertThat(result.out())
        .as(result.err())
        .isEqualTo(
            """
            v1..base → v2..base

            No patches on either side.

            Nothing to re-read.
            """);
  }

  @Test
  void versionsPicksNone() throws IOException {
    for (String option : List.of("-v", "--compare-versions=1", "--latest")) {
      assertThat(run("versions", "both.mbox", option).err())
          .startsWith("error: versions shows all versions, so " + option + " has none to pick\n");
    }
  }

  @Test
  void sinceMineNeedsOneSeries() throws Exception {
    git("config", "user.email", "ada@example.org");
    Run.Result result = run("review", "both.mbox", "--since-mine");
    assertThat(result.out()).as(result.err()).contains("newer two");
    assertThat(run("review", "v1.mbox v2.mbox", "--since-mine").err())
        .startsWith("error: --since-mine picks a version of one series, but two are named\n");
  }
}
