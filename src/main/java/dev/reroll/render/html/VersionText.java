package dev.reroll.render.html;

import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.render.html.page.PageLink;
import dev.reroll.render.html.page.PageVersion;
import dev.reroll.render.html.page.Text;
import dev.reroll.series.SeriesVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a version is: title, sender, day, size, and where its first mail can be read. */
record VersionText(TextReader reader, MailLinks links) {
  PageVersion of(SeriesVersion version) {
    int there = version.patches().size();
    int total = version.slots().size();
    String count = there == total ? "" : there + " of ";
    String label = version.label().toString();
    return new PageVersion(
        label,
        reader.read(version.title()),
        reader.read(version.sender().name()),
        version.date().map(date -> LocalDate.ofInstant(date, ZoneOffset.UTC).toString()).orElse(""),
        count + total + (total == 1 ? " patch" : " patches"),
        new PageLink(Text.plain(label), links.url(firstMail(version).flatMap(Envelope::id))));
  }

  private static Optional<Envelope> firstMail(SeriesVersion version) {
    return version
        .cover()
        .map(CoverLetter::envelope)
        .or(() -> version.patches().stream().findFirst().map(PatchMail::envelope));
  }
}
