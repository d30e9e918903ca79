package dev.reroll.series;

import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.message.Octets;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.FileDiff;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what of a version tells whether another one is of the same work; read once, kept. */
final class VersionTraits {
  private final VersionDraft draft;
  private final VersionLabel label;
  private final TitleWords title;
  private final Set<TitleWords> patchTitles = new LinkedHashSet<>();
  private final Set<String> senders = new LinkedHashSet<>();
  private @Nullable Set<Octets> paths;

  VersionTraits(VersionDraft draft) {
    this.draft = draft;
    this.label = draft.label();
    this.title = TitleWords.of(draft.title());
    for (PatchMail patch : draft.patches()) {
      patchTitles.add(TitleWords.of(patch.envelope().subject().title()));
    }
    Person sender = draft.sender();
    senders.add(sender.name().toLowerCase(Locale.ROOT));
    senders.add(sender.address().toLowerCase(Locale.ROOT));
    senders.remove("");
  }

  VersionDraft draft() {
    return draft;
  }

  VersionLabel label() {
    return label;
  }

  /** Returns when its first mail was sent; the end of time where that is unknown. */
  Instant date() {
    return draft.date().orElse(Instant.MAX);
  }

  TitleWords title() {
    return title;
  }

  Set<TitleWords> patchTitles() {
    return patchTitles;
  }

  /** Returns the names that its sender goes by: name and address, in lower case. */
  Set<String> senders() {
    return senders;
  }

  boolean hasSenderOf(VersionTraits other) {
    return !Collections.disjoint(senders, other.senders)
        || (senders.isEmpty() && other.senders.isEmpty());
  }

  /** Says whether one who numbers versions would send this one after {@code other}. */
  boolean follows(VersionTraits other) {
    return label.number() > other.label.number()
        || (label.resend() && !other.label.resend())
        || (other.label.rfc() && !label.rfc());
  }

  /** Says whether a title of this version, its own or a patch's, resembles one of the other's. */
  boolean resembles(VersionTraits other) {
    return title.resembles(other.title)
        || patchTitles.stream().anyMatch(title -> title.resembles(other.title))
        || other.patchTitles.stream().anyMatch(title -> title.resembles(this.title));
  }

  boolean sharesPathsWith(VersionTraits other) {
    return !Collections.disjoint(paths(), other.paths());
  }

  private Set<Octets> paths() {
    Set<Octets> known = paths;
    if (known == null) {
      known = new HashSet<>();
      for (PatchMail patch : draft.patches()) {
        DiffParser.parse(patch.diff(), patch.diffWhere(), found -> {}).files().stream()
            .map(FileDiff::after)
            .forEach(known::add);
      }
      paths = known;
    }
    return known;
  }
}
