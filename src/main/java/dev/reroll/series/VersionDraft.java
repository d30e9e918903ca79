package dev.reroll.series;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.mail.subject.Position;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.mail.subject.VersionNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the mails of one version while they are sorted into versions. */
final class VersionDraft {
  private static final VersionNumber FIRST = VersionNumber.plain(1);

  private final List<Envelope> envelopes = new ArrayList<>();
  private final SortedMap<Integer, PatchMail> patches = new TreeMap<>();
  private Optional<CoverLetter> cover = Optional.empty();
  private Optional<VersionNumber> version = Optional.empty();
  private boolean sent;
  private boolean holdsUnnumbered;
  private int rfcCount;
  private int resendCount;
  private int patchTotal;

  void addCover(CoverLetter letter) {
    cover = Optional.of(letter);
    take(letter.envelope());
  }

  /** Adds a patch at {@code ordinal}, which is free. */
  void addPatch(int ordinal, PatchMail patch) {
    SubjectLine subject = patch.envelope().subject();
    patches.put(ordinal, patch);
    holdsUnnumbered |= subject.number().isEmpty();
    patchTotal = Math.max(patchTotal, total(subject).orElse(0));
    rfcCount += subject.isRfc() ? 1 : 0;
    resendCount += subject.isResend() ? 1 : 0;
    take(patch.envelope());
  }

  /** Adds a patch whose own number says nothing about this version. */
  void addOwnNumbered(int ordinal, PatchMail patch) {
    Optional<VersionNumber> number = version;
    addPatch(ordinal, patch);
    version = number;
  }

  /** Returns the ordinal behind the last patch. */
  int nextOrdinal() {
    return patches.isEmpty() ? 1 : patches.lastKey() + 1;
  }

  boolean isFree(int ordinal) {
    return !patches.containsKey(ordinal);
  }

  /** Whether its places are numbered by its cover letter or its patches. */
  boolean isNumbered() {
    return patchTotal > 0 || cover.isPresent();
  }

  /** Whether its mails carry message ids; those that {@code git format-patch} writes do not. */
  boolean isSent() {
    return sent;
  }

  /**
   * Whether the two subjects can belong to one version: a missing number fits any. Where only the
   * patch has one, the cover letter must not announce another total, nor have a patch without a
   * number yet: else it is v2, sent below v1's cover letter.
   */
  boolean fits(SubjectLine subject) {
    Optional<VersionNumber> number = subject.number();
    boolean sameNumber =
        number.isEmpty()
            || number.get().inTitle()
            || (version.isPresent() && number.get().isSame(version.get()))
            || (version.isEmpty() && !holdsUnnumbered && mayPromise(total(subject)));
    return sameNumber && (subject.isResend() || !isResend() || cover.isPresent());
  }

  /** Whether {@code subject} carries the very tags of this version. */
  boolean hasSameTags(SubjectLine subject) {
    return hasSameNumber(subject) && isRfc() == subject.isRfc() && isResend() == subject.isResend();
  }

  private boolean hasSameNumber(SubjectLine subject) {
    boolean isLoose =
        (subject.number().isPresent() && subject.number().get().inTitle())
            || (version.isPresent() && version.get().inTitle());
    return isLoose || number().isSame(subject.number().orElse(FIRST));
  }

  private VersionNumber number() {
    return version.orElse(FIRST);
  }

  boolean hasTotal(OptionalInt total) {
    return patchTotal == total.orElse(0);
  }

  Optional<CoverLetter> cover() {
    return cover;
  }

  /** Whether the cover letter announces some number of patches. */
  boolean announcesTotal() {
    return cover.isPresent() && total(cover.get().envelope().subject()).orElse(0) > 0;
  }

  /** Whether the cover letter announces {@code total} patches. */
  boolean promises(OptionalInt total) {
    return cover.isPresent() && total(cover.get().envelope().subject()).equals(total);
  }

  private boolean mayPromise(OptionalInt total) {
    return cover.isEmpty() || total(cover.get().envelope().subject()).isEmpty() || promises(total);
  }

  /** Whether some mail of it was sent no further from {@code date} than {@code span}. */
  boolean isWithin(Duration span, Optional<Instant> date) {
    Optional<Instant> own = envelopes.get(envelopes.size() - 1).date();
    return own.isEmpty()
        || date.isEmpty()
        || Duration.between(own.get(), date.get()).abs().compareTo(span) <= 0;
  }

  List<Envelope> envelopes() {
    return envelopes;
  }

  /** Whether there is anything to compare. */
  boolean hasPatches() {
    return !patches.isEmpty();
  }

  Collection<PatchMail> patches() {
    return patches.values();
  }

  /** Whether all places that the numbering promises are filled. */
  boolean isComplete() {
    return patches.size() == lastOrdinal();
  }

  VersionLabel label() {
    return new VersionLabel(number().number(), number().suffix(), isRfc(), isResend(), 0);
  }

  Optional<Instant> date() {
    Optional<Instant> first = Optional.empty();
    for (Envelope envelope : envelopes) {
      Optional<Instant> date = envelope.date();
      if (date.isPresent() && (first.isEmpty() || date.get().isBefore(first.get()))) {
        first = date;
      }
    }
    return first;
  }

  String title() {
    return first().subject().title();
  }

  /** Returns the sender as the mail has it: a list may stand in for a person. */
  Person relayedSender() {
    return first().from();
  }

  Person sender() {
    return first().from().withoutRelay();
  }

  SeriesVersion build(VersionLabel label) {
    List<Slot> slots = new ArrayList<>();
    int last = lastOrdinal();
    for (int ordinal = 1; ordinal <= last; ordinal++) {
      slots.add(new Slot(ordinal, Optional.ofNullable(patches.get(ordinal)), Optional.empty()));
    }
    return new SeriesVersion(label, title(), sender(), date(), cover, slots);
  }

  /** Returns the {@code m} of {@code n/m}. */
  static OptionalInt total(SubjectLine subject) {
    Optional<Position> position = subject.position();
    return position.isPresent() ? OptionalInt.of(position.get().total()) : OptionalInt.empty();
  }

  /** Returns what the cover letter says; without one, what all patches say. */
  private boolean isRfc() {
    boolean announced = cover.isPresent() && cover.get().envelope().subject().isRfc();
    return announced || (!patches.isEmpty() && rfcCount == patches.size());
  }

  private boolean isResend() {
    boolean announced = cover.isPresent() && cover.get().envelope().subject().isResend();
    return announced || (!patches.isEmpty() && resendCount == patches.size());
  }

  private int lastOrdinal() {
    return Math.max(patchTotal, patches.isEmpty() ? 0 : patches.lastKey());
  }

  private Envelope first() {
    return cover.isPresent() ? cover.get().envelope() : firstPatch().envelope();
  }

  private PatchMail firstPatch() {
    return patches.values().iterator().next();
  }

  private void take(Envelope envelope) {
    envelopes.add(envelope);
    sent |= envelope.id().isPresent();
    Optional<VersionNumber> number = envelope.subject().number();
    boolean isHigher =
        version.isPresent()
            && version.get().inTitle()
            && number.isPresent()
            && number.get().number() > version.get().number();
    version = version.isEmpty() || isHigher ? number : version;
  }
}
