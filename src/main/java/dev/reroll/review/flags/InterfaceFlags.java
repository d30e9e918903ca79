package dev.reroll.review.flags;

import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import dev.reroll.patch.Patch;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.review.material.Material;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.ReviewFlag.Change;
import dev.reroll.review.result.ReviewFlag.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The flags on interfaces: paths that others rely on, exported symbols, ioctl numbers and netlink
 * attributes.
 *
 * <p>Changed lines are compared over the whole series first, so that a change that only moved to
 * another patch raises no flag. Neither does a version with missing patches.
 */
final class InterfaceFlags {
  private static final String EXPORT = "EXPORT_SYMBOL";

  private final Material material;
  private final FlagRules rules;
  private final Map<String, Optional<String>> ruleOfPath = new HashMap<>();
  private final boolean isReadable;
  private final Map<String, List<String>> before;
  private final Map<String, List<String>> after;

  InterfaceFlags(Material material, FlagRules rules) {
    this.material = material;
    this.rules = rules;
    this.isReadable = isReadable(material.before()) && isReadable(material.after());
    this.before = isReadable ? lines(material.before().patches()) : Map.of();
    this.after = isReadable ? lines(material.after().patches()) : Map.of();
  }

  private static boolean isReadable(Material.Version version) {
    return version.isWhole() && version.patches().stream().allMatch(Patch::isWhole);
  }

  List<ReviewFlag> of(PatchReview review) {
    if (!isReadable || review.kind() == ChangeKind.IDENTICAL) {
      return List.of();
    }
    Map<String, List<String>> old = lines(patches(review.before(), material.before()));
    Map<String, List<String>> current = lines(patches(review.after(), material.after()));
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(current.keySet());
    Map<String, Set<String>> differing = new TreeMap<>();
    for (String key : keys) {
      boolean differsHere = !lines(old, key).equals(lines(current, key));
      if (differsHere && !lines(before, key).equals(lines(after, key))) {
        differing.computeIfAbsent(flagOf(key), k -> new TreeSet<>()).add(key);
      }
    }
    List<ReviewFlag> flags = new ArrayList<>();
    differing.forEach((name, what) -> flags.add(flag(name, what, review)));
    return flags;
  }

  private ReviewFlag flag(String name, Set<String> what, PatchReview review) {
    Optional<PatchReview> patch = Optional.of(review);
    return name.equals(EXPORT)
        ? new ReviewFlag(Kind.EXPORTED_SYMBOL, change(what), patch, symbols(what))
        : new ReviewFlag(Kind.PATH, name, change(what), patch, List.copyOf(what));
  }

  private Optional<String> ruleOf(String path) {
    return ruleOfPath.computeIfAbsent(path, rules::flagOf);
  }

  /** Returns the names in {@code EXPORT_SYMBOL_NS(name, "SPACE");} and the like. */
  private static List<String> symbols(Set<String> exports) {
    List<String> symbols = new ArrayList<>();
    for (String export : exports) {
      int begin = export.indexOf('(') + 1;
      int end = begin;
      while (end < export.length() && ",)".indexOf(export.charAt(end)) < 0) {
        end++;
      }
      symbols.add(export.substring(begin, end).strip());
    }
    return symbols;
  }

  /** Returns the flag of a path or of a line that counts by itself. */
  private String flagOf(String key) {
    return key.startsWith(EXPORT) ? EXPORT : ruleOf(key).orElse(FlagRules.UAPI);
  }

  /** Returns how the series differ in all of {@code keys}, whichever patches have them. */
  private Change change(Set<String> keys) {
    boolean isBefore = keys.stream().anyMatch(before::containsKey);
    boolean isAfter = keys.stream().anyMatch(after::containsKey);
    return !isBefore ? Change.ADDED : isAfter ? Change.CHANGED : Change.DROPPED;
  }

  private static List<String> lines(Map<String, List<String>> lines, String key) {
    return lines.getOrDefault(key, List.of());
  }

  private static List<Patch> patches(Optional<NumberedPatch> side, Material.Version version) {
    return side.map(patch -> List.of(version.patches().get(patch.ordinal() - 1))).orElse(List.of());
  }

  /** Returns the changed lines of paths that have a kind, and exports by themselves; sorted. */
  private Map<String, List<String>> lines(List<Patch> patches) {
    Map<String, List<String>> lines = new TreeMap<>();
    for (Patch patch : patches) {
      for (FileDiff file : patch.files()) {
        add(file, lines);
      }
    }
    lines.values().forEach(list -> list.sort(null));
    return lines;
  }

  private void add(FileDiff file, Map<String, List<String>> lines) {
    String path = file.after().toString();
    boolean isListed = ruleOf(path).isPresent();
    boolean isCode = path.endsWith(".c") || path.endsWith(".h") || path.endsWith(".S");
    if (!isListed && (!isCode || path.startsWith("tools/"))) {
      return;
    }
    for (Hunk hunk : file.hunks()) {
      for (HunkLine line : hunk.lines()) {
        if (line.sign() == '+' || line.sign() == '-') {
          String text = line.text().toString().strip();
          String key = isListed ? path : text;
          boolean counts = isListed ? !text.isEmpty() : isInterface(text);
          if (counts) {
            lines.computeIfAbsent(key, k -> new ArrayList<>()).add(line.sign() + text);
          }
        }
      }
    }
  }

  /** Whether a line of code exports a symbol, numbers an ioctl or types a netlink attribute. */
  private boolean isInterface(String line) {
    if (line.startsWith(EXPORT)) {
      return true;
    }
    boolean isIoctl =
        line.startsWith("#define ")
            && (line.contains("_IO(")
                || line.contains("_IOR(")
                || line.contains("_IOW(")
                || line.contains("_IOWR("));
    boolean isAttribute =
        line.startsWith("[")
            && line.contains("_A")
            && (line.contains("NLA_") && (line.contains(".type") || line.contains("NLA_POLICY")));
    return rules.has(FlagRules.UAPI) && (isIoctl || isAttribute);
  }
}
