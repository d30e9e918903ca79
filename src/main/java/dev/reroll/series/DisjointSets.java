package dev.reroll.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps numbers 0 to n − 1 in sets that can only be joined (Tarjan's union-find). */
final class DisjointSets {
  private final int[] parent;

  DisjointSets(int count) {
    parent = new int[count];
    for (int i = 0; i < count; i++) {
      parent[i] = i;
    }
  }

  void join(int one, int other) {
    int first = Math.min(find(one), find(other));
    int second = Math.max(find(one), find(other));
    parent[second] = first;
  }

  boolean areJoined(int one, int other) {
    return find(one) == find(other);
  }

  /** Returns the smallest member of the set that {@code member} is in. */
  int find(int member) {
    int at = member;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Returns the members of each set, ascending; sets in the order of their first members. */
  List<List<Integer>> sets() {
    Map<Integer, List<Integer>> sets = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      sets.computeIfAbsent(find(i), key -> new ArrayList<>()).add(i);
    }
    return List.copyOf(sets.values());
  }
}
