package dev.reroll.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Series that come as attachments of one mail (PostgreSQL's way). */
class AttachedSeriesTest {
  private static final Path THREAD = Path.of("samples/attachments/thread.mbox");

  @Test
  void textOfTheMailIsTheCoverLetterOfWhatIsAttached() throws Exception {
    List<SeriesVersion> versions = versions();
    assertThat(versions)
        .extracting(version -> version.label().toString())
        .containsExactly("v1", "v2");
    assertThat(versions)
        .extracting(SeriesVersion::title)
        .containsExactly(
            "pg_larder loses its block list in a crash",
            "pg_larder: Replace the block list atomically");
    assertThat(versions)
        .extracting(version -> version.cover().isPresent())
        .containsExactly(true, false);
  }

  @Test
  void eachVersionHasTheDateOfItsOwnMail() throws Exception {
    assertThat(versions())
        .extracting(SeriesVersion::date)
        .containsExactly(
            Optional.of(Instant.parse("2026-09-01T06:30:00Z")),
            Optional.of(Instant.parse("2026-09-14T15:48:36Z")));
  }

  private static List<SeriesVersion> versions() throws Exception {
    Octets octets = Octets.wrap(Files.readAllBytes(THREAD));
    MailReader reader = new MailReader(diagnostic -> {});
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : MailboxSplitter.split(octets, THREAD.toString())) {
      items.addAll(reader.read(message));
    }
    return SeriesCollector.collect(items).lineages().get(0).versions();
  }
}
