package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.series.VersionTexts.NamedMail;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of a version tells whether another one is of the same work; read once, kept. */
final class VersionTraits {
  private static final Set<String> BRANCH_WORDS = Set.of("autosel", "stable", "backport");

  private final VersionDraft draft;
  private final VersionLabel label;
  private final TitleWords title;
  private final Set<TitleWords> patchTitles = new LinkedHashSet<>();
  private final Set<String> senders;
  private final Set<String> branches = new TreeSet<>();
  private final boolean isPull;
  private final Optional<String> changeId;
  private final List<NamedMail> namedMails;
  private @Nullable Content content;

  VersionTraits(VersionDraft draft) {
    this.draft = draft;
    this.label = draft.label();
    this.title = TitleWords.of(draft.title());
    for (PatchMail patch : draft.patches()) {
      patchTitles.add(TitleWords.of(patch.envelope().subject().title()));
    }
    this.senders = namesOf(draft.relayedSender());
    draft.envelopes().forEach(envelope -> envelope.subject().tags().forEach(this::addBranch));
    this.isPull =
        draft.envelopes().stream()
            .map(Envelope::subject)
            .anyMatch(subject -> subject.hasTag("PULL") && !subject.hasTag("PATCH"));
    VersionTexts texts = new VersionTexts(draft.cover(), draft.patches());
    this.changeId = texts.changeId();
    this.namedMails = texts.namedMails();
  }

  /** Notes {@code 5.10}, {@code 6.1-stable}, {@code AUTOSEL}; {@code for-5.10} is no old tree. */
  private void addBranch(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    if (lower.startsWith("for-") || lower.startsWith("for/")) {
      return;
    }
    for (String part : lower.split("[-/,]", -1)) {
      if (BRANCH_WORDS.contains(part) || part.matches("v?\\d+\\.\\d+(\\.\\w+)?")) {
        branches.add(part);
      }
    }
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

  /** Returns the names that its sender goes by. */
  Set<String> senders() {
    return senders;
  }

  Optional<String> changeId() {
    return changeId;
  }

  /** Returns the mails that its texts name. */
  List<NamedMail> namedMails() {
    return namedMails;
  }

  boolean hasSenderOf(VersionTraits other) {
    return !Collections.disjoint(senders, other.senders)
        || (senders.isEmpty() && other.senders.isEmpty());
  }

  /** Whether both are for the same tree: what goes to a stable one is no new version. */
  boolean hasBranchesOf(VersionTraits other) {
    return branches.equals(other.branches);
  }

  /** Whether it asks to pull, and so collects the work of others; no version of that work. */
  boolean isPull() {
    return isPull;
  }

  /** Whether this one has the title of {@code older}, or is a single patch out of it. */
  boolean hasTitleOf(VersionTraits older) {
    return !title.words().isEmpty() && (title.equals(older.title) || isPatchOf(older));
  }

  private boolean isPatchOf(VersionTraits other) {
    return draft.cover().isEmpty() && patchTitles.size() == 1 && other.patchTitles.contains(title);
  }

  /** Whether a title of this version, its own or a patch's, resembles one of the other's. */
  boolean resembles(VersionTraits other) {
    return title.resembles(other.title)
        || title.equals(other.title)
        || patchTitles.stream().anyMatch(title -> title.resembles(other.title))
        || other.patchTitles.stream().anyMatch(title -> title.resembles(this.title));
  }

  /** Returns the ids of its mails. */
  List<MessageId> ids() {
    return draft.envelopes().stream().flatMap(envelope -> envelope.id().stream()).toList();
  }

  Content content() {
    Content known = content;
    if (known == null) {
      known = new Content(draft.patches());
      content = known;
    }
    return known;
  }

  /**
   * Returns name and address in lower case; none of an empty sender. The address of a list or relay
   * ({@code Ada via B4 Relay}) is not the sender's.
   */
  private static Set<String> namesOf(Person sender) {
    Set<String> names = new LinkedHashSet<>();
    names.add(sender.withoutRelay().name().toLowerCase(Locale.ROOT).strip());
    if (sender.relayedName().isEmpty()) {
      names.add(sender.address().toLowerCase(Locale.ROOT));
    }
    names.remove("");
    return names;
  }
}
