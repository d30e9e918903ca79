package dev.reroll.series;

import dev.reroll.message.MessageId;
import dev.reroll.series.Inference.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chooses for each version the one that it follows.
 *
 * <p>What the sender says decides. Senders name the version before, or all of them, or the first
 * one and never update that; so the choice is the last version that was named, or one that followed
 * it meanwhile and is alike. Where the sender says nothing, it is the last of those that are most
 * alike.
 *
 * <pre>
 *   v1 ◀── v2 ◀── v3     v3 names v1, v2 was linked to v1 before and resembles v3: v3 follows v2
 * </pre>
 */
final class Predecessors {
  /** What agrees this much less than the best is another work of the same kind. */
  private static final double CLOSE = 0.6;

  private final List<VersionTraits> versions;
  private final Earlier earlier = new Earlier();
  private final Statements statements;
  private final List<Optional<Follows>> chosen = new ArrayList<>();

  /**
   * Names the version that another follows.
   *
   * @param before its index
   * @param evidence why
   */
  record Follows(int before, List<Evidence> evidence) {}

  private Predecessors(List<VersionTraits> versions, MailThread thread) {
    this.versions = versions;
    this.statements = new Statements(versions, thread, earlier);
  }

  /** Returns what each of {@code versions}, which are by time, follows: always an earlier one. */
  static List<Optional<Follows>> of(List<VersionTraits> versions, MailThread thread) {
    Predecessors predecessors = new Predecessors(versions, thread);
    for (int i = 0; i < versions.size(); i++) {
      predecessors.chosen.add(predecessors.choose(versions.get(i)));
      predecessors.earlier.add(i, versions.get(i));
    }
    return predecessors.chosen;
  }

  private Optional<Follows> choose(VersionTraits version) {
    Map<Integer, List<Evidence>> stated = statements.about(version);
    SortedMap<Integer, Inference> alike = alike(version);
    if (stated.isEmpty()) {
      Optional<Integer> byNumber =
          alike.isEmpty() ? Optional.empty() : Optional.of(mostAlike(alike, version));
      Optional<Integer> misnumbered = misnumbered(version, byNumber);
      if (misnumbered.isPresent() || byNumber.isEmpty()) {
        return misnumbered.map(last -> new Follows(last, misnumberedEvidence(last, version)));
      }
    }
    int named = stated.isEmpty() ? mostAlike(alike, version) : last(stated.keySet(), version);
    boolean isPart = isPart(version, versions.get(named), stated.getOrDefault(named, List.of()));
    int best = named;
    for (int other : earlier.alike(version).tailSet(named + 1)) {
      boolean goesOn =
          alike.containsKey(other)
              ? isFit(other, version) && isNoLesser(other, best)
              : isPart(other) && (isPart || isTakenUp(other, version));
      best = follows(other, named) && goesOn ? other : best;
    }
    return Optional.of(new Follows(best, evidence(best, named, stated, version)));
  }

  /** Whether a version answers another one, and rerolls only some of its patches. */
  private static boolean isPart(
      VersionTraits version, VersionTraits whole, List<Evidence> evidence) {
    return version.draft().cover().isEmpty()
        && evidence.stream().anyMatch(one -> one.kind() == Evidence.Kind.IN_REPLY_TO)
        && version.patchTitles().size() < whole.patchTitles().size();
  }

  /** Whether {@code version} holds a patch that the partial reroll {@code part} rerolled. */
  private boolean isTakenUp(int part, VersionTraits version) {
    return !Collections.disjoint(versions.get(part).patchTitles(), version.patchTitles())
        && Step.between(versions.get(part).label(), version.label()) != Step.BACK;
  }

  private boolean isPart(int version) {
    Optional<Follows> follows = chosen.get(version);
    if (follows.isEmpty()) {
      return false;
    }
    int before = follows.get().before();
    return isPart(versions.get(version), versions.get(before), follows.get().evidence())
        || (versions.get(version).draft().cover().isEmpty() && isPart(before));
  }

  private SortedMap<Integer, Inference> alike(VersionTraits version) {
    SortedMap<Integer, Inference> alike = new TreeMap<>();
    for (int other : earlier.alike(version)) {
      Inference inference = new Inference(versions.get(other), version);
      if (inference.step() != Step.BACK && !inference.evidence().isEmpty()) {
        alike.put(other, inference);
      }
    }
    return alike;
  }

  /**
   * Finds the last posting of the same sender and title, where the number goes back behind it
   * although the content follows it rather than {@code byNumber}: it was forgotten or mistyped.
   *
   * @param byNumber what {@code version} follows by its number; empty where nothing
   */
  private Optional<Integer> misnumbered(VersionTraits version, Optional<Integer> byNumber) {
    int last = -1;
    for (int other : earlier.alike(version)) {
      VersionTraits traits = versions.get(other);
      boolean isSame = traits.title().equals(version.title()) && traits.hasSenderOf(version);
      last = isSame && isFit(other, version) ? other : last;
    }
    if (last < 0) {
      return Optional.empty();
    }
    Inference inference = new Inference(versions.get(last), version);
    boolean isBack = inference.step() == Step.BACK && !inference.evidence().isEmpty();
    double rival =
        byNumber
            .map(named -> new Inference(versions.get(named), version).likeness().agreement())
            .orElse(0.0);
    return isBack && inference.likeness().agreement() > rival
        ? Optional.of(last)
        : Optional.empty();
  }

  /**
   * Whether a version may be compared with {@code newer}: a sending that broke off was done again.
   * Where the newer one is as incomplete, the list gets only a part of the mails.
   */
  private boolean isFit(int version, VersionTraits newer) {
    return isWhole(version) || !newer.draft().isComplete();
  }

  /** Whether all mails of a version are there, or it answers the one that it completes. */
  private boolean isWhole(int version) {
    VersionDraft draft = versions.get(version).draft();
    boolean isAnswer =
        chosen.get(version).stream()
            .flatMap(follows -> follows.evidence().stream())
            .anyMatch(evidence -> evidence.kind() == Evidence.Kind.IN_REPLY_TO);
    return draft.isComplete() || (draft.cover().isEmpty() && isAnswer);
  }

  /** Returns the last that is fit, else the last. */
  private int last(Collection<Integer> candidates, VersionTraits newer) {
    int last = -1;
    for (int candidate : candidates) {
      boolean isBetter = last < 0 || isFit(candidate, newer) || !isFit(last, newer);
      last = isBetter ? candidate : last;
    }
    return last;
  }

  /** Whether {@code other} is not just what was left of a version that has a cover letter. */
  private boolean isNoLesser(int other, int best) {
    VersionTraits rival = versions.get(best);
    VersionTraits traits = versions.get(other);
    return !traits.label().equals(rival.label())
        || traits.draft().cover().isPresent()
        || rival.draft().cover().isEmpty();
  }

  /**
   * Returns the one that is most alike; another sender's only where the sender has none, or has
   * only a guess and the other one's work is taken over.
   */
  private int mostAlike(Map<Integer, Inference> all, VersionTraits version) {
    Map<Integer, Inference> own = new TreeMap<>(all);
    own.values().removeIf(inference -> !inference.likeness().sameSender());
    Map<Integer, Inference> others = new TreeMap<>(all);
    others.keySet().removeAll(own.keySet());
    int most = own.values().stream().mapToInt(one -> one.likeness().lineCount()).max().orElse(0);
    others.entrySet().removeIf(one -> !isTakenOver(one.getKey(), one.getValue(), version, most));
    boolean isGuess = own.values().stream().noneMatch(Predecessors::hasTitle);
    return own.isEmpty()
        ? closest(all, version)
        : closest(isGuess && !others.isEmpty() ? others : own, version);
  }

  /** Whether another sender's version has the whole title, the number before and more lines. */
  private boolean isTakenOver(
      int other, Inference inference, VersionTraits version, int ownLineCount) {
    return inference.likeness().exactTitle()
        && versions.get(other).label().number() + 1 == version.label().number()
        && inference.likeness().lineCount() > ownLineCount;
  }

  private int closest(Map<Integer, Inference> alike, VersionTraits version) {
    boolean anyTitle = alike.values().stream().anyMatch(Predecessors::hasTitle);
    List<Integer> close = new ArrayList<>();
    double best = 0;
    for (Inference inference : alike.values()) {
      best = Math.max(best, inference.likeness().score());
    }
    for (Map.Entry<Integer, Inference> entry : alike.entrySet()) {
      Inference inference = entry.getValue();
      if (inference.likeness().score() >= best * CLOSE && hasTitle(inference) == anyTitle) {
        close.add(entry.getKey());
      }
    }
    return last(close.isEmpty() ? alike.keySet() : close, version);
  }

  private static boolean hasTitle(Inference inference) {
    return inference.likeness().sameTitle() && inference.likeness().sameSender();
  }

  /** Whether version {@code later} follows {@code older}, directly or by way of others. */
  private boolean follows(int later, int older) {
    Optional<Follows> at = chosen.get(later);
    while (at.isPresent() && at.get().before() >= older) {
      if (at.get().before() == older) {
        return true;
      }
      at = chosen.get(at.get().before());
    }
    return false;
  }

  private List<Evidence> misnumberedEvidence(int last, VersionTraits version) {
    String why =
        "the number says "
            + version.label()
            + "; content and time say after "
            + versions.get(last).label();
    List<Evidence> evidence = new ArrayList<>();
    for (Evidence found : new Inference(versions.get(last), version).found()) {
      if (found.kind() == Evidence.Kind.CONTENT) { // A guess, and announced as one.
        evidence.add(new Evidence(found.kind(), why + " (" + found.detail() + ")"));
      }
    }
    return evidence;
  }

  private List<Evidence> evidence(
      int best, int named, Map<Integer, List<Evidence>> stated, VersionTraits version) {
    List<Evidence> evidence = new ArrayList<>();
    for (Evidence statement : stated.getOrDefault(named, List.of())) {
      String way = best == named ? "" : ", by way of " + versions.get(named).label();
      evidence.add(new Evidence(statement.kind(), statement.detail() + way));
    }
    evidence.addAll(new Inference(versions.get(best), version).found());
    return evidence;
  }

  /**
   * Looks up the versions that were sent before one, and may be the one that it follows: each in
   * constant time, so that whole lists are linked in time about linear in their size.
   */
  static final class Earlier {
    /** Of the versions that one sender sent before, only so many last are looked at. */
    private static final int MAX_OF_SENDER = 100;

    /** Of the versions that share a title, only so many last are looked at. */
    private static final int MAX_OF_TITLE = 16;

    private final Map<String, Deque<Integer>> bySender = new HashMap<>();
    private final Map<TitleWords, Deque<Integer>> byTitle = new HashMap<>();
    private final Map<String, Deque<Integer>> byChangeId = new HashMap<>();
    private final Map<MessageId, Integer> holders = new HashMap<>();

    /** Enters version {@code index}, the newest so far. */
    void add(int index, VersionTraits traits) {
      traits.senders().forEach(sender -> note(bySender, sender, index));
      note(byTitle, traits.title(), index);
      traits.patchTitles().forEach(title -> note(byTitle, title, index));
      traits.changeId().ifPresent(id -> note(byChangeId, id, index));
      traits.ids().forEach(id -> holders.putIfAbsent(id, index));
    }

    /** Returns those that share a sender or a title, oldest first. */
    SortedSet<Integer> alike(VersionTraits traits) {
      SortedSet<Integer> alike = new TreeSet<>();
      traits.senders().forEach(sender -> alike.addAll(get(bySender, sender)));
      alike.addAll(get(byTitle, traits.title()));
      traits.patchTitles().forEach(title -> alike.addAll(get(byTitle, title)));
      return alike;
    }

    /** Returns those with the change-id {@code id}. */
    List<Integer> withChangeId(String id) {
      return get(byChangeId, id);
    }

    /** Finds the version that the mail {@code id} was sent for. */
    Optional<Integer> holderOf(MessageId id) {
      return Optional.ofNullable(holders.get(id));
    }

    private static <K> void note(Map<K, Deque<Integer>> map, K key, int index) {
      Deque<Integer> held = map.computeIfAbsent(key, any -> new ArrayDeque<>(2));
      if (held.isEmpty() || held.peekLast() != index) {
        held.addLast(index);
      }
      int most = key instanceof TitleWords ? MAX_OF_TITLE : MAX_OF_SENDER;
      if (held.size() > most) {
        held.removeFirst();
      }
    }

    private static <K> List<Integer> get(Map<K, Deque<Integer>> map, K key) {
      Deque<Integer> held = map.get(key);
      return held == null ? List.of() : List.copyOf(held);
    }
  }
}
