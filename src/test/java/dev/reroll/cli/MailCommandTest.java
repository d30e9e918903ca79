package dev.reroll.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.deliver.ScriptedSmtpServer;
import dev.reroll.deliver.TestCertificate;
import dev.reroll.source.mirror.SmallMirror;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reroll mail} from its words to the server, and what is left where that fails. */
class MailCommandTest {
  private static final Path SAMPLE = Sample.ALL.resolve("code-changed").toAbsolutePath();
  private static final String BEFORE = SAMPLE.resolve("v1.mbox").toString();
  private static final String AFTER = SAMPLE.resolve("v2.mbox").toString();

  private final Path folder;
  private final ScriptedSmtpServer server;

  MailCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    server = new ScriptedSmtpServer();
    configure("");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private void configure(String more) throws IOException {
    Files.writeString(
        folder.resolve(".gitconfig"),
        """
        [user]
          name = Robin Reviewer
          email = robin@example.org
        [sendemail]
          smtpserver = localhost
          smtpserverport = %d
          smtpdomain = client.example.org
        [reroll]
          smtptimeout = 1
        %s
        """
            .formatted(server.port(), more));
  }

  private Run.Result mail(String... words) {
    return mail(new Run(folder), words);
  }

  private static Run.Result mail(Run run, String... words) {
    Stream<String> all = Stream.concat(Stream.of("mail", BEFORE, AFTER), Stream.of(words));
    return run.of(all.toArray(String[]::new));
  }

  private Run.Result send(String... words) {
    return mail(
        Stream.concat(Stream.of("--reply-all", "--send", "--yes"), Stream.of(words))
            .toArray(String[]::new));
  }

  @Test
  void printsTheMailAndSendsNothing() {
    Run.Result result = mail("--reply-all");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith(
            "From: Robin Reviewer <robin@example.org>\nTo: Mira Holt <mira.holt@example.org>\n")
        .contains("\nCc: linux-hwmon@lists.example.org, Sunniva Dahl <sunniva.dahl@example.org>\n")
        .contains("\nSubject: Re: [PATCH v2 0/4] hwmon: (tarn47) Limits and alarms\n")
        .contains("\nIn-Reply-To: <20260317174205.53896-1-mira.holt@example.org>\n")
        .doesNotContain("Auto-Submitted");
    assertThat(server.heard()).isEmpty();
  }

  @Test
  void holdsTheRangeDiffUnderItsHeading() throws Exception {
    String rangeDiff = Files.readString(SAMPLE.resolve("expected.txt"));
    assertThat(mail().out()).endsWith("\nRange-diff against v1:\n\n" + rangeDiff);
  }

  @Test
  void saysFirstHowTheEndResultsDifferWhereThatIsAskedFor() {
    String interdiff = new Run(folder).of("interdiff", BEFORE, AFTER).out();
    assertThat(mail("--interdiff").out())
        .contains("\n\nInterdiff against v1:\n\n" + interdiff + "\nRange-diff against v1:\n\n");
  }

  @Test
  void isForNobodyUnlessSomebodyIsNamed() {
    assertThat(mail().out()).doesNotContain("\nTo:").doesNotContain("\nCc:");
    assertThat(mail().err()).contains("no recipients yet");
    Run.Result sent = mail("--send", "--yes");
    assertThat(sent.exitCode()).isEqualTo(4).isNotZero();
  }

  @Test
  void sendsWhatItPrints() {
    Run.Result result = send("--output=mail.eml");
    assertThat(result.err()).contains("the server said: 250 taken");
    assertThat(result.exitCode()).isZero();
    assertThat(server.heard())
        .contains(
            "MAIL FROM:<robin@example.org>",
            "RCPT TO:<mira.holt@example.org>",
            "RCPT TO:<linux-hwmon@lists.example.org>",
            "RCPT TO:<sunniva.dahl@example.org>");
    String arrived = new String(server.mails().get(0), StandardCharsets.UTF_8);
    assertThat(arrived.replace("\r\n", "\n"))
        .isEqualTo(read("mail.eml"))
        .contains("\nAuto-Submitted: auto-generated\n");
    assertThat(outbox()).isEmpty();
  }

  @Test
  void asksBeforeItSends() {
    Run.Result no = mail(new Run(folder).answering("\n"), "--reply-all", "--send");
    assertThat(no.exitCode()).isEqualTo(4);
    assertThat(no.err()).contains("Send this mail? [y/N] ", "not sent: not confirmed");
    assertThat(server.heard()).isEmpty();
    Run.Result yes = mail(new Run(folder).answering("y\n"), "--reply-all", "--send");
    assertThat(yes.exitCode()).isZero();
    assertThat(new String(server.mails().get(0), StandardCharsets.UTF_8))
        .doesNotContain("Auto-Submitted");
  }

  @Test
  void sendsNothingWhereNobodyCanBeAsked() {
    Run.Result result = mail("--reply-all", "--send");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err())
        .contains("no terminal to confirm on", "hint: reroll mail --send --yes --draft=");
    assertThat(server.heard()).isEmpty();
    assertThat(outbox()).hasSize(1);
  }

  @Test
  void tellsNobodyTwiceUnlessAskedTo() {
    assertThat(send().exitCode()).isZero();
    Run.Result twice = send();
    assertThat(twice.exitCode()).isEqualTo(4);
    assertThat(twice.err()).contains("was already mailed about these versions");
    assertThat(server.mails()).hasSize(1);
    assertThat(send("--again").exitCode()).isZero();
    assertThat(server.mails()).hasSize(2);
  }

  @Test
  void aRefusedRecipientIsNamedAndTheKeptMailCanBeSentLater() {
    server.at("RCPT sunniva.dahl@example.org", "550 5.1.1 no such user");
    Run.Result result = send();
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err())
        .contains("error: not sent: smtp://localhost:" + server.port())
        .contains("refused sunniva.dahl@example.org: 550 5.1.1 no such user; the mail is saved");
    assertThat(server.mails()).isEmpty();
    server.at("RCPT sunniva.dahl@example.org", "250 welcome back");
    assertThat(new Run(folder).of(hinted(result)).err()).contains("no terminal to confirm on");
    Run.Result later = new Run(folder).answering("yes\n").of(hinted(result));
    assertThat(later.err()).contains("the server said: 250 taken");
    assertThat(server.mails()).hasSize(1);
  }

  @Test
  void greylistingSaysThatItWasNotSentAndTheHintSendsIt() {
    server.at("RCPT mira.holt@example.org", "451 4.7.1 greylisted");
    Run.Result result = send();
    assertThat(result.err()).contains("not sent: ", "451 4.7.1 greylisted");
    server.at("RCPT mira.holt@example.org", "250 ok");
    assertThat(new Run(folder).answering("y\n").of(hinted(result)).exitCode()).isZero();
    assertThat(server.mails()).hasSize(1);
    assertThat(send().err()).contains("was already mailed about these versions");
  }

  @Test
  void aMailThatPerhapsArrivedIsNotSentAgainByItself() {
    server.at("END", ScriptedSmtpServer.DROP);
    Run.Result result = send();
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err())
        .contains("error: perhaps sent: ")
        .contains("send it again only if it did not");
    server.at("END", "250 taken");
    Run.Result again = send();
    assertThat(again.err()).contains("may already have been mailed about these versions");
    assertThat(server.mails()).isEmpty();
    assertThat(hinted(result)).contains("--again");
    assertThat(new Run(folder).answering("y\n").of(hinted(result)).exitCode()).isZero();
  }

  @Test
  void aMailThatWasAcceptedIsNotSentAgainAlthoughTheConnectionWasReset() {
    server.at("END", "250 taken" + ScriptedSmtpServer.THEN_DROP);
    assertThat(send().exitCode()).isZero();
    Run.Result again = send();
    assertThat(again.exitCode()).isEqualTo(4);
    assertThat(again.err()).contains("was already mailed about these versions");
    assertThat(server.mails()).hasSize(1);
  }

  @Test
  void aReplyToMoreThanAreAllowedIsNotSentUntilTheyAre() throws Exception {
    configure("[reroll]\n maxrecipients = 2\n");
    Run.Result result = send();
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err())
        .contains(
            """
            error: not sent: the mail is for 3 recipients, more than 2; the mail is saved
            hint: git config --global reroll.maxrecipients 3
            hint: reroll mail --send""");
    assertThat(mail("--reply-all", "--dry-run").err())
        .contains("warning: the mail is for 3 recipients, more than 2\n");
    assertThat(server.heard()).isEmpty();
    configure("[reroll]\n maxrecipients = 3\n");
    assertThat(send().exitCode()).isZero();
    configure("[reroll]\n maxrecipients = many\n");
    assertThat(send("--again").err())
        .contains("error: reroll.maxrecipients is not a number above 0: 'many'\n");
  }

  @Test
  void fiftyAreAskedAtMostUnlessTheyAreNamed() {
    String many = IntStream.range(0, 51).mapToObj(i -> i + "@x.org").collect(joining(","));
    assertThat(mail("--to=" + many, "--send", "--yes").exitCode()).isZero();
    assertThat(send("--to=" + many, "--again").err())
        .contains("not sent: the mail is for 54 recipients, more than 50; ");
  }

  @Test
  void aDraftThatIsTooLargeForListsIsNotSent() throws Exception {
    assertThat(mail("--reply-all", "--output=draft.eml").exitCode()).isZero();
    Path draft = folder.resolve("draft.eml");
    Files.writeString(draft, Files.readString(draft) + "a line of a log\n".repeat(6000));
    Run.Result result = new Run(folder).of("mail", "--draft=draft.eml", "--send", "--yes");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err())
        .containsPattern(
            "error: not sent: the mail has 1[0-9]{5} bytes, and lists take less than 100000; ");
    assertThat(server.heard()).isEmpty();
  }

  @Test
  void aServerThatIsTooSlowWithTheWholeMailLeavesItPerhapsSent() {
    server.at("END", ScriptedSmtpServer.SILENCE);
    assertThat(send().err()).contains("perhaps sent: ", "did not answer within 1 s");
    assertThat(outbox()).hasSize(1);
  }

  @Test
  void aServerThatIsTooSlowAtTheStartHasNotTakenTheMail() {
    server.at("EHLO", ScriptedSmtpServer.SILENCE);
    assertThat(send().err()).contains("not sent: ", "did not answer within 1 s");
    assertThat(outbox()).hasSize(1);
  }

  @Test
  void aWrongPasswordSaysSo() throws Exception {
    configure("[sendemail]\n smtpuser = robin\n smtppass = wrong\n");
    try (ScriptedSmtpServer asking = server) {
      asking.at("AUTH", "535 5.7.8 wrong password").at("EHLO", "250-x\r\n250 AUTH PLAIN");
      Run.Result result = send();
      assertThat(result.err()).contains("not sent: login refused", "535 5.7.8 wrong password");
      assertThat(asking.mails()).isEmpty();
    }
  }

  @Test
  void aSelfMadeCertificateIsNotTrusted() throws Exception {
    Path store = TestCertificate.make(folder, "strange", "-1d", 10);
    configure("[sendemail]\n smtpencryption = tls\n");
    server.startingTls(store);
    Run.Result result = send();
    assertThat(result.err()).contains("not sent: no secure connection to smtp://localhost:");
    configure(
        "[sendemail]\n smtpencryption = tls\n smtpsslcertpath = "
            + TestCertificate.pem(store)
            + "\n");
    server.startingTls(store);
    assertThat(send().exitCode()).isZero();
  }

  @Test
  void whereTheMailCannotBeKeptItIsNotSent() throws Exception {
    Path file = Files.writeString(folder.resolve("state"), "no folder");
    Run.Result result =
        mail(
            new Run(folder).with("XDG_STATE_HOME", file.toString()),
            "--reply-all",
            "--send",
            "--yes");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains("not sent: cannot save the mail as");
    assertThat(server.heard()).isEmpty();
  }

  @Test
  void aFullDiskIsSaidAndNothingIsSent() {
    Run.Result result = send("--output=/dev/full");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("cannot write '/dev/full': No space left on device");
    assertThat(server.heard()).isEmpty();
  }

  @Test
  void aRehearsalShowsTheEnvelopeAndContactsNobody() {
    Run.Result result = mail("--reply-all", "--dry-run");
    assertThat(result.out())
        .startsWith(
            "Server: smtp://localhost:"
                + server.port()
                + "\nEHLO client.example.org\nMAIL FROM:<robin@example.org>\n"
                + "RCPT TO:<mira.holt@example.org>\n")
        .endsWith("QUIT\n");
    assertThat(server.heard()).isEmpty();
  }

  @Test
  void anIdentityHasItsOwnVariables() throws Exception {
    configure(
        """
        [sendemail]
          to = everyone@example.org
        [sendemail "work"]
          from = Robin at Work <robin@work.example.org>
          to = work@example.org
          envelopesender = bounces@work.example.org
        """);
    assertThat(mail().out()).contains("From: Robin Reviewer <", "\nTo: everyone@example.org\n");
    assertThat(mail("--identity=work").out())
        .contains("From: Robin at Work <robin@work.example.org>", "\nTo: work@example.org\n");
    assertThat(mail("--identity=work", "--dry-run").out())
        .contains("\nMAIL FROM:<bounces@work.example.org>\n");
    configure("[b4]\n sendemail-identity = work\n[sendemail \"work\"]\n to = b4@example.org\n");
    assertThat(mail().out()).contains("\nTo: b4@example.org\n");
  }

  @Test
  void copiesCanBeSuppressed() {
    assertThat(mail("--reply-all", "--suppress-cc=author").out())
        .doesNotContain("\nTo: Mira")
        .contains("\nCc: linux-hwmon");
    assertThat(mail("--reply-all", "--suppress-cc=cc").out())
        .contains("\nTo: Mira Holt")
        .doesNotContain("linux-hwmon@lists.example.org");
    assertThat(mail("--reply-all", "--suppress-cc=all").out()).doesNotContain("\nTo:");
    assertThat(mail("--reply-all", "--suppress-cc=me").err())
        .contains("error: --suppress-cc has no category 'me'");
  }

  @Test
  void neitherTheStableTeamNorTheUserGetsACopy() throws Exception {
    Path after =
        edited(
            "linux-hwmon@lists.example.org",
            "list@example.org, Robin <Robin@Example.org>, stable@vger.kernel.org,"
                + " stable+noautosel@kernel.org, undisclosed-recipients:;");
    String out = new Run(folder).of("mail", BEFORE, after.toString(), "--reply-all").out();
    assertThat(out.substring(0, out.indexOf("\n\n")))
        .contains("\nCc: list@example.org, Sunniva Dahl <sunniva.dahl@example.org>\n")
        .doesNotContain("stable");
  }

  @Test
  void aMachinesMailIsNotAnswered() throws Exception {
    for (String header :
        List.of(
            "Auto-Submitted: auto-generated", "User-Agent: reroll/0.1", "X-Reroll-Versions: a b")) {
      Path after = edited("Cc: Sunniva", header + "\nCc: Sunniva");
      Run.Result result = new Run(folder).of("mail", BEFORE, after.toString());
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .contains("error: not replying to <20260317174205.53896-1-mira.holt@");
    }
    Path after = edited("Cc: Sunniva", "Auto-Submitted: no\nCc: Sunniva");
    assertThat(new Run(folder).of("mail", BEFORE, after.toString()).exitCode()).isZero();
  }

  @Test
  void patchesThatWereNeverMailedCannotBeAnswered() throws Exception {
    Path after = folder.resolve("after.mbox");
    Files.writeString(
        after, Files.readString(Path.of(AFTER)).replaceAll("(?m)^Message-ID: .*\n", ""));
    Run.Result result = new Run(folder).of("mail", BEFORE, after.toString());
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("no mail to reply to: v2, 'hwmon", "has no Message-ID");
  }

  @Test
  void notesGoUnderTheirPatches() throws Exception {
    Path editor = folder.resolve("editor");
    Files.writeString(
        editor, "#!/bin/sh\nsed -i 's/^#> 2\\/4.*/&\\n\\n  Why 127937?\\n\\n/' \"$1\"\n");
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    Run.Result result = mail(new Run(folder).with("GIT_EDITOR", editor.toString()), "--annotate");
    String plain = mail().out();
    int third = plain.indexOf("\n3:  9e96") + 1;
    String expected = plain.substring(0, third) + "\n  Why 127937?\n\n" + plain.substring(third);
    assertThat(body(result.out())).isEqualTo(body(expected));
    assertThat(outbox()).isEmpty();
  }

  @Test
  void anEditorThatFailsLeavesTheTextWhereItSays() {
    Run.Result result = mail(new Run(folder).with("GIT_EDITOR", "false"), "--annotate");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("the editor 'false' exited with 1; nothing was sent");
    assertThat(outbox()).singleElement().asString().matches("edit-.*\\.txt");
  }

  @Test
  void theTemplateAndThePageAreTheUsers() throws Exception {
    Files.writeString(
        folder.resolve("mail.txt"),
        "Hi all,\n\n${page}\n${tags}\n\n${after}/${before}:\n${range-diff}\n");
    configure(
        "[reroll]\n mailtemplate = ~/mail.txt\n pageurl = https://example.org/r/%s/index.html\n");
    assertThat(body(mail().out()))
        .startsWith(
            "Hi all,\n\nAs a page: https://example.org/r/"
                + "20260317174205.53896-1-mira.holt@example.org/index.html\nv2/v1:\n1:  5436");
    Files.writeString(folder.resolve("mail.txt"), "${nonsense}\n");
    assertThat(mail().err()).contains("has an unknown placeholder: ${nonsense}");
  }

  @Test
  void aSeriesIsFoundByTheIdOfOneOfItsMails() throws Exception {
    List<String> mails =
        Stream.of(ListMails.all().split("From mboxrd@z Thu Jan  1 00:00:00 1970\n", -1))
            .filter(mail -> !mail.isEmpty())
            .toList();
    SmallMirror.make(folder.resolve("list/git/0.git"), mails);
    Run run = new Run(folder);
    String id = ListMails.address("v2-0");
    Run.Result result = run.of("mail", id, "--mirror=list", "--offline", "--reply-all");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(
            "\nIn-Reply-To: <" + id + ">\n", "\nSubject: Re: [PATCH v2 0/2] Count the readers\n")
        .contains("Ada Example", "\nRange-diff against v1:\n\n1:  ");
    String both = run.of("mail", ListMails.address("v1-0"), id, "--mirror=list", "--offline").out();
    assertThat(both).contains("\nIn-Reply-To: <" + id + ">\n");
    assertThat(run.of("mail", id, "-v", "4", "--mirror=list", "--offline").out())
        .contains("\nIn-Reply-To: <" + ListMails.address("v4-0") + ">\n")
        .contains("\nRange-diff against v2:\n");
  }

  @Test
  void aProgramTakesThePlaceOfTheServer() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("sendmail"), "#!/bin/sh\necho \"$@\" > words; cat > mail\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    configure("[sendemail]\n smtpserver = " + program + "\n smtpserveroption = -v\n");
    assertThat(send().exitCode()).isZero();
    assertThat(read("words"))
        .isEqualTo(
            "-v -i mira.holt@example.org linux-hwmon@lists.example.org sunniva.dahl@example.org\n");
    assertThat(read("mail")).contains("\nRange-diff against v1:\n");
    configure("[sendemail]\n sendmailcmd = ./sendmail --account=work\n envelopesender = auto\n");
    assertThat(send("--again").exitCode()).isZero();
    assertThat(read("words")).startsWith("--account=work -i -f robin@example.org mira.holt@");
    Files.writeString(program, "#!/bin/sh\nexit 75\n");
    assertThat(send("--again").err()).contains("error: perhaps sent: ");
  }

  @Test
  void aMailGoesIntoAnMboxAndAMaildir() throws Exception {
    assertThat(mail("--mbox=sent.mbox", "--maildir=drafts").out()).isEmpty();
    assertThat(folder.resolve("sent.mbox")).content().startsWith("From mboxrd@z ");
    try (Stream<Path> files = Files.list(folder.resolve("drafts/new"))) {
      assertThat(files).hasSize(1);
    }
  }

  private Path edited(String part, String replacement) throws IOException {
    Path after = folder.resolve("after.mbox");
    String text = Files.readString(Path.of(AFTER));
    assertThat(text).contains(part);
    int at = text.indexOf(part);
    return Files.writeString(
        after, text.substring(0, at) + replacement + text.substring(at + part.length()));
  }

  /** Returns the words of the first hint, without the program's name. */
  private static String[] hinted(Run.Result result) {
    String hint =
        result
            .err()
            .lines()
            .filter(line -> line.startsWith("hint: reroll "))
            .findFirst()
            .orElseThrow();
    return hint.substring("hint: reroll ".length()).split(" ", -1);
  }

  private List<String> outbox() {
    Path box = folder.resolve(".local/state/reroll/outbox");
    try (Stream<Path> files = Files.exists(box) ? Files.list(box) : Stream.empty()) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String body(String mail) {
    return mail.substring(mail.indexOf("\n\n") + 2);
  }
}
