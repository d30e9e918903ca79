package dev.reroll.repo.commits;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparableText.CommitText;
import dev.reroll.repo.paths.WildMatch;
import dev.reroll.repo.place.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.notes.NoteMap;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads git-notes(1): from {@code core.notesRef}, {@code notes.displayRef} and {@code --notes}. */
public final class NotesReader {
  private static final String FOLDER = "refs/notes/";

  private final List<Source> sources = new ArrayList<>();

  private record Source(Octets title, NoteMap notes) {}

  /**
   * Opens the notes that are shown; refs that do not exist have none.
   *
   * @param words as in {@link CommitView}
   */
  public static NotesReader open(Repository repository, Settings settings, List<String> words)
      throws IOException {
    NotesReader notes = new NotesReader();
    try (RevWalk walk = new RevWalk(repository)) {
      for (String ref : refs(repository, settings, words)) {
        Ref found = repository.exactRef(ref);
        if (found != null && found.getObjectId() != null) {
          NoteMap map = NoteMap.read(walk.getObjectReader(), walk.parseCommit(found.getObjectId()));
          notes.sources.add(new Source(title(ref), map));
        }
      }
    }
    return notes;
  }

  private static Set<String> refs(Repository repository, Settings settings, List<String> words)
      throws IOException {
    // As git does since 2.43: a ref that is named is shown instead of the standard ones.
    boolean standard = words.isEmpty();
    List<String> named = new ArrayList<>();
    for (String word : words) {
      if (word.equals(CommitView.NO_NOTES)) {
        standard = false;
        named.clear();
      } else if (word.isEmpty()) {
        standard = true;
      } else {
        named.add(expanded(word));
      }
    }
    Set<String> refs = new LinkedHashSet<>();
    if (standard) {
      refs.add(settings.find("core.notesRef").orElse(FOLDER + "commits"));
      for (String pattern : settings.findAll("notes.displayRef")) {
        addMatching(repository, pattern, refs);
      }
    }
    for (String pattern : named) {
      addMatching(repository, pattern, refs);
    }
    return refs;
  }

  private static String expanded(String ref) {
    if (ref.startsWith(FOLDER)) {
      return ref;
    }
    return ref.startsWith("notes/") ? Constants.R_REFS + ref : FOLDER + ref;
  }

  private static void addMatching(Repository repository, String pattern, Set<String> refs)
      throws IOException {
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0 && pattern.indexOf('[') < 0) {
      refs.add(pattern);
      return;
    }
    String regex = WildMatch.regex(pattern, false);
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS)) {
      if (ref.getName().matches(regex)) {
        refs.add(ref.getName());
      }
    }
  }

  private static Octets title(String ref) {
    if (ref.equals(FOLDER + "commits")) {
      return Octets.utf8("Notes");
    }
    String name = ref.startsWith(FOLDER) ? ref.substring(FOLDER.length()) : ref;
    return Octets.utf8("Notes (" + name + ")");
  }

  /** Returns what the notes say of {@code commit}. */
  List<CommitText.Notes> of(AnyObjectId commit, ObjectReader reader) throws IOException {
    List<CommitText.Notes> found = new ArrayList<>();
    for (Source source : sources) {
      ObjectId note = source.notes.get(commit);
      if (note != null) {
        Octets text = Octets.wrap(reader.open(note).getBytes());
        if (!text.isEmpty()) {
          found.add(new CommitText.Notes(source.title, terminated(text)));
        }
      }
    }
    return found;
  }

  private static Octets terminated(Octets text) {
    return text.endsWith("\n")
        ? text
        : new OctetBuilder(text.length() + 1).append(text).append('\n').toOctets();
  }
}
