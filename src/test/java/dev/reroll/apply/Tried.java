package dev.reroll.apply;

import dev.reroll.apply.Applier.Fallback;
import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Application.Applied;
import dev.reroll.apply.tree.Application.Refused;
import dev.reroll.apply.tree.Application.Remark;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.stream.Collectors;

/** Applies a diff to a tree and tells in words what came of it. */
public record Tried(Overlay before, Application application) {
  public static Tried on(MemoryTree tree, String diff) {
    return on(tree, diff, Fallback.NONE);
  }

  static Tried on(MemoryTree tree, String diff, Fallback fallback) {
    Overlay before = tree.overlay();
    try {
      return new Tried(before, Applier.apply(Octets.utf8(diff), before, fallback));
    } catch (Refusal unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Returns the content of a file afterwards; {@code -} where it is gone. */
  public String content(String path) {
    Overlay after = ((Applied) application).after();
    try {
      var file = after.find(Octets.utf8(path));
      return file.isEmpty() ? "-" : after.content(file.get()).toString();
    } catch (Refusal unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Returns the mode of a file afterwards. */
  EntryMode mode(String path) {
    try {
      return ((Applied) application).after().find(Octets.utf8(path)).orElseThrow().mode();
    } catch (Refusal unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Returns what was remarked, a line each. */
  public String remarks() {
    return ((Applied) application)
        .remarks().stream().map(Remark::text).collect(Collectors.joining("\n"));
  }

  public String refusal() {
    return ((Refused) application).toString();
  }
}
