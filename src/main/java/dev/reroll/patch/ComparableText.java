package dev.reroll.patch;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.WhiteSpace;
import dev.reroll.mail.CommitMessage;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.patch.Hunk.HunkLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Builds the text in which a patch is compared.
 *
 * <pre>
 *  ## Metadata ##
 * Author: Name &lt;address&gt;
 *
 *  ## Commit message ##
 *     subject
 *
 *     body
 *
 *  ## path ##
 * {@literal @@} path: heading
 *  context
 * -removed
 * +added
 * </pre>
 *
 * <p>Files stand in the order of their paths, as in a diff that git makes, whatever the order in
 * the mail. A copy is shown as the new file that {@code git am} makes of it, with the hunks that
 * the mail holds.
 */
public final class ComparableText {
  private static final String INDENT = "    ";

  /** Puts files in the order of git's diffs. */
  private enum ByPath implements Comparator<FileDiff> {
    ORDER;

    @Override
    public int compare(FileDiff one, FileDiff other) {
      return Octets.compareUnsigned(one.after(), other.after());
    }
  }

  private final OctetBuilder text;
  private int fileCount;
  private int diffOffset;
  private int lineCount;
  private final List<FileDiff> files = new ArrayList<>();

  private ComparableText(int capacity) {
    text = new OctetBuilder(capacity);
  }

  /** Brings a mail and the diff that was parsed from it into comparable form. */
  public static ComparablePatch of(PatchMail mail, Patch patch) {
    int capacity = mail.diff().length() + mail.message().body().length() + 512;
    ComparableText building = new ComparableText(capacity);
    building.addMetadata(mail);
    building.addMessage(mail.message());
    List<FileDiff> files = new ArrayList<>(patch.files());
    if (files.size() > 1) {
      files.sort(ByPath.ORDER);
    }
    building.addFiles(files);
    return new ComparablePatch(
        title(mail),
        patch.id(),
        mail.envelope().id(),
        building.text.toOctets(),
        building.diffOffset,
        building.lineCount,
        building.files);
  }

  /** Brings a commit and its diff, whose files stand in git's order, into comparable form. */
  public static ComparablePatch of(CommitText commit, List<FileDiff> files) {
    ComparableText building = new ComparableText(commit.message().length() + 4096);
    building.text.append(" ## Metadata ##\nAuthor: ").append(commit.author()).append('\n');
    building.text.append("\n ## Commit message ##\n");
    building.addMessageLines(commit.message());
    for (CommitText.Notes notes : commit.notes()) {
      building.addNotes(notes);
    }
    building.addFiles(files);
    return new ComparablePatch(
        commit.subject(),
        commit.id(),
        Optional.empty(),
        building.text.toOctets(),
        building.diffOffset,
        building.lineCount,
        building.files);
  }

  private void addFiles(List<FileDiff> files) {
    for (FileDiff file : files) {
      addFile(file);
      this.files.add(file.withoutLines());
    }
  }

  private void addNotes(CommitText.Notes notes) {
    text.append("\n\n ## ").append(notes.title()).append(" ##\n");
    for (LineCursor lines = new LineCursor(notes.text()); !lines.atEnd(); lines.advance()) {
      int start = text.length();
      text.append(INDENT).append(lines.line());
      trimFrom(start);
    }
  }

  /** Returns the subject; for a bare diff, which has none, the name of its file. */
  private static Octets title(PatchMail mail) {
    boolean isBare = mail.author().isEmpty() && mail.message().subject().isEmpty();
    return isBare ? Octets.utf8(mail.envelope().subject().title()) : mail.message().subject();
  }

  private void addMetadata(PatchMail mail) {
    text.append(" ## Metadata ##\n");
    if (mail.author().isPresent()) {
      Person author = mail.author().get();
      text.append("Author: " + author.name() + " <" + author.address() + ">\n");
    }
  }

  private void addMessage(CommitMessage message) {
    text.append("\n ## Commit message ##\n");
    addMessageLine(message.subject());
    if (!message.body().isEmpty()) {
      text.append('\n');
    }
    addMessageLines(message.body());
  }

  private void addMessageLines(Octets message) {
    LineCursor lines = new LineCursor(message);
    for (; !lines.atEnd(); lines.advance()) {
      addMessageLine(lines.line());
    }
  }

  private void addMessageLine(Octets line) {
    int start = text.length();
    text.append(INDENT);
    TabExpander.expand(line, text);
    trimFrom(start);
  }

  /** Ends the line that began at {@code start}, without the white space at its end. */
  private void trimFrom(int start) {
    int end = text.length();
    while (end > start && WhiteSpace.is(text.at(end - 1))) {
      end--;
    }
    text.truncate(end);
    text.append('\n');
  }

  private void addFile(FileDiff file) {
    text.append('\n');
    if (fileCount++ == 0) {
      diffOffset = text.length();
    }
    addFileHeader(file);
    if (file.binary()) {
      addBinary(file);
    }
    for (Hunk hunk : file.hunks()) {
      addHunk(file, hunk);
    }
  }

  private void addFileHeader(FileDiff file) {
    text.append(" ## ");
    switch (file.change()) {
      case RENAMED -> text.append(file.before()).append(" => ").append(file.after());
      case DELETED -> text.append(file.before()).append(" (deleted)");
      case ADDED, COPIED -> text.append(file.after()).append(" (new)");
      case MODIFIED -> text.append(file.after());
    }
    if (file.modes().isPresent()) {
      FileDiff.ModeChange modes = file.modes().get();
      text.append(" (mode change " + modes.before() + " => " + modes.after() + ")");
    }
    text.append(" ##\n");
    lineCount++;
  }

  private void addBinary(FileDiff file) {
    text.append(" Binary files ");
    addSide(file, Change.ADDED, file.before());
    text.append(" and ");
    addSide(file, Change.DELETED, file.after());
    text.append(" differ\n");
    lineCount++;
  }

  private void addSide(FileDiff file, Change withoutThisSide, Octets path) {
    if (file.change() == withoutThisSide) {
      text.append("/dev/null");
    } else {
      text.append(QuotedPath.quote(path));
    }
  }

  private void addHunk(FileDiff file, Hunk hunk) {
    text.append("@@");
    if (!hunk.heading().isEmpty()) {
      text.append(' ').append(file.after()).append(": ").append(hunk.heading());
    }
    text.append('\n');
    for (HunkLine line : hunk.lines()) {
      if (line.sign() == '\\') {
        text.append(" \\");
      } else {
        text.append(line.sign());
      }
      text.append(line.text()).append('\n');
    }
    lineCount += 1 + hunk.lines().size();
  }

  /**
   * Expands tabs in a commit message to columns of eight, as {@code git log} does.
   *
   * <p>Columns count from the start of the line, before it is indented. From a control character,
   * or an octet that is no UTF-8, to the end of the line nothing is expanded.
   */
  static final class TabExpander {
    private static final int TAB_SIZE = 8;

    private TabExpander() {}

    /** Adds {@code line}, which has no LF, to {@code text}. */
    static void expand(Octets line, OctetBuilder text) {
      int from = 0;
      for (int tab = line.indexOf('\t', 0); tab >= 0; tab = line.indexOf('\t', from)) {
        int width = DisplayWidth.of(line, from, tab);
        if (width < 0) {
          break;
        }
        text.append(line, from, tab);
        for (int column = width % TAB_SIZE; column < TAB_SIZE; column++) {
          text.append(' ');
        }
        from = tab + 1;
      }
      text.append(line, from, line.length());
    }
  }

  /**
   * What a commit says beside its diff, as {@code git log} prints it.
   *
   * @param id the commit's own id
   * @param subject its title on one line
   * @param author name and address: {@code Name <address>}
   * @param message the whole message: no blank lines at its start or end, each line with its LF
   * @param notes what git-notes(1) has of it, in the order in which it is shown
   */
  public record CommitText(
      PatchId id, Octets subject, Octets author, Octets message, List<Notes> notes) {
    /**
     * The notes of one ref.
     *
     * @param title what they are called: {@code Notes}, or {@code Notes (ref)}
     * @param text the notes, each line with its LF
     */
    public record Notes(Octets title, Octets text) {}

    public CommitText {
      notes = List.copyOf(notes);
    }
  }
}
