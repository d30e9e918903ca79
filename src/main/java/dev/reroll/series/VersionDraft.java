package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.mail.Position;
import dev.reroll.mail.SubjectLine;
import dev.reroll.message.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects the mails of one version while they are sorted into versions. */
final class VersionDraft {
  private final List<Envelope> envelopes = new ArrayList<>();
  private final Set<MessageId> ids = new HashSet<>();
  private final SortedMap<Integer, PatchMail> patches = new TreeMap<>();
  private Optional<CoverLetter> cover = Optional.empty();
  private OptionalInt version = OptionalInt.empty();
  private boolean rfc;
  private boolean resend;
  private int patchTotal;

  void addCover(CoverLetter letter) {
    cover = Optional.of(letter);
    takeTags(letter.envelope());
  }

  /** Adds a patch at {@code ordinal}, which is free. */
  void addPatch(int ordinal, PatchMail patch) {
    patches.put(ordinal, patch);
    patchTotal = Math.max(patchTotal, total(patch.envelope().subject()).orElse(0));
    takeTags(patch.envelope());
  }

  /** Returns the ordinal behind the last patch. */
  int nextOrdinal() {
    return patches.isEmpty() ? 1 : patches.lastKey() + 1;
  }

  boolean holds(MessageId id) {
    return ids.contains(id);
  }

  boolean isFree(int ordinal) {
    return !patches.containsKey(ordinal);
  }

  boolean hasNumbering() {
    return patchTotal > 0;
  }

  boolean hasIds() {
    return !ids.isEmpty();
  }

  /** Says whether the two subjects can belong to one version: a missing number fits any. */
  boolean fits(SubjectLine subject) {
    OptionalInt number = subject.version();
    boolean sameNumber = number.isEmpty() || version.isEmpty() || number.equals(version);
    return sameNumber && (subject.isResend() || !resend || cover.isPresent());
  }

  /** Says whether {@code subject} carries the very tags of this version. */
  boolean hasSameTags(SubjectLine subject) {
    return version.orElse(1) == subject.version().orElse(1)
        && rfc == subject.isRfc()
        && resend == subject.isResend();
  }

  boolean hasTotal(OptionalInt total) {
    return patchTotal == total.orElse(0);
  }

  Optional<CoverLetter> cover() {
    return cover;
  }

  /** Says whether the cover letter announces {@code total} patches. */
  boolean promises(OptionalInt total) {
    return cover.map(letter -> total(letter.envelope().subject())).equals(Optional.of(total));
  }

  boolean isFrom(Person sender) {
    return envelopes.stream().anyMatch(envelope -> envelope.from().equals(sender));
  }

  Stream<Envelope> envelopes() {
    return envelopes.stream();
  }

  /** Says whether there is anything to compare. */
  boolean hasPatches() {
    return !patches.isEmpty();
  }

  VersionLabel label() {
    return new VersionLabel(version.orElse(1), rfc, resend, 0);
  }

  Optional<Instant> date() {
    return envelopes.stream().flatMap(envelope -> envelope.date().stream()).min(Instant::compareTo);
  }

  String title() {
    return first().subject().title();
  }

  Person sender() {
    return first().from();
  }

  List<String> patchTitles() {
    return patches.values().stream().map(patch -> patch.envelope().subject().title()).toList();
  }

  SeriesVersion build(VersionLabel label) {
    List<Slot> slots = new ArrayList<>();
    int last = Math.max(patchTotal, patches.isEmpty() ? 0 : patches.lastKey());
    for (int ordinal = 1; ordinal <= last; ordinal++) {
      slots.add(new Slot(ordinal, Optional.ofNullable(patches.get(ordinal))));
    }
    return new SeriesVersion(label, title(), sender(), date(), cover, slots);
  }

  /** Returns the {@code m} of {@code n/m}. */
  static OptionalInt total(SubjectLine subject) {
    return subject.position().map(Position::total).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private Envelope first() {
    return cover.map(CoverLetter::envelope).orElseGet(() -> firstPatch().envelope());
  }

  private PatchMail firstPatch() {
    return patches.values().iterator().next();
  }

  private void takeTags(Envelope envelope) {
    envelopes.add(envelope);
    envelope.id().ifPresent(ids::add);
    SubjectLine subject = envelope.subject();
    if (version.isEmpty()) {
      version = subject.version();
    }
    rfc |= subject.isRfc();
    resend |= subject.isResend();
  }
}
