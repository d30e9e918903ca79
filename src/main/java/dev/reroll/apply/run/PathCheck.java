package dev.reroll.apply.run;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Says which paths git lets into a tree (git-config(1), {@code core.protectNTFS}, which is on
 * everywhere): nothing outside of it, nothing that some system takes for {@code .git}.
 */
final class PathCheck {
  private PathCheck() {}

  static boolean isAllowed(Octets path, EntryMode mode) {
    String text = path.decode(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    for (String component : text.split("/", -1)) {
      if (component.isEmpty() || component.equals(".") || component.equals("..")) {
        return false;
      }
      if (standsFor(component, ".git") || standsFor(component, "git~1")) {
        return false;
      }
      boolean isModules = standsFor(component, ".gitmodules") || component.startsWith("gitmod~");
      if (isModules && mode == EntryMode.SYMLINK) {
        return false;
      }
    }
    return text.indexOf('\0') < 0;
  }

  /** NTFS takes blanks and dots behind a name, and a stream's name behind a colon, for nothing. */
  private static boolean standsFor(String component, String name) {
    if (!component.startsWith(name)) {
      return false;
    }
    for (int i = name.length(); i < component.length(); i++) {
      char letter = component.charAt(i);
      if (letter == ':' || letter == '\\') {
        return true;
      }
      if (letter != ' ' && letter != '.') {
        return false;
      }
    }
    return true;
  }
}
