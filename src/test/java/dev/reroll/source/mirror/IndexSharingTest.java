package dev.reroll.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.source.mirror.update.InboxUpdate.IndexReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes with one index, and a process that is killed. */
class IndexSharingTest {
  private static final int MAIL_COUNT = 3500;
  private static final int BATCH = 1000;
  private static final int SECONDS = 120;

  private final Path cache;
  private final Path mirror;

  IndexSharingTest(@TempDir Path folder) throws IOException {
    cache = folder.resolve("cache");
    mirror = folder.resolve("l");
    new MirrorEpoch(mirror.resolve("git/0.git"))
        .addAll(IntStream.range(0, MAIL_COUNT).mapToObj(IndexSharingTest::mail).toList());
  }

  /** Each hundred mails are a thread. */
  private static String mail(int number) {
    ListMail mail = new ListMail(number + "@x");
    return (number % 100 == 0 ? mail : mail.answering(number - number % 100 + "@x")).text();
  }

  @Test
  void whatAKilledProcessHadWrittenIsKeptAndTheRestIsRead() throws Exception {
    Process process = IndexProcess.start(cache, mirror, BATCH + BATCH / 2);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.equals("step " + (BATCH + BATCH / 2))) {
        line = lines.readLine();
      }
      assertThat(line).isNotNull();
      process.destroyForcibly();
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(open().index())
        .containsExactly(new IndexReport("l", MAIL_COUNT, MAIL_COUNT - BATCH, 0));
    assertThat(open().thread("3499@x")).hasSize(100);
    assertThat(open().thread("1@x")).hasSize(100);
  }

  @Test
  void processesAtOnceMakeOneWholeIndex() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(IndexProcess.start(cache, mirror, -1));
    }
    List<String> said = new ArrayList<>();
    for (Process process : processes) {
      said.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(said.toString()).isZero();
    }

    assertThat(said).allMatch(text -> text.contains("mailCount=" + MAIL_COUNT + ","));
    long written =
        said.stream().mapToLong(text -> Long.parseLong(text.split("newCount=|, unr", -1)[1])).sum();
    assertThat(written).as("each mail is written by one of them").isEqualTo(MAIL_COUNT);
    assertThat(open().thread("250@x")).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void otherProcessReadsWhileOneIsHalfWay() throws Exception {
    Process process = IndexProcess.start(cache, mirror, BATCH + BATCH / 2);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.equals("step " + (BATCH + BATCH / 2))) {
        line = lines.readLine();
      }

      assertThat(open().thread("3499@x")).hasSize(100);
      assertThat(process.isAlive()).isTrue();

      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      List<String> rest = lines.lines().toList();
      assertThat(rest.get(rest.size() - 1))
          .as("it sees that the rest was read meanwhile")
          .contains("mailCount=" + MAIL_COUNT + ", newCount=" + BATCH + ",");
    }
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private OpenMirror open() {
    return new OpenMirror(cache, mirror);
  }
}
