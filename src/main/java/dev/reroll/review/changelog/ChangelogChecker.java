package dev.reroll.review.changelog;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.PatchMail;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.review.material.Material;
import dev.reroll.review.material.WordPattern;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.ChangelogCheck;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import dev.reroll.review.result.ChangelogCheck.Finding;
import dev.reroll.review.result.ChangelogCheck.Kind;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The changelogs against the changes.
 *
 * <p>Says rather nothing than something wrong. A patch is not mentioned only where the author says
 * nothing in its own mail, and each point of the changelog names something else: another patch that
 * changed, by its number, by a name that few have, or by a word of its title. A point that names
 * nothing ({@code address comments}) may mean any patch, and a new base may change any, so there is
 * nothing to say then. What is mentioned is unchanged only where the number that the patch has in
 * both versions begins the point, or the point stands below that patch alone. All versions from the
 * older to the newer must have told of their changes, and their numbers be borne by them alone.
 */
public final class ChangelogChecker {
  private static final int MIN_OWN_LINES = 2;
  private static final Pattern TELLS =
      WordPattern.compile(
          "\\<(?:v\\d++|(?:last|previous) (?:time|version|posting|round|series)|chang(?:es|ed)"
              + "|since|respin|re-?roll|feedback|comments)\\>");
  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "(?is)\\s*+(?:[-*+•]\\s*+)?+(?:in )?patch"
              + " ?#?(\\d{1,3})(?:/\\d++)?+\\s*+[:,\\-–—]\\s++\\S.*");

  private final Material material;
  private final List<PatchReview> patches;
  private final List<HunkMove> moves;
  private final SeriesNames names;
  private final List<Changelog> cover;
  private final List<Finding> findings = new ArrayList<>();

  private ChangelogChecker(
      Material material, List<PatchReview> patches, List<HunkMove> moves, SeriesNames names) {
    this.material = material;
    this.patches = patches;
    this.moves = moves;
    this.names = names;
    this.cover = cover().map(c -> ChangelogReader.of(c, material)).orElse(List.of());
  }

  /** Compares what the changelogs say with what the patches show. */
  public static ChangelogCheck check(
      Material material, List<PatchReview> patches, List<HunkMove> moves, SeriesNames names) {
    ChangelogChecker checker = new ChangelogChecker(material, patches, moves, names);
    if (checker.isTold()) {
      checker.findNotMentioned();
      checker.findUnchanged();
      checker.findings.sort(Comparator.comparingInt(finding -> patches.indexOf(finding.patch())));
    }
    return new ChangelogCheck(checker.cover, checker.findings);
  }

  private Optional<CoverLetter> cover() {
    return material.after().version().cover();
  }

  /** Whether there is a changelog for each version behind the older, up to the newer. */
  private boolean isTold() {
    int before = material.before().version().label().number();
    int after = material.after().version().label().number();
    Set<Integer> told = new HashSet<>();
    Stream.concat(cover.stream(), patches.stream().flatMap(p -> p.changelogs().stream()))
        .filter(log -> !log.lines().isEmpty())
        .forEach(log -> log.version().ifPresent(told::add));
    boolean isWhole = before < after && isOnly(before) && isOnly(after);
    for (int version = before + 1; version <= after; version++) {
      isWhole &= told.contains(version);
    }
    return isWhole;
  }

  /** Whether one version alone bears the number, so that "since v3" can mean no other. */
  private boolean isOnly(int number) {
    return material.talk().versions().stream()
            .filter(version -> version.label().number() == number)
            .count()
        <= 1;
  }

  private void findNotMentioned() {
    List<ChangelogItem> all = items(cover);
    boolean isRebased = all.stream().anyMatch(ChangelogItem::tellsOfRebase);
    if (cover.isEmpty()
        ? !tellBelowPatches()
        : all.stream().allMatch(ChangelogItem::tellsNothing)) {
      return;
    }
    for (PatchReview patch : patches) {
      boolean isCandidate =
          patch.kind() == ChangeKind.CODE && isSameWork(patch) && !tellsItself(patch);
      if (isCandidate && !(isRebased && OwnChange.hasOtherBase(patch)) && isLeftOut(patch, all)) {
        findings.add(new Finding(Kind.NOT_MENTIONED, patch, ""));
      }
    }
  }

  private static List<ChangelogItem> items(List<Changelog> logs) {
    return logs.stream().flatMap(log -> ChangelogItem.of(log).stream()).toList();
  }

  /** Whether the author tells of changes below several patches, and there alone. */
  private boolean tellBelowPatches() {
    return !coverMayTell()
        && patches.stream().filter(patch -> !patch.changelogs().isEmpty()).count() > 1;
  }

  private boolean coverMayTell() {
    return cover().filter(c -> TELLS.matcher(c.text().toString()).find()).isPresent();
  }

  /** Whether it is the same patch as before, and was changed by hand. */
  private boolean isSameWork(PatchReview patch) {
    boolean isMoved =
        moves.stream()
            .anyMatch(
                move ->
                    patch.before().filter(s -> move.before().contains(s.ordinal())).isPresent()
                        || patch
                            .after()
                            .filter(s -> move.after().contains(s.ordinal()))
                            .isPresent());
    Optional<Octets> before = patch.before().map(side -> side.patch().subject());
    Optional<Octets> after = patch.after().map(side -> side.patch().subject());
    return !isMoved && before.equals(after) && OwnChange.count(patch) >= MIN_OWN_LINES;
  }

  /** Whether the author wrote anything of the change in the patch's own mail. */
  private static boolean tellsItself(PatchReview patch) {
    Optional<PatchMail> mail = patch.mails().after();
    return !patch.changelogs().isEmpty() || mail.filter(ChangelogReader::mayTell).isPresent();
  }

  /** Whether all that is told means something else. */
  private boolean isLeftOut(PatchReview patch, List<ChangelogItem> items) {
    boolean isElsewhere =
        items.stream()
            .filter(item -> !item.tellsNothing())
            .allMatch(item -> item.isSpecific() || names.meansAny(item));
    return isElsewhere
        && Stream.concat(
                items.stream(),
                patches.stream().flatMap(other -> items(other.changelogs()).stream()))
            .filter(item -> !item.tellsNothing())
            .noneMatch(item -> names.mayMean(item, patch));
  }

  private void findUnchanged() {
    int version = material.after().version().label().number();
    if (material.before().version().label().number() + 1 != version) {
      return;
    }
    for (PatchReview patch : patches) {
      if (patch.hasSameDiff() && patch.kind().compareTo(ChangeKind.TAGS) <= 0) {
        ownPoint(patch, version)
            .or(() -> coverPoint(patch))
            .ifPresent(
                item -> findings.add(new Finding(Kind.MENTIONED_UNCHANGED, patch, item.text())));
      }
    }
  }

  /** Returns what stands below this patch alone, where all of it tells of code. */
  private Optional<ChangelogItem> ownPoint(PatchReview patch, int version) {
    for (Changelog log : patch.changelogs()) {
      List<ChangelogItem> items = ChangelogItem.of(log);
      boolean isNewest = log.version().orElse(0) == version;
      if (isNewest && isOnly(log) && items.stream().noneMatch(ChangelogItem::tellsNothing)) {
        return items.stream().findFirst();
      }
    }
    return Optional.empty();
  }

  private boolean isOnly(Changelog log) {
    return patches.stream()
            .flatMap(patch -> patch.changelogs().stream())
            .filter(other -> other.lines().equals(log.lines()))
            .count()
        == 1;
  }

  private Optional<ChangelogItem> coverPoint(PatchReview patch) {
    return cover.stream()
        .flatMap(log -> ChangelogItem.of(log).stream())
        .filter(item -> !item.tellsNothing() && NUMBER_FIRST.matcher(item.text()).matches())
        .filter(item -> item.numbers().size() == 1)
        .filter(item -> hasNumber(patch, item.numbers().iterator().next()))
        .findFirst();
  }

  private static boolean hasNumber(PatchReview patch, int number) {
    return patch.before().filter(side -> side.ordinal() == number).isPresent()
        && patch.after().filter(side -> side.ordinal() == number).isPresent();
  }

  /**
   * Whether a patch was changed by its author, or perhaps only by what it stands on.
   *
   * <p>Where a hunk of the comparison changes unchanged or removed lines of the patch, its base is
   * another one, and what else changes there may follow from that. So only hunks count that change
   * nothing but added lines, and of these no two that differ only in numbers or white space; and no
   * hunks at all where the patch is for other files.
   */
  private static final class OwnChange {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private OwnChange() {}

    /** Counts the added lines that came or went by the author's hand. */
    static int count(PatchReview patch) {
      boolean hasOtherFiles =
          patch.hunks().stream()
              .flatMap(hunk -> hunk.hunk().lines().stream())
              .anyMatch(line -> line.sign() != ' ' && line.text().toString().startsWith(" ## "));
      return hasOtherFiles ? 0 : countByHunk(patch);
    }

    private static int countByHunk(PatchReview patch) {
      return patch.hunks().stream()
          .filter(hunk -> !hunk.isNoise())
          .mapToInt(hunk -> count(hunk.hunk().lines()))
          .sum();
    }

    private static int count(List<BodyHunk.Line> lines) {
      Map<String, Integer> came = new HashMap<>();
      for (BodyHunk.Line line : lines) {
        String text = line.text().toString();
        if (line.sign() == ' ') {
          continue;
        }
        if (isOfBase(text)) {
          return 0;
        }
        String plain = NUMBER.matcher(text).replaceAll("0");
        came.merge(
            WHITE_SPACE.matcher(plain).replaceAll(""), line.sign() == '+' ? 1 : -1, Integer::sum);
      }
      return came.entrySet().stream()
          .filter(line -> line.getKey().chars().anyMatch(Character::isLetter))
          .mapToInt(line -> Math.abs(line.getValue()))
          .sum();
    }

    /** Whether anything that the patch stands on is not as it was. */
    static boolean hasOtherBase(PatchReview patch) {
      return patch.hunks().stream()
          .flatMap(hunk -> hunk.hunk().lines().stream())
          .anyMatch(line -> line.sign() != ' ' && isOfBase(line.text().toString()));
    }

    private static boolean isOfBase(String text) {
      return !text.startsWith("+") && !text.startsWith("@@") && !text.isBlank();
    }
  }
}
