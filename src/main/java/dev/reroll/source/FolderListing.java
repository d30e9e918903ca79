package dev.reroll.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lists the files of a folder that may hold mail, in name order: those of {@code cur} and {@code
 * new} of a maildir, else those with the endings that mail and patches have, or with a number for a
 * name (MH folders, {@code git mailsplit}).
 */
final class FolderListing {
  private static final Set<String> ENDINGS =
      Set.of("patch", "diff", "eml", "mbox", "mbx", "mail", "msg", "txt");

  private FolderListing() {}

  static List<Path> files(Path folder) throws IOException {
    Path current = folder.resolve("cur");
    Path fresh = folder.resolve("new");
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(current) || Files.isDirectory(fresh)) {
      addFiles(current, files, false);
      addFiles(fresh, files, false);
    } else {
      addFiles(folder, files, true);
    }
    files.sort(Comparator.comparing(FolderListing::sortKey));
    return files;
  }

  private static void addFiles(Path folder, List<Path> files, boolean byName) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = nameOf(entry);
        boolean wanted = !name.startsWith(".") && (!byName || isMailName(name));
        if (wanted && Files.isRegularFile(entry)) {
          files.add(entry);
        }
      }
    }
  }

  private static boolean isMailName(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    plain = plain.endsWith(".gz") ? plain.substring(0, plain.length() - 3) : plain;
    String ending = plain.substring(plain.lastIndexOf('.') + 1);
    return (ENDINGS.contains(ending) && ending.length() < plain.length()) || isNumber(plain);
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Numbers are compared by value: 2 comes before 10. */
  private static String sortKey(Path file) {
    String name = nameOf(file);
    return isNumber(name) && name.length() < 20 ? "0".repeat(20 - name.length()) + name : name;
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }
}
