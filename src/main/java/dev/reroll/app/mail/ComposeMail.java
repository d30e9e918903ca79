package dev.reroll.app.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.deliver.ComposedMail;
import dev.reroll.deliver.MailComposer;
import dev.reroll.deliver.MailComposer.Stamp;
import dev.reroll.deliver.OutgoingMail;
import dev.reroll.deliver.OutgoingMail.Recipients;
import dev.reroll.deliver.OutgoingMail.ThreadPlace;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.mail.MailHeaders;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.render.mail.MailInterdiff;
import dev.reroll.render.mail.MailTemplate;
import dev.reroll.render.mail.ReviewMail;
import dev.reroll.series.SeriesVersion;
import dev.reroll.source.ShellWord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Makes a mail of a review: an answer to the newer version, under 100 kB whatever changed. */
public final class ComposeMail {
  /** Lists refuse mails that are larger (field's custom: 100 kB). */
  public static final int MAX_OCTETS = 100_000;

  private static final Pattern REPLY = Pattern.compile("(?i)re(\\[\\d+\\])?:.*");
  private static final Pattern ID = Pattern.compile("<([^<>]+)>");

  private final MailMaterial material;
  private final Options options;

  /**
   * How the mail is made.
   *
   * @param from who sends it
   * @param recipients who gets it
   * @param template its layout
   * @param pageUrl where a page of the comparison is, {@code %s} for the message id
   * @param confirmed whether a person reads it before it leaves
   * @param interdiff how the end results differ, where the mail shall say it
   */
  public record Options(
      Person from,
      Recipients recipients,
      MailTemplate template,
      Optional<String> pageUrl,
      boolean confirmed,
      Optional<Interdiff> interdiff) {}

  /** Creates a mail about {@code material}. */
  public ComposeMail(MailMaterial material, Options options) {
    this.material = material;
    this.options = options;
  }

  /**
   * Refuses to answer a machine's mail (RFC 3834, 2), our own above all, where that could go round
   * and round.
   */
  public void checkLoop() throws Refusal {
    MailHeaders headers = material.answered().headers();
    String automatic = headers.find("Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT);
    boolean own =
        headers.find("User-Agent").filter(agent -> agent.startsWith("reroll/")).isPresent()
            || headers.find(MailComposer.VERSIONS_HEADER).isPresent();
    if (own || !automatic.startsWith("no")) {
      String why =
          own ? "reroll sent it itself" : "a program sent it (Auto-Submitted: " + automatic + ")";
      throw Refusal.unreadable(
          "not replying to <" + material.answered().id() + ">: " + why, Hint.line(command()));
    }
  }

  /** Returns the body with room for notes, to be edited. */
  public Octets slotted(MailComposer composer, Stamp stamp) throws Refusal {
    return body(composer, stamp, true);
  }

  /** Composes the mail. */
  public ComposedMail compose(MailComposer composer, Stamp stamp) throws Refusal {
    return compose(body(composer, stamp, false), composer, stamp);
  }

  /** Composes the mail with a body that was edited. */
  public ComposedMail compose(Octets body, MailComposer composer, Stamp stamp) throws Refusal {
    OutgoingMail mail =
        new OutgoingMail(
            options.from(),
            options.recipients(),
            subject(),
            place(),
            name(material.review().before()) + " " + name(material.review().after()),
            options.confirmed(),
            body);
    return composer.compose(mail, stamp);
  }

  /** Leaves out as few patches as will do: the size falls with each, so halving finds how many. */
  private Octets body(MailComposer composer, Stamp stamp, boolean slots) throws Refusal {
    ReviewMail mail = new ReviewMail(material.review(), frame(slots, true));
    List<Integer> order = mail.byInterest();
    if (fits(mail.text(Set.of()), composer, stamp)) {
      return mail.text(Set.of());
    }
    if (!fits(mail.text(new HashSet<>(order)), composer, stamp)) {
      mail = new ReviewMail(material.review(), frame(slots, false));
    }
    if (!fits(mail.text(new HashSet<>(order)), composer, stamp)) {
      return mail.brief();
    }
    int tooFew = 0;
    int enough = order.size();
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      boolean fits = fits(mail.text(Set.copyOf(order.subList(0, middle))), composer, stamp);
      tooFew = fits ? tooFew : middle;
      enough = fits ? middle : enough;
    }
    return mail.text(Set.copyOf(order.subList(0, enough)));
  }

  private boolean fits(Octets body, MailComposer composer, Stamp stamp) throws Refusal {
    return compose(body, composer, stamp).travelSize() < MAX_OCTETS;
  }

  private ReviewMail.Frame frame(boolean slots, boolean wholeInterdiff) {
    String id = URLEncoder.encode(material.answered().id().value(), StandardCharsets.UTF_8);
    Optional<String> page =
        options.pageUrl().map(url -> url.replace("%s", id.replace("%40", "@").replace("+", "%20")));
    String command = "reroll interdiff " + ShellWord.of(material.answered().id().value());
    Optional<MailInterdiff> interdiff =
        options.interdiff().map(found -> new MailInterdiff(found, wholeInterdiff, command));
    MailTemplate template =
        interdiff.isPresent()
            ? options.template().with(MailTemplate.Place.INTERDIFF)
            : options.template();
    return new ReviewMail.Frame(template, page, command(), slots, interdiff);
  }

  private String command() {
    return "reroll diff " + ShellWord.of(material.answered().id().value());
  }

  /** Returns the subject of the mail. */
  public String subject() {
    String subject = material.answered().subject().strip();
    return REPLY.matcher(subject).matches() ? subject : "Re: " + subject;
  }

  private ThreadPlace place() throws Refusal {
    MailHeaders headers = material.answered().headers();
    List<MessageId> above = ids(headers.find("References").orElse(""));
    if (above.isEmpty()) {
      above = ids(headers.find("In-Reply-To").orElse("")).stream().limit(1).toList();
    }
    MessageId id = material.answered().id();
    return ThreadPlace.below(id, above)
        .orElseThrow(
            () ->
                Refusal.nothingToCompare(
                    "no mail to reply to: '" + id + "' cannot be used in a header"));
  }

  private static List<MessageId> ids(String header) {
    List<MessageId> ids = new ArrayList<>();
    ID.matcher(header).results().forEach(found -> ids.add(new MessageId(found.group(1))));
    return ids;
  }

  /** Names a version in characters that a header can hold, the same in each run. */
  private static String name(SeriesVersion version) {
    Optional<MessageId> id =
        version
            .cover()
            .flatMap(cover -> cover.envelope().id())
            .or(
                () ->
                    version.patches().stream()
                        .findFirst()
                        .map(PatchMail::envelope)
                        .flatMap(e -> e.id()));
    return id.flatMap(found -> ThreadPlace.below(found, List.of()))
        .map(place -> "<" + place.parent() + ">")
        .orElseGet(() -> "digest:" + digest(version));
  }

  /** Versions without message ids are told apart by their patches. */
  private static String digest(SeriesVersion version) {
    CRC32C digest = new CRC32C();
    for (PatchMail patch : version.patches()) {
      digest.update(patch.message().text().toByteArray());
      digest.update(patch.diff().toByteArray());
    }
    return version.label().plain() + "-" + Long.toHexString(digest.getValue());
  }
}
