package dev.reroll.cli;

import dev.reroll.app.CompareMailboxes;
import dev.reroll.app.CompareSeries;
import dev.reroll.app.Comparison;
import dev.reroll.app.FoundSeries;
import dev.reroll.app.LineageView;
import dev.reroll.app.SeriesWish;
import dev.reroll.app.VersionWish;
import dev.reroll.message.RawMessage;
import dev.reroll.message.Refusal;
import dev.reroll.source.MailboxSource;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs {@code reroll diff} where a mail is named, not a mailbox with both versions. */
final class SeriesDiff {
  private final SeriesSearch search;
  private final Report report;
  private final DiffOptions options;
  private final List<String> names;

  SeriesDiff(SeriesSearch search, Report report, DiffOptions options) throws Refusal {
    this.search = search;
    this.report = report;
    this.options = options;
    this.names = options.mailboxes();
  }

  Comparison compare(CompareMailboxes comparing, VersionWish mailboxWish) throws Refusal {
    CompareSeries series = new CompareSeries(comparing, report);
    if (names.size() == 2) {
      refuse("-v picks versions of one series, and two are named", !options.versions().isEmpty());
      refuse("--latest is for one series, and two are named", options.has("--latest"));
      return compareTwo(series);
    }
    SeriesWish wish = new SeriesWish(options.versions(), options.has("--latest"));
    if (!names.get(0).equals(MailboxSource.STANDARD_INPUT)) {
      return series.compare(search.find(names.get(0), wish.aim()), wish);
    }
    List<RawMessage> piped = search.read(names.get(0));
    Optional<RawMessage> mail = SeriesSearch.only(piped);
    return mail.isPresent()
        ? series.compare(search.find(mail.get(), wish.aim()), wish)
        : comparing.compare(names.get(0), piped, mailboxWish);
  }

  private Comparison compareTwo(CompareSeries series) throws Refusal {
    boolean mailFirst = !search.isMailbox(names.get(0));
    if (mailFirst && !search.isMailbox(names.get(1))) {
      return series.compare(search.findBoth(names.get(0), names.get(1)));
    }
    String mailbox = names.get(mailFirst ? 1 : 0);
    FoundSeries found = search.findAlone(names.get(mailFirst ? 0 : 1));
    CompareSeries.NamedMails mails = new CompareSeries.NamedMails(mailbox, search.read(mailbox));
    return series.compare(found, mails, options.value("--series"), mailFirst);
  }

  /** Writes why each version is held to follow another, instead of a comparison. */
  ExitCode explain(Output output) throws Refusal, IOException {
    refuse("--explain takes one series or mailbox", names.size() > 1);
    LineageView view = search.view(names.get(0), options.value("--series"));
    view.remarks().forEach(report::remark);
    output.write(stream -> Explanation.write(view, stream));
    return ExitCode.DONE;
  }

  private void refuse(String problem, boolean isSo) throws Refusal {
    if (isSo) {
      throw Refusal.unreadable(
          problem, "reroll diff " + ShellWord.of(names.get(1)), "reroll diff --help");
    }
  }
}
