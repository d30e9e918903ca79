package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.mail.subject.Position;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.mail.subject.VersionNumber;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

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

  /** Creates a reader for one mail, whose attachments share one limit. */
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
   * Whether the attachments only illustrate: someone answers a patch with a diff that is no new
   * version, or adds something for another project to the cover letter of a series.
   */
  private static boolean isRemark(Envelope envelope, List<AttachedPatch> attached) {
    SubjectLine subject = envelope.subject();
    if (attached.isEmpty() || !subject.isPatch()) {
      return false;
    }
    if (subject.reply()) {
      return attached.stream().allMatch(patch -> patch.number().isEmpty());
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
    if (bodies.isEmpty()) {
      bodies =
          parts.stream().filter(MailPart::isHtml).map(part -> part.body(envelope.where())).toList();
    }
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
    for (MailPart part : parts) {
      String name = part.fileName().orElse("");
      if (MailPart.ArchiveName.isOther(name)) {
        diagnostics.accept(
            Diagnostic.warning(
                envelope.where(),
                "the attachment '" + name + "' is an archive of a kind that is not read"));
      }
    }
    parts.stream()
        .filter(MailPart::mayBePatch)
        .sorted(Comparator.comparing(part -> part.fileName().orElse("")))
        .forEach(part -> patches.addAll(patchesIn(envelope, part)));
    return patches;
  }

  private List<AttachedPatch> patchesIn(Envelope envelope, MailPart part) {
    String name = part.fileName().orElse("");
    Octets octets = part.octets();
    if (MailPart.ArchiveName.isRead(name)) {
      return patchesIn(envelope, name, octets);
    }
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
    return patchesIn(name, plain.orElse(Octets.EMPTY));
  }

  private List<AttachedPatch> patchesIn(Envelope envelope, String archive, Octets packed) {
    Optional<List<AttachedArchive.Entry>> files =
        AttachedArchive.read(archive, packed, unpackableOctets);
    if (files.isEmpty()) {
      diagnostics.accept(
          Diagnostic.warning(
              envelope.where(),
              "the attachment '" + archive + "' is damaged or too large, and left out"));
    }
    List<AttachedPatch> patches = new ArrayList<>();
    for (AttachedArchive.Entry file : files.orElse(List.of())) {
      unpackableOctets -= file.octets().length();
      patches.addAll(patchesIn(file.name(), file.octets()));
    }
    return patches;
  }

  private static List<AttachedPatch> patchesIn(String name, Octets plain) {
    List<AttachedPatch> patches = new ArrayList<>();
    for (RawMessage message : MailboxSplitter.split(plain, name)) {
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
    MailBody body = patchReader.bodyOf(patch.body(outer.where()));
    PatchText text = PatchText.of(body.octets());
    if (!text.hasDiff()) {
      return new CoverLetter(envelope, body.utf8());
    }
    return bare
        ? patchReader.bare(envelope, body, text)
        : patchReader.patch(envelope, patch.headers(), body, text);
  }

  /**
   * A patch that was attached to a mail: a mail of its own, as {@code git format-patch} writes it,
   * or a bare diff.
   *
   * @param fileName what the attachment's name says
   * @param message its octets
   * @param headers its own headers; empty for a bare diff
   */
  private record AttachedPatch(PatchFileName fileName, RawMessage message, HeaderBlock headers) {
    static AttachedPatch read(RawMessage message) {
      PatchFileName name = PatchFileName.read(message.where().container());
      return new AttachedPatch(name, message, HeaderBlock.of(message.octets()));
    }

    /** Whether there is a diff in it, or the cover letter of the others. */
    boolean isPatch() {
      OptionalInt ordinal = fileName.ordinal();
      boolean cover = !headers.isEmpty() && ordinal.isPresent() && ordinal.getAsInt() == 0;
      return cover || PatchText.of(body(message.where()).octets()).hasDiff();
    }

    /** Returns its number as the file name has it; 0 where it has none. */
    int ordinal() {
      return fileName.ordinal().orElse(0);
    }

    /** Returns the version that its file name or its own subject has. */
    Optional<VersionNumber> number() {
      Optional<VersionNumber> own = SubjectLine.parse(rawSubject()).number();
      return own.isPresent() ? own : fileName.version();
    }

    /** Returns its own subject, decoded; empty for a bare diff. */
    String rawSubject() {
      Octets raw = headers.last("subject").orElse(Octets.EMPTY);
      return Utf8.string(Blanks.collapsed(EncodedWords.decode(raw).orElse(raw)));
    }

    /**
     * Returns what it says of itself, and where that lacks something, what its file name says.
     *
     * @param total how many patches were attached together
     */
    SubjectLine subject(int total) {
      SubjectLine named = fileName.subject(total);
      if (headers.isEmpty()) {
        return named;
      }
      SubjectLine own = SubjectLine.parse(rawSubject());
      boolean alone = total <= 1;
      Optional<Position> position =
          own.position().isPresent() || alone ? own.position() : named.position();
      return new SubjectLine(own.tags(), number(), position, own.reply(), own.title());
    }

    /** Returns its body, decoded as its own headers say. */
    MailBody body(Locator where) {
      Octets encoded = message.octets().slice(headers.bodyStart());
      TransferEncoding encoding = TransferEncoding.of(headers);
      MediaType type = MediaType.of(headers.last("content-type"));
      return MailBody.decode(encoded, encoding, type, where).partOf(where);
    }
  }

  /** Unpacks a gzipped attachment, up to a limit. */
  private static final class Gunzip {
    private Gunzip() {}

    static boolean isPacked(Octets octets) {
      return octets.length() > 2 && octets.at(0) == 0x1F && octets.at(1) == (byte) 0x8B;
    }

    /** Returns the unpacked octets; nothing where they are damaged or more than {@code limit}. */
    static Optional<Octets> unpack(Octets packed, int limit) {
      OctetBuilder out = new OctetBuilder(packed.length());
      byte[] chunk = new byte[16384];
      try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
          out.append(Octets.wrap(chunk, 0, count));
          if (out.length() > limit) {
            return Optional.empty();
          }
        }
      } catch (IOException e) {
        return Optional.empty();
      }
      return Optional.of(out.toOctets());
    }
  }
}
