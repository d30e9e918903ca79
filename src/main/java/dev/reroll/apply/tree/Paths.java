package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;

/** How paths of a tree lie to each other. */
public final class Paths {
  private Paths() {}

  /** Whether {@code path} is in {@code folder} or deeper; all are below the empty one. */
  public static boolean isBelow(Octets path, Octets folder) {
    return folder.isEmpty()
        || (path.length() > folder.length()
            && path.at(folder.length()) == '/'
            && path.slice(0, folder.length()).equals(folder));
  }

  /** Returns the folder that {@code path} is in; empty at the top. */
  public static Octets parent(Octets path) {
    int end = path.length();
    while (end > 0 && path.at(end - 1) != '/') {
      end--;
    }
    return path.slice(0, Math.max(0, end - 1));
  }

  /** Returns {@code path} without its folders. */
  public static Octets name(Octets path) {
    Octets parent = parent(path);
    return parent.isEmpty() ? path : path.slice(parent.length() + 1);
  }
}
