package dev.reroll.mail;

/** One thing that a mail is, or carries. */
public sealed interface MailItem permits CoverLetter, PatchMail, Reply, Unrelated {
  /** Returns the headers of the mail that it came in. */
  Envelope envelope();
}
