package dev.reroll.mail;

/** Why a mail takes no part in a comparison, in the order in which reasons are listed. */
public enum LeftOutReason {
  /** A cover letter none of whose patches is there. */
  COVER_WITHOUT_PATCHES,
  /** A pull request: it names commits, and has no patch. */
  PULL_REQUEST,
  /** An answer to another mail. */
  REPLY,
  /** An answer with a diff in it, such as a fix that somebody proposes. */
  REPLY_WITH_DIFF,
  /** Its subject announces a patch, and it has no diff. */
  ANNOUNCED_WITHOUT_DIFF,
  /** Neither a mail nor a diff, such as a text file in a folder. */
  NEITHER_MAIL_NOR_DIFF,
  /** Neither a patch nor an answer to one. */
  NEITHER_PATCH_NOR_REPLY,
  /** Its subject has a number like a patch, and it has no diff. */
  NUMBERED_WITHOUT_DIFF,
  /** A mail that no reader could make anything of. */
  UNREADABLE
}
