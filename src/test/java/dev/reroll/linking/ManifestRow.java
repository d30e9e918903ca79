package dev.reroll.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One lineage of a manifest.
 *
 * @param id its name
 * @param author the sender of its first version, in lower case
 * @param title the last version's
 * @param firstDate when the first version was sent
 * @param versions its versions, by time
 */
record ManifestRow(
    String id, String author, String title, LocalDate firstDate, List<Version> versions) {
  /**
   * One version of it.
   *
   * @param label as {@code v2-resend}, with {@code -partial} and a letter where there is one
   * @param complete whether all its patches are there
   * @param patchCount how many are
   * @param hasCover whether it has a cover letter
   * @param linkedBy what tied it to an earlier one; {@code -} for the first
   */
  record Version(
      String label, boolean complete, int patchCount, boolean hasCover, String linkedBy) {
    /** Returns the label without what the manifest adds to the tags of the mails. */
    String plainLabel() {
      return label.replace("-partial", "").replaceAll("(?<=\\d|resend)[b-z]$", "");
    }
  }

  static List<ManifestRow> read(Path manifest) throws IOException {
    List<ManifestRow> rows = new ArrayList<>();
    for (String line : Files.readAllLines(manifest)) {
      String[] columns = line.split("\t", -1);
      if (!columns[0].equals("id") && columns.length > 9) {
        rows.add(row(columns));
      }
    }
    return rows;
  }

  private static ManifestRow row(String[] columns) {
    String[] labels = columns[5].split(",", -1);
    String[] complete = columns[6].split(",", -1);
    String[] patches = columns[7].split(",", -1);
    String[] covers = columns[8].split(",", -1);
    String[] linkedBy = columns[9].split(",", -1);
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      int count = Integer.parseInt(patches[i].replaceAll("/.*", ""));
      versions.add(
          new Version(
              labels[i], complete[i].equals("y"), count, covers[i].equals("y"), linkedBy[i]));
    }
    return new ManifestRow(
        columns[0],
        columns[2].toLowerCase(Locale.ROOT),
        columns[3],
        LocalDate.parse(columns[4]),
        versions);
  }

  /** Returns the complete versions. */
  List<Version> complete() {
    return versions.stream().filter(Version::complete).toList();
  }

  /** Returns the links between complete versions that follow each other. */
  List<Wanted> wanted() {
    List<Wanted> wanted = new ArrayList<>();
    List<Version> complete = complete();
    for (int i = 1; i < complete.size(); i++) {
      Version after = complete.get(i);
      wanted.add(new Wanted(id, complete.get(i - 1).label(), after.label(), after.linkedBy()));
    }
    return wanted;
  }
}
