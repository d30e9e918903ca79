package dev.reroll.source;

import dev.reroll.message.*;
import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.GZIPInputStream;

/** Stub. */
public final class MailboxSource {
  private final Path folder;
  private final InputStream in;

  /** Stub. */
  public MailboxSource(Path folder, InputStream in) {
    this.folder = folder;
    this.in = in;
  }

  /** Stub. */
  public List<RawMessage> read(String name) throws Refusal {
    try {
      byte[] b = name.equals("-") ? in.readAllBytes() : Files.readAllBytes(folder.resolve(name));
      if (b.length > 2 && b[0] == 0x1f)
        b = new GZIPInputStream(new ByteArrayInputStream(b)).readAllBytes();
      return MailboxSplitter.split(Octets.wrap(b), name);
    } catch (IOException e) {
      throw Refusal.unreadable("cannot read mbox '" + name + "': " + e);
    }
  }
}
