package dev.reroll.render.html;

import dev.reroll.linediff.ProseDiff.WordRun;
import dev.reroll.render.html.page.Page;
import dev.reroll.render.html.page.PageCover;
import dev.reroll.render.html.page.PageEnd;
import dev.reroll.render.html.page.PageFact;
import dev.reroll.render.html.page.PageFact.Item;
import dev.reroll.render.html.page.PageLink;
import dev.reroll.render.html.page.PagePatch;
import dev.reroll.render.html.page.Text;
import dev.reroll.review.result.CoverReview;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.TagAudit;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds what the page of a comparison shows. */
final class PageBuilder {
  private final Review review;
  private final PageOptions options;
  private final TextReader reader = new TextReader();
  private final FactBuilder facts;
  private final VersionText versions;
  private final List<Item> alerts = new ArrayList<>();

  private PageBuilder(Review review, PageOptions options) {
    this.review = review;
    this.options = options;
    this.facts = new FactBuilder(review, reader, options.links());
    this.versions = new VersionText(reader, options.links());
  }

  static Page build(Review review, PageOptions options) {
    return new PageBuilder(review, options).build();
  }

  private Page build() {
    options.remarks().forEach(remark -> alerts.add(alert(remark, List.of())));
    missing(review.before());
    missing(review.after());
    List<PagePatch> patches = patches();
    Optional<PageEnd> end = options.endResult().map(new EndBuilder(reader)::build);
    Optional<PageCover> cover = review.cover().map(this::cover);
    return new Page(
        reader.read(review.after().title()),
        versions.of(review.before()),
        versions.of(review.after()),
        reader.read(review.summary().sentence()),
        alerts,
        options.trail().stream().map(PageBuilder::neighbour).toList(),
        cover,
        seriesFacts(),
        patches,
        end);
  }

  private List<PagePatch> patches() {
    int unchanged = BodyBuilder.unchangedCount(review.patches());
    boolean fits = unchanged <= options.maxUnchanged();
    if (!fits) {
      alerts.add(
          alert(
              "The page would be long: " + unchanged + " unchanged lines are left out.",
              List.of()));
    }
    PatchBuilder builder = new PatchBuilder(review, reader, facts, new BodyBuilder(reader, fits));
    List<PagePatch> patches = new ArrayList<>();
    List<PageLink> deceiving = new ArrayList<>();
    for (PatchReview patch : review.patches()) {
      int seen = reader.deceivingCount();
      PagePatch built = builder.build(patch);
      patches.add(built);
      if (reader.deceivingCount() > seen) {
        deceiving.add(jump(built.head()));
      }
    }
    if (!deceiving.isEmpty()) {
      alerts.add(
          alert(
              "Some text holds control characters, or characters that change its direction. They are shown by name:",
              deceiving));
    }
    return patches;
  }

  private static PageLink jump(PagePatch.Head head) {
    String number = head.after().isEmpty() ? head.before() : head.after();
    return new PageLink(Text.plain("patch " + number), "#" + head.id());
  }

  private static Item alert(String words, List<PageLink> links) {
    return new Item("", true, Text.plain(words), List.of(), links);
  }

  private void missing(SeriesVersion version) {
    if (!version.missing().isEmpty()) {
      String which =
          version.missing().stream()
              .map(ordinal -> ordinal + "/" + version.slots().size())
              .collect(Collectors.joining(", "));
      alerts.add(
          alert(version.label() + " lacks " + which + "; the others are compared.", List.of()));
    }
  }

  private static PageLink neighbour(PageOptions.Neighbour neighbour) {
    return new PageLink(Text.plain(neighbour.words()), neighbour.file());
  }

  private PageCover cover(CoverReview cover) {
    List<PageLink> mails = new ArrayList<>();
    cover
        .before()
        .ifPresent(
            letter -> mails.add(facts.mail(letter.envelope(), review.before().label().toString())));
    cover
        .after()
        .ifPresent(
            letter -> mails.add(facts.mail(letter.envelope(), review.after().label().toString())));
    return new PageCover(
        cover.hasChanges(), mails, cover.paragraphs().stream().map(this::paragraph).toList());
  }

  private PageCover.Paragraph paragraph(CoverReview.Paragraph paragraph) {
    boolean whole = paragraph.fate() != CoverReview.Fate.CHANGED;
    List<Text.Run> runs = new ArrayList<>();
    for (WordRun run : paragraph.runs()) {
      runs.addAll(reader.readProse(run.text(), whole ? Text.Mark.PLAIN : mark(run.sign())).runs());
    }
    String style =
        switch (paragraph.fate()) {
          case KEPT -> "kept";
          case CHANGED -> "changed";
          case REMOVED -> "removed";
          case ADDED -> "added";
        };
    String sign = style.equals("removed") ? "−" : style.equals("added") ? "+" : "";
    return new PageCover.Paragraph(style, sign, new Text(runs));
  }

  private static Text.Mark mark(char sign) {
    return switch (sign) {
      case '-' -> Text.Mark.REMOVED;
      case '+' -> Text.Mark.ADDED;
      default -> Text.Mark.PLAIN;
    };
  }

  private List<PageFact> seriesFacts() {
    List<PageFact> found = new ArrayList<>();
    List<Item> thread = facts.thread();
    if (!thread.isEmpty()) {
      found.add(new PageFact("Thread", thread));
    }
    List<Item> flags = facts.flags(Optional.empty());
    if (!flags.isEmpty()) {
      found.add(new PageFact("Flags", flags));
    }
    List<Item> logs = review.changelog().cover().stream().map(facts::changelog).toList();
    if (!logs.isEmpty()) {
      found.add(new PageFact("Changelog", logs));
    }
    List<Item> tags = new ArrayList<>();
    for (TagAudit.Finding finding : review.tags().findings()) {
      if (finding.fate().standsOut()) {
        tags.add(named(facts.tag(finding), finding.patch()));
      }
    }
    if (!tags.isEmpty()) {
      found.add(new PageFact("Tags", tags));
    }
    List<Item> comments = facts.coverComments();
    if (!comments.isEmpty()) {
      found.add(new PageFact("Comments", comments));
    }
    return found;
  }

  private static Item named(Item item, PatchReview patch) {
    List<PageLink> links = new ArrayList<>(item.links());
    String number = PatchAnchors.of(patch);
    links.add(0, new PageLink(Text.plain("patch " + number.replaceAll("\\D", "")), "#" + number));
    return new Item(item.badge(), item.alert(), item.text(), item.more(), links);
  }
}
