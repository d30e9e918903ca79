package dev.reroll.broken.message;

import com.github.difflib.DiffUtils;
import java.util.List;

final class UsesForeignLibrary {
  private UsesForeignLibrary() {}

  static int deltaCount(List<String> before, List<String> after) {
    return DiffUtils.diff(before, after).getDeltas().size();
  }
}
