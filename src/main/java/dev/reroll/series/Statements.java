package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.message.MessageId;
import dev.reroll.series.Inference.Step;
import dev.reroll.series.Predecessors.Earlier;
import dev.reroll.series.VersionTexts.NamedMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects what the sender of a version says about the ones before: mails that are named, answered,
 * or carry the same change-id.
 *
 * <p>Cover letters also name other work: what a series is built on, the user-space half, the patch
 * that broke something. A mail that is named with its number ({@code v2: https://…}) is taken at
 * its word; any other must be of the same sender, and the diffs must agree. A later number below a
 * sender's own series is a new version of it; anything else in a thread must resemble what it
 * answers.
 */
final class Statements {
  private final List<VersionTraits> versions;
  private final MailThread thread;
  private final Earlier earlier;

  /**
   * Creates the look-ups.
   *
   * @param versions all versions
   * @param earlier those that were sent before the one that is asked about
   */
  Statements(List<VersionTraits> versions, MailThread thread, Earlier earlier) {
    this.versions = versions;
    this.thread = thread;
    this.earlier = earlier;
  }

  /** Returns the evidence for each earlier version, by its index. */
  Map<Integer, List<Evidence>> about(VersionTraits version) {
    Map<Integer, List<Evidence>> found = new TreeMap<>();
    for (NamedMail named : version.namedMails()) {
      earlier.holderOf(named.id()).ifPresent(holder -> addNamed(version, named, holder, found));
    }
    version.draft().envelopes().forEach(envelope -> addAnswered(version, envelope, found));
    version.changeId().ifPresent(id -> addSameChange(id, found));
    if (found.isEmpty()) {
      for (NamedMail named : version.namedMails()) {
        holderAbove(named.id()).ifPresent(holder -> addNamed(version, named, holder, found));
      }
    }
    return found;
  }

  private void addNamed(
      VersionTraits version, NamedMail named, int holder, Map<Integer, List<Evidence>> found) {
    VersionTraits target = versions.get(holder);
    if (named.isForeign() || target.isPull() != version.isPull()) {
      return;
    }
    boolean isNumbered = named.versions().contains(target.label().number());
    boolean isMeant =
        isNumbered
            ? isPlausible(target, version)
            : isSameWork(target, version) || isRightBefore(target, version);
    if (isMeant) {
      add(holder, new Evidence(Evidence.Kind.LINKED, named.line()), found);
    }
  }

  /** Whether it is the sender's version with the number before, and changes some of its files. */
  private static boolean isRightBefore(VersionTraits target, VersionTraits version) {
    return target.label().number() + 1 == version.label().number()
        && version.hasSenderOf(target)
        && Likeness.of(target, version).samePath();
  }

  /** Finds the version in whose thread the mail {@code id} stands, which is there. */
  private Optional<Integer> holderAbove(MessageId id) {
    for (MessageId ancestor : thread.ancestors(id)) {
      Optional<Integer> holder = earlier.holderOf(ancestor);
      if (holder.isPresent()) {
        return holder;
      }
    }
    return Optional.empty();
  }

  /** Whether {@code target}, named as an older version, may well be one. */
  private static boolean isPlausible(VersionTraits target, VersionTraits version) {
    Step step = Step.between(target.label(), version.label());
    boolean inOrder = step == Step.NEXT || step == Step.RESTART || step == Step.RESEND;
    boolean sameHalf = !areOtherHalves(target, version);
    return (inOrder && sameHalf && (version.hasSenderOf(target) || version.resembles(target)))
        || isSameWork(target, version);
  }

  /** Whether nothing in the diffs agrees though both have some: two projects. */
  private static boolean areOtherHalves(VersionTraits target, VersionTraits version) {
    Likeness likeness = Likeness.of(target, version);
    boolean bothHaveDiffs = !target.content().isEmpty() && !version.content().isEmpty();
    return bothHaveDiffs
        && !likeness.sameFolder()
        && likeness.lineCount() == 0
        && likeness.titleCount() == 0;
  }

  private static boolean isSameWork(VersionTraits target, VersionTraits version) {
    return !new Inference(target, version).evidence().isEmpty();
  }

  private void addAnswered(
      VersionTraits version, Envelope envelope, Map<Integer, List<Evidence>> found) {
    for (MessageId ancestor : thread.ancestors(envelope)) {
      Optional<Integer> holder = earlier.holderOf(ancestor);
      if (holder.isPresent() && continues(version, versions.get(holder.get()))) {
        add(holder.get(), new Evidence(Evidence.Kind.IN_REPLY_TO, ancestor.value()), found);
        return;
      }
    }
  }

  private static boolean continues(VersionTraits version, VersionTraits above) {
    if (version.isPull() != above.isPull()) {
      return false;
    }
    Step step = Step.between(above.label(), version.label());
    boolean sameSender = version.hasSenderOf(above);
    if (step == Step.NEXT) {
      return sameSender || version.resembles(above);
    }
    return sameSender && (isSentAgain(above, version, step) || isSameWork(above, version));
  }

  /** Whether an RFC became a patch on the same file, or patches were sent without a number. */
  private static boolean isSentAgain(VersionTraits above, VersionTraits version, Step step) {
    Likeness likeness = Likeness.of(above, version);
    return (step == Step.RESTART && likeness.samePath())
        || (above.patchTitles().containsAll(version.patchTitles()) && likeness.samePath());
  }

  private void addSameChange(String changeId, Map<Integer, List<Evidence>> found) {
    for (int holder : earlier.withChangeId(changeId)) {
      add(holder, new Evidence(Evidence.Kind.CHANGE_ID, changeId), found);
    }
  }

  private static void add(int index, Evidence evidence, Map<Integer, List<Evidence>> found) {
    List<Evidence> there = found.computeIfAbsent(index, key -> new ArrayList<>());
    if (there.stream().noneMatch(known -> known.kind() == evidence.kind())) {
      there.add(evidence);
    }
  }
}
