package dev.reroll.mail;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import dev.reroll.message.RawMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a mail of several parts: a patch in its text, or patches attached to it.
 *
 * <p>Attached patches count even in a reply, as is the custom of PostgreSQL; the text is then kept
 * beside them as a reply or cover letter, if it says anything. In a mail whose subject announces a
 * patch, a single bare diff is the diff of the mail itself, as {@code git am} sees it.
 */
final class MultipartReader {
  private static final int MAX_UNPACKED_OCTETS = 64 << 20;

  private final PatchReader patchReader;
  private final Consumer<Diagnostic> diagnostics;
  private int unpackableOctets = MAX_UNPACKED_OCTETS;

  /** Readies a reader for one mail, whose attachments share one limit. */
  MultipartReader(PatchReader patchReader, Consumer<Diagnostic> diagnostics) {
    this.patchReader = patchReader;
    this.diagnostics = diagnostics;
  }

  List<MailItem> items(Envelope envelope, HeaderBlock headers, List<MailPart> parts) {
    MailBody text = text(envelope, parts);
    List<AttachedPatch> attached = attachedPatches(envelope, parts);
    Classifier classifier = new Classifier(patchReader);
    if (isRemark(envelope, attached)) {
      return List.of(textItem(envelope, text, true));
    }
    if (attached.isEmpty()) {
      return List.of(classifier.item(envelope, headers, text));
    }
    if (isOwnDiff(envelope, attached)) {
      Octets whole = joined(List.of(text.octets(), attached.get(0).message().octets()));
      MailBody body = new MailBody(whole, text.charset(), text.where(), false);
      return List.of(classifier.item(envelope, headers, body));
    }
    List<MailItem> items = new ArrayList<>();
    if (!Blanks.trimmed(text.octets()).isEmpty()) {
      items.add(textItem(envelope, text, PatchText.of(text.octets()).hasDiff()));
    }
    int total = attached.stream().mapToInt(AttachedPatch::ordinal).max().orElse(0);
    attached.forEach(patch -> items.add(patchItem(envelope, patch, total)));
    return items;
  }

  /**
   * Says whether the attachments only illustrate: someone answers a patch with a diff that is no
   * new version, or adds something for another project to the cover letter of a series.
   */
  private static boolean isRemark(Envelope envelope, List<AttachedPatch> attached) {
    SubjectLine subject = envelope.subject();
    if (attached.isEmpty() || !subject.isPatch()) {
      return false;
    }
    if (subject.reply()) {
      return attached.stream().allMatch(patch -> patch.version().isEmpty());
    }
    return subject.position().filter(position -> position.ordinal() == 0).isPresent()
        && attached.size() < subject.position().get().total();
  }

  private static boolean isOwnDiff(Envelope envelope, List<AttachedPatch> attached) {
    SubjectLine subject = envelope.subject();
    return attached.size() == 1
        && attached.get(0).headers().isEmpty()
        && subject.isPatch()
        && !subject.reply();
  }

  private static MailItem textItem(Envelope envelope, MailBody text, boolean carriesDiff) {
    return envelope.subject().reply()
        ? new Reply(envelope, text.utf8(), carriesDiff)
        : new CoverLetter(envelope, text.utf8());
  }

  /** Returns the typed parts as one body; a mail without any has an empty one. */
  private static MailBody text(Envelope envelope, List<MailPart> parts) {
    List<MailBody> bodies =
        parts.stream().filter(MailPart::isText).map(part -> part.body(envelope.where())).toList();
    if (bodies.size() == 1) {
      return bodies.get(0);
    }
    CharsetName charset = bodies.isEmpty() ? CharsetName.NONE : bodies.get(0).charset();
    Octets whole = joined(bodies.stream().map(MailBody::octets).toList());
    return new MailBody(whole, charset, envelope.where(), false);
  }

  private static Octets joined(List<Octets> texts) {
    OctetBuilder whole = new OctetBuilder(texts.stream().mapToInt(Octets::length).sum() + 16);
    for (Octets text : texts) {
      if (!whole.isEmpty() && whole.at(whole.length() - 1) != '\n') {
        whole.append('\n');
      }
      whole.append(text);
    }
    return whole.toOctets();
  }

  private List<AttachedPatch> attachedPatches(Envelope envelope, List<MailPart> parts) {
    List<AttachedPatch> patches = new ArrayList<>();
    parts.stream()
        .filter(MailPart::mayBePatch)
        .sorted(Comparator.comparing(part -> part.fileName().orElse("")))
        .forEach(part -> patches.addAll(patchesIn(envelope, part)));
    return patches;
  }

  private List<AttachedPatch> patchesIn(Envelope envelope, MailPart part) {
    String name = part.fileName().orElse("");
    Octets octets = part.octets();
    Optional<Octets> plain = Optional.of(octets);
    if (Gunzip.isPacked(octets)) {
      plain = Gunzip.unpack(octets, unpackableOctets);
      unpackableOctets -= plain.map(Octets::length).orElse(0);
    }
    if (plain.isEmpty()) {
      diagnostics.accept(
          Diagnostic.warning(
              envelope.where(),
              "the attachment '" + name + "' is damaged or too large, and left out"));
    }
    List<AttachedPatch> patches = new ArrayList<>();
    for (RawMessage message : MailboxSplitter.split(plain.orElse(Octets.EMPTY), name)) {
      AttachedPatch patch = AttachedPatch.read(message);
      if (patch.isPatch()) {
        patches.add(patch);
      }
    }
    return patches;
  }

  private MailItem patchItem(Envelope outer, AttachedPatch patch, int total) {
    SubjectLine subject = patch.subject(total);
    boolean bare = patch.headers().isEmpty();
    Envelope envelope =
        outer.withSubject(subject, bare ? patch.fileName().title() : patch.rawSubject());
    MailBody body = patch.body(outer.where());
    PatchText text = PatchText.of(body.octets());
    if (!text.hasDiff()) {
      return new CoverLetter(envelope, body.utf8());
    }
    return bare
        ? patchReader.bare(envelope, body, text)
        : patchReader.patch(envelope, patch.headers(), body, text);
  }
}
