package dev.reroll.repo.objects;

import dev.reroll.repo.place.GitFolders;
import dev.reroll.repo.place.RepositoryPlace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a repository has an object, by a look at a few files: without JGit, whose start takes
 * longer than a comparison of mails.
 */
public final class ObjectPresence {
  private final List<Path> loose = new ArrayList<>();
  private final List<Path> indexes = new ArrayList<>();
  private final long indexSize;

  private ObjectPresence(List<Path> folders) {
    long size = 0;
    for (Path folder : folders) {
      loose.add(folder);
      Path packs = folder.resolve("pack");
      Path ofSeveral = packs.resolve("multi-pack-index");
      if (Files.isRegularFile(ofSeveral)) {
        indexes.add(ofSeveral);
      }
      for (String name : names(packs)) {
        if (name.endsWith(".idx")) {
          indexes.add(packs.resolve(name));
          size += packs.resolve(name).toFile().length();
        }
      }
    }
    indexSize = size;
  }

  ObjectPresence(Path gitFolder) {
    this(GitFolders.objects(gitFolder, List.of()));
  }

  /** Looks at the repository at {@code place}. */
  public static ObjectPresence in(RepositoryPlace place) {
    return new ObjectPresence(place.objects());
  }

  /** Returns the size of all indexes of packs, in octets. */
  public long indexSize() {
    return indexSize;
  }

  /**
   * Returns how many objects are packed, here and where the repository borrows from. What several
   * packs have counts once where a multi-pack-index knows them; loose objects do not count.
   */
  long packedCount() {
    long count = 0;
    for (Path folder : loose) {
      try {
        count += packedCount(folder.resolve("pack"));
      } catch (IOException unreadable) {
        // Git shortens ids without it, too.
      }
    }
    return count;
  }

  private static long packedCount(Path packs) throws IOException {
    Path ofSeveral = packs.resolve("multi-pack-index");
    long count = 0;
    Set<String> counted = new HashSet<>();
    if (Files.isRegularFile(ofSeveral)) {
      PackNames.Size size = PackNames.size(ofSeveral);
      count = size.objectCount();
      counted.addAll(size.packs());
    }
    for (String name : names(packs)) {
      if (name.endsWith(".pack")) {
        String pack = name.substring(0, name.length() - ".pack".length());
        Path index = packs.resolve(pack + ".idx");
        count +=
            counted.contains(pack) || !Files.exists(index)
                ? 0
                : PackNames.size(index).objectCount();
      }
    }
    return count;
  }

  /**
   * Whether an object's id begins with {@code digits}, lower-case hexadecimal ones, at least four;
   * what cannot be read is not there.
   */
  public boolean has(String digits) {
    for (Path index : indexes) {
      if (isIn(index, digits)) {
        return true;
      }
    }
    String rest = digits.substring(2);
    for (Path folder : loose) {
      for (String name : names(folder.resolve(digits.substring(0, 2)))) {
        if (name.startsWith(rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isIn(Path index, String digits) {
    try {
      return PackNames.has(index, digits);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String[] names(Path folder) {
    String[] names = new File(folder.toString()).list();
    return names == null ? new String[0] : names;
  }
}
