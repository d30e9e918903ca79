package dev.reroll.render.html;

import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.render.html.PageOptions.Neighbour;
import dev.reroll.render.html.page.PageIndex;
import dev.reroll.render.html.page.PageLink;
import dev.reroll.render.html.page.Text;
import dev.reroll.review.result.Review;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a lineage as a folder of pages: {@code index.html} with the time line and what became of
 * each patch in each version, and {@code v1-v2.html} for each pair.
 */
public final class HtmlSite {
  private static final String INDEX = "index.html";

  private final Lineage lineage;
  private final List<PageContent> contents;
  private final List<Review> reviews;
  private final PageOptions options;
  private final TextReader reader = new TextReader();

  private HtmlSite(Lineage lineage, List<PageContent> contents, PageOptions options) {
    this.lineage = lineage;
    this.contents = contents;
    this.reviews = contents.stream().map(PageContent::review).toList();
    this.options = options;
  }

  /**
   * Writes all pages.
   *
   * @param contents one for each link of the lineage, in their order, then those of other pairs
   * @param options for each page; their trail is not used
   */
  public static List<HtmlFile> write(
      Lineage lineage, List<PageContent> contents, PageOptions options) {
    return new HtmlSite(lineage, contents, options).write();
  }

  /** Returns the name of the file that compares two versions. */
  static String fileName(VersionLabel before, VersionLabel after) {
    return before + "-" + after + ".html";
  }

  private static String fileName(Review review) {
    return fileName(review.before().label(), review.after().label());
  }

  private List<HtmlFile> write() {
    List<HtmlFile> files = new ArrayList<>();
    files.add(new HtmlFile(INDEX, HtmlPage.index(index())));
    for (int i = 0; i < reviews.size(); i++) {
      PageOptions own = options.withTrail(trail(i)).withEndResult(contents.get(i).endResult());
      files.add(new HtmlFile(fileName(reviews.get(i)), HtmlPage.octets(reviews.get(i), own)));
    }
    return files;
  }

  /** Returns links to the index, and to the pages before and behind one. */
  private List<Neighbour> trail(int index) {
    List<Neighbour> trail = new ArrayList<>();
    trail.add(new Neighbour("All versions", INDEX));
    for (int i = Math.max(0, index - 1); i < Math.min(reviews.size(), index + 2); i++) {
      Review review = reviews.get(i);
      trail.add(new Neighbour(pair(review), i == index ? "" : fileName(review)));
    }
    return trail;
  }

  private static String pair(Review review) {
    return review.before().label() + " → " + review.after().label();
  }

  private PageIndex index() {
    int linked = lineage.links().size();
    List<PageLink> others = new ArrayList<>();
    for (Review review : reviews.subList(linked, reviews.size())) {
      others.add(new PageLink(Text.plain(pair(review)), fileName(review)));
    }
    List<PageIndex.Stop> stops = lineage.versions().stream().map(this::stop).toList();
    List<PageIndex.Row> rows =
        new MatrixBuilder(reader, lineage.versions()).build(reviews.subList(0, linked));
    return new PageIndex(reader.read(lineage.title()), stops, rows, others);
  }

  private PageIndex.Stop stop(SeriesVersion version) {
    VersionText versions = new VersionText(reader, options.links());
    Optional<Link> link = lineage.link(version);
    Optional<Review> review = link.flatMap(this::review);
    List<Text> evidence =
        link.stream()
            .flatMap(found -> found.evidence().stream())
            .map(
                found ->
                    reader.read(
                        found.kind() + (found.detail().isEmpty() ? "" : ": " + found.detail())))
            .toList();
    return new PageIndex.Stop(
        versions.of(version),
        new PageLink(
            Text.plain(review.map(HtmlSite::pair).orElse("")),
            review.map(HtmlSite::fileName).orElse("")),
        reader.read(review.map(found -> found.summary().sentence()).orElse("")),
        evidence,
        link.map(Link::isGuess).orElse(false));
  }

  private Optional<Review> review(Link link) {
    String name = fileName(link.before(), link.after());
    return reviews.stream().filter(review -> fileName(review).equals(name)).findFirst();
  }

  /**
   * A finished page.
   *
   * @param name its file name, of letters, digits, {@code -} and {@code .}
   * @param content its octets
   */
  public record HtmlFile(String name, Octets content) {}

  /**
   * What the page of one pair of versions is about.
   *
   * @param review what changed, patch by patch
   * @param endResult how the end results differ, where that is known
   */
  public record PageContent(Review review, Optional<Interdiff> endResult) {}
}
