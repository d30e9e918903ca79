package dev.reroll.app.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.repo.base.BaseSearch.WantedFile;
import dev.reroll.series.SeriesCollector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WantedFilesTest {
  private static final String EDIT = "@@ -1 +1 @@\n-a\n+b\n";

  /** Returns what a series of patches with these diffs expects. */
  private static List<WantedFile> wanted(String... diffs) {
    StringBuilder mailbox = new StringBuilder();
    for (int i = 0; i < diffs.length; i++) {
      mailbox.append("From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001\n");
      mailbox
          .append("From: Ada <ada@example.org>\nMessage-Id: <")
          .append(i)
          .append("@example.org>\n");
      mailbox.append("References: <0@example.org>\n");
      mailbox.append(
          String.format("Subject: [PATCH %d/%d] part %d%n%nWhy.%n", i + 1, diffs.length, i));
      mailbox.append("---\n").append(diffs[i]).append("-- \n2.47.0\n\n");
    }
    MailReader reader = new MailReader(diagnostic -> {});
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : MailboxSplitter.split(Octets.utf8(mailbox.toString()), "test")) {
      items.addAll(reader.read(message));
    }
    return WantedFiles.of(SeriesCollector.collect(items).lineages().get(0).newest());
  }

  private static String edit(String path, String ids) {
    return "diff --git a/PATH b/PATH\nindex IDS 100644\n--- a/PATH\n+++ b/PATH\n"
            .replace("PATH", path)
            .replace("IDS", ids)
        + EDIT;
  }

  private static String rename(String from, String to) {
    return "diff --git a/%1$s b/%2$s\nsimilarity index 100%%\nrename from %1$s\nrename to %2$s\n"
        .formatted(from, to);
  }

  private static WantedFile file(String path, String blob) {
    return new WantedFile(Octets.utf8(path), EntryMode.FILE, blob);
  }

  @Test
  void theFirstPatchThatTouchesAFileSaysWhatTheBaseHas() {
    assertThat(
            wanted(
                edit("a", "1111111..2222222") + edit("b", "3333333..4444444"),
                edit("a", "2222222..5555555")))
        .containsExactly(file("a", "1111111"), file("b", "3333333"));
  }

  @Test
  void aNewFileMayNotBeThere() {
    String added =
        "diff --git a/n b/n\nnew file mode 100644\nindex 0000000..1111111\n--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+x\n";
    assertThat(wanted(added, edit("n", "1111111..2222222")))
        .containsExactly(file("n", WantedFile.NONE));
  }

  @Test
  void aRenamedFileIsKnownByWhatALaterPatchSaysOfIt() {
    assertThat(wanted(rename("old", "new"), edit("new", "1111111..2222222")))
        .containsExactly(file("old", "1111111"));
    assertThat(wanted(rename("old", "new"))).containsExactly(file("old", WantedFile.ANY));
  }

  @Test
  void aCopiedFileOfUnknownContentIsNeeded() {
    String copy = "diff --git a/from b/to\nsimilarity index 100%\ncopy from from\ncopy to to\n";
    assertThat(wanted(copy)).containsExactly(file("from", WantedFile.COPIED));
    assertThat(wanted(copy, edit("to", "1111111..2222222")))
        .containsExactly(file("from", "1111111"));
  }

  @Test
  void modesAreThoseOfTheOldSide() {
    String mode = "diff --git a/x b/x\nold mode 100755\nnew mode 100644\n";
    assertThat(wanted(mode))
        .containsExactly(new WantedFile(Octets.utf8("x"), EntryMode.EXECUTABLE, WantedFile.ANY));
  }

  @Test
  void aDiffWithoutGitsHeadersSaysNothing() {
    assertThat(wanted("--- a/x\n+++ b/x\n" + EDIT)).isEmpty();
  }
}
