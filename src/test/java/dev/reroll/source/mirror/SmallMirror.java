package dev.reroll.source.mirror;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes an epoch with a few mails, for tests elsewhere. */
public final class SmallMirror {
  private SmallMirror() {}

  /** Makes one with {@code mails} in {@code repository}. */
  public static void make(Path repository, List<String> mails) throws IOException {
    MirrorEpoch epoch = new MirrorEpoch(repository);
    for (String mail : mails) {
      epoch.add(mail);
    }
  }

  /** Makes it in {@code repository}. */
  public static void make(Path repository) throws IOException {
    new MirrorEpoch(repository).add(new ListMail("one@x").text());
  }
}
