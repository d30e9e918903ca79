package dev.reroll.linking;

import dev.reroll.mail.MailItem;
import dev.reroll.message.MessageId;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesBag;
import dev.reroll.series.SeriesCollector;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the versions of a list by the mail that they are named by, and what each follows. */
final class Grouped {
  private final SeriesBag bag;
  private final Map<MessageId, SeriesVersion> versions = new HashMap<>();
  private final Map<MessageId, Lineage> homes = new HashMap<>();

  private Grouped(SeriesBag bag) {
    this.bag = bag;
    for (Lineage lineage : bag.lineages()) {
      for (SeriesVersion version : lineage.versions()) {
        for (MessageId id : version.ids()) {
          versions.put(id, version);
          homes.put(id, lineage);
        }
      }
    }
  }

  static Grouped of(List<MailItem> items) {
    return new Grouped(SeriesCollector.collect(items));
  }

  SeriesBag bag() {
    return bag;
  }

  /** Returns the versions with a date and an id, by date. */
  List<SeriesVersion> versions() {
    List<SeriesVersion> all = new ArrayList<>();
    for (Lineage lineage : bag.lineages()) {
      for (SeriesVersion version : lineage.versions()) {
        if (version.id().isPresent() && version.date().isPresent()) {
          all.add(version);
        }
      }
    }
    all.sort(Comparator.comparing(version -> version.date().orElseThrow()));
    return all;
  }

  Optional<SeriesVersion> holding(MessageId id) {
    return Optional.ofNullable(versions.get(id));
  }

  Optional<SeriesVersion> before(SeriesVersion version) {
    return version
        .id()
        .flatMap(id -> Optional.ofNullable(homes.get(id)))
        .flatMap(lineage -> lineage.before(version));
  }

  Optional<Link> link(SeriesVersion version) {
    return version
        .id()
        .flatMap(id -> Optional.ofNullable(homes.get(id)))
        .flatMap(lineage -> lineage.link(version));
  }
}
