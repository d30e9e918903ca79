package dev.reroll.render.html;

import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.render.html.page.PageIndex;
import dev.reroll.render.html.page.PageIndex.Cell;
import dev.reroll.render.html.page.Text;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows each patch through the versions of a lineage: a row for each patch, a column for each
 * version. Rows stand in the order of the newest version, then come those that it lacks, in the
 * order in which they came.
 */
final class MatrixBuilder {
  private final TextReader reader;
  private final List<SeriesVersion> versions;
  private final List<Track> tracks = new ArrayList<>();
  private final Map<VersionLabel, Map<Integer, Track>> byNumber = new HashMap<>();

  /** Follows one patch. */
  private static final class Track {
    private final Cell[] cells;
    private Text title = Text.EMPTY;
    private int newest = Integer.MAX_VALUE;

    Track(int versionCount) {
      cells = new Cell[versionCount];
      Arrays.fill(cells, Cell.NONE);
    }
  }

  MatrixBuilder(TextReader reader, List<SeriesVersion> versions) {
    this.reader = reader;
    this.versions = versions;
  }

  /**
   * Builds the rows.
   *
   * @param reviews of versions with those that they follow, in the order of the newer ones
   */
  List<PageIndex.Row> build(List<Review> reviews) {
    for (Review review : reviews) {
      if (byNumber.isEmpty()) {
        first(review);
      }
      follow(review);
    }
    tracks.sort(Comparator.comparingInt(track -> track.newest));
    return tracks.stream()
        .map(track -> new PageIndex.Row(track.title, List.of(track.cells)))
        .toList();
  }

  private void first(Review review) {
    for (PatchReview patch : review.patches()) {
      patch
          .before()
          .ifPresent(side -> place(start(), review.before(), side, new Cell("first", "", "", "")));
    }
  }

  private void follow(Review review) {
    String page = HtmlSite.fileName(review.before().label(), review.after().label());
    Map<Integer, Track> old = byNumber.getOrDefault(review.before().label(), Map.of());
    for (PatchReview patch : review.patches()) {
      Optional<Track> known =
          patch.before().flatMap(side -> Optional.ofNullable(old.get(side.ordinal())));
      Track track = known.orElseGet(this::start);
      String url = page + "#" + PatchAnchors.of(patch);
      if (patch.after().isPresent()) {
        Cell cell =
            new Cell(
                PatchBuilder.state(patch.sign()),
                patch.sign() == '>' ? "+" : String.valueOf(patch.sign()),
                "",
                url);
        place(track, review.after(), patch.after().get(), cell);
      } else {
        track.cells[column(review.after())] = new Cell("gone", "×", "", url);
      }
    }
  }

  private Track start() {
    Track track = new Track(versions.size());
    tracks.add(track);
    return track;
  }

  private void place(Track track, SeriesVersion version, NumberedPatch side, Cell cell) {
    int column = column(version);
    String number = String.valueOf(side.ordinal());
    track.cells[column] = new Cell(cell.state(), cell.sign(), number, cell.url());
    track.title = reader.read(side.patch().subject());
    track.newest = column == versions.size() - 1 ? side.ordinal() : track.newest;
    byNumber.computeIfAbsent(version.label(), label -> new HashMap<>()).put(side.ordinal(), track);
  }

  private int column(SeriesVersion version) {
    int column = 0;
    while (!versions.get(column).label().equals(version.label())) {
      column++;
    }
    return column;
  }
}
