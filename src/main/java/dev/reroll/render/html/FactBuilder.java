package dev.reroll.render.html;

import dev.reroll.mail.Envelope;
import dev.reroll.patch.UnseenChanges.UnseenChange;
import dev.reroll.render.html.page.PageFact;
import dev.reroll.render.html.page.PageFact.Item;
import dev.reroll.render.html.page.PageLink;
import dev.reroll.render.html.page.Text;
import dev.reroll.render.review.MoveText;
import dev.reroll.render.text.FlagText;
import dev.reroll.render.text.ThreadText;
import dev.reroll.review.result.ChangelogCheck;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import dev.reroll.review.result.CommentAudit;
import dev.reroll.review.result.CommentAudit.Comment;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.PatchReview.Rename;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.Tag;
import dev.reroll.review.result.TagAudit;
import dev.reroll.review.result.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says beside each patch what a reviewer should know of it. */
final class FactBuilder {
  private static final int MAX_QUOTE = 200;

  private final Review review;
  private final TextReader reader;
  private final MailLinks links;
  private final PatchAnchors anchors;

  FactBuilder(Review review, TextReader reader, MailLinks links) {
    this.review = review;
    this.reader = reader;
    this.links = links;
    this.anchors = new PatchAnchors(review.patches());
  }

  List<PageFact> of(PatchReview patch) {
    List<PageFact> facts = new ArrayList<>();
    add("Flags", flags(Optional.of(patch)), facts);
    add("Pairing", pairing(patch), facts);
    add("Not in the range-diff", unseen(patch), facts);
    add("Changelog", changelog(patch), facts);
    add("Tags", tags(patch), facts);
    add("Renames", renames(patch), facts);
    add("Moves", moves(patch), facts);
    add("Comments", comments(patch), facts);
    return facts;
  }

  private static void add(String name, List<Item> items, List<PageFact> facts) {
    if (!items.isEmpty()) {
      facts.add(new PageFact(name, items));
    }
  }

  /** Returns what the thread says of the versions as a whole. */
  List<Item> thread() {
    List<Item> items = new ArrayList<>();
    for (ThreadState.Note note : review.thread().notes()) {
      List<PageLink> mails = note.mail().map(mail -> mail(mail, "mail")).stream().toList();
      Text words = reader.read(ThreadText.of(note, review));
      items.add(new Item("", false, words, List.of(), mails));
    }
    return items;
  }

  /** Returns the flags of a patch, or without one those of the series, that nothing else says. */
  List<Item> flags(Optional<PatchReview> patch) {
    List<Item> items = new ArrayList<>();
    for (ReviewFlag flag : review.flags()) {
      boolean isOfIt =
          patch.isPresent()
              ? flag.patch().isPresent() && isSame(flag.patch().get(), patch.get())
              : flag.patch().isEmpty();
      if (isOfIt && !flag.isSaidElsewhere()) {
        items.add(new Item("", true, reader.read(FlagText.of(flag)), List.of(), List.of()));
      }
    }
    return items;
  }

  private static List<Item> pairing(PatchReview patch) {
    return patch.twin().isEmpty()
        ? List.of()
        : List.of(
            alert(
                "git range-diff leaves these two unpaired; they are compared here because their"
                    + " titles agree"));
  }

  private List<Item> unseen(PatchReview patch) {
    List<Item> items = new ArrayList<>();
    for (UnseenChange change : patch.unseen()) {
      items.add(new Item("", true, reader.read(change.sentence()), List.of(), List.of()));
    }
    return items;
  }

  private static Item alert(String words) {
    return new Item("", true, Text.plain(words), List.of(), List.of());
  }

  private List<Item> changelog(PatchReview patch) {
    List<Item> items = new ArrayList<>();
    for (Changelog log : patch.changelogs()) {
      items.add(changelog(log));
    }
    for (ChangelogCheck.Finding finding : review.changelog().findings()) {
      if (isSame(finding.patch(), patch)) {
        items.add(finding(finding));
      }
    }
    return items;
  }

  Item changelog(Changelog log) {
    List<Text> lines = log.lines().stream().map(reader::read).toList();
    return new Item(
        "", false, reader.read(log.heading()), lines, List.of(mail(log.mail(), "mail")));
  }

  private Item finding(ChangelogCheck.Finding finding) {
    return switch (finding.kind()) {
      case NOT_MENTIONED -> alert("the code changed, but is not mentioned in any changelog");
      case MENTIONED_UNCHANGED ->
          new Item(
              "",
              true,
              Text.plain("the diff is identical, but a changelog mentions it:"),
              List.of(reader.read(finding.line())),
              List.of());
    };
  }

  private List<Item> tags(PatchReview patch) {
    List<Item> items = new ArrayList<>();
    List<Tag> audited = new ArrayList<>();
    for (TagAudit.Finding finding : review.tags().findings()) {
      if (isSame(finding.patch(), patch)) {
        items.add(tag(finding));
        audited.add(finding.tag());
      }
    }
    patch.tags().lost().stream()
        .filter(tag -> !audited.contains(tag))
        .forEach(tag -> items.add(item("lost", tag.toString())));
    patch.tags().gained().stream()
        .filter(tag -> !audited.contains(tag))
        .forEach(tag -> items.add(item("gained", tag.toString())));
    return items;
  }

  Item tag(TagAudit.Finding finding) {
    return new Item(
        finding.fate().toString(),
        finding.fate().standsOut(),
        reader.read(finding.tag().toString()),
        List.of(),
        finding.givenIn().map(given -> mail(given, "given here")).stream().toList());
  }

  private Item item(String badge, String words) {
    return new Item(badge, false, reader.read(words), List.of(), List.of());
  }

  private List<Item> renames(PatchReview patch) {
    List<Item> items = new ArrayList<>();
    for (Rename rename : patch.renames()) {
      String places = rename.placeCount() == 1 ? "1 place" : rename.placeCount() + " places";
      items.add(item("", rename.before() + " → " + rename.after() + ", " + places));
    }
    return items;
  }

  private List<Item> moves(PatchReview patch) {
    List<Item> items = new ArrayList<>();
    for (HunkMove move : review.moves()) {
      boolean isFrom =
          patch.before().map(side -> move.before().contains(side.ordinal())).orElse(false);
      boolean isTo = patch.after().map(side -> move.after().contains(side.ordinal())).orElse(false);
      if (isFrom || isTo) {
        items.add(move(move));
      }
    }
    return items;
  }

  private Item move(HunkMove move) {
    List<PageLink> patches = new ArrayList<>();
    String before = review.before().label().toString();
    String after = review.after().label().toString();
    move.before().forEach(ordinal -> patches.add(naming(before, anchors.before(ordinal))));
    move.after().forEach(ordinal -> patches.add(naming(after, anchors.after(ordinal))));
    return new Item(
        move.kind().toString(),
        false,
        reader.read(MoveText.share(move) + ", in " + String.join(", ", move.paths())),
        List.of(),
        patches);
  }

  private static PageLink naming(String version, PageLink patch) {
    return new PageLink(Text.plain(version + " " + patch.words()), patch.url());
  }

  private List<Item> comments(PatchReview patch) {
    List<Item> items = new ArrayList<>();
    for (Comment comment : comments(review, patch)) {
      items.add(comment(comment));
    }
    return items;
  }

  /** Returns the comments on the cover letter. */
  List<Item> coverComments() {
    return review.comments().comments().stream()
        .filter(comment -> comment.place().ordinal() == 0)
        .map(this::comment)
        .toList();
  }

  /** Returns the comments on the old side of a patch. */
  static List<Comment> comments(Review review, PatchReview patch) {
    return review.comments().comments().stream()
        .filter(
            comment ->
                patch
                    .before()
                    .map(side -> side.ordinal() == comment.place().ordinal())
                    .orElse(false))
        .toList();
  }

  private Item comment(Comment comment) {
    List<PageLink> found = new ArrayList<>();
    found.add(mail(comment.mail(), "mail"));
    comment.answer().ifPresent(answer -> found.add(mail(answer.mail(), "answer")));
    String here =
        switch (comment.fate()) {
          case MOVED -> "now in patch";
          case UNCERTAIN -> "probably now in patch";
          default -> "";
        };
    comment
        .now()
        .filter(now -> !here.isEmpty())
        .ifPresent(now -> found.add(naming(here, anchors.after(now.ordinal()))));
    CommentAudit.Place place = comment.place();
    List<Text> more = new ArrayList<>();
    if (!place.text().isEmpty()) {
      more.add(reader.read(shortened(place.sign() + place.text())));
    }
    comment
        .now()
        .filter(now -> !now.text().equals(place.text()) || now.sign() != place.sign())
        .ifPresent(now -> more.add(reader.read(shortened(now.sign() + now.text()))));
    return new Item(
        comment.verdict().toString(),
        comment.verdict().isPending(),
        reader.read(comment.mail().from().name() + ": " + String.join(" ", comment.said().lines())),
        more,
        found);
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_QUOTE) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_QUOTE - 1)) ? MAX_QUOTE - 1 : MAX_QUOTE;
    return text.substring(0, end) + "…";
  }

  PageLink mail(Envelope mail, String words) {
    return new PageLink(Text.plain(words), links.url(mail.id()));
  }

  /** Patches are told apart by their anchors: to compare them whole would compare their texts. */
  private static boolean isSame(PatchReview one, PatchReview other) {
    return PatchAnchors.of(one).equals(PatchAnchors.of(other));
  }
}
