package dev.reroll.mail;

import dev.reroll.bytes.Octets;

/** What a mail becomes in a repository, for comparing ours with git's. */
record Commit(Octets name, Octets address, Octets subject, Octets body) {
  static Commit of(PatchMail patch) {
    Person author = patch.author().orElseThrow();
    CommitMessage message = patch.message();
    return new Commit(
        Octets.utf8(author.name()),
        Octets.utf8(author.address()),
        message.subject(),
        message.body());
  }
}
