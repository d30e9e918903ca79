package dev.reroll.apply;

import dev.reroll.apply.Application.Applied;
import dev.reroll.apply.Application.Refused;
import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;
import java.util.stream.Collectors;

/** Applies a diff to a tree and tells in words what came of it. */
record Tried(Overlay before, Application application) {
  static Tried on(MemoryTree tree, String diff) {
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
  String content(String path) {
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
  String remarks() {
    return ((Applied) application)
        .remarks().stream().map(Remark::text).collect(Collectors.joining("\n"));
  }

  String refusal() {
    return ((Refused) application).toString();
  }
}
