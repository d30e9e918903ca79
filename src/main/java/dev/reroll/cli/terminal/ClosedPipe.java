package dev.reroll.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Says that nobody reads our output any more ({@code | head}): a reason to end quietly. */
public final class ClosedPipe extends IOException {
  private static final long serialVersionUID = 1L;

  private ClosedPipe(IOException cause) {
    super(cause);
  }

  /**
   * Returns a stream that fails with a {@code ClosedPipe} where {@code out} has lost its reader.
   */
  public static OutputStream guard(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] octets, int from, int count) throws IOException {
        try {
          out.write(octets, from, count);
        } catch (IOException failed) {
          throw typed(failed);
        }
      }

      @Override
      public void write(int octet) throws IOException {
        try {
          out.write(octet);
        } catch (IOException failed) {
          throw typed(failed);
        }
      }

      @Override
      public void flush() throws IOException {
        try {
          out.flush(); // What is buffered meets the pipe only here.
        } catch (IOException failed) {
          throw typed(failed);
        }
      }
    };
  }

  private static IOException typed(IOException failed) {
    return isClosedPipe(failed) ? new ClosedPipe(failed) : failed;
  }

  /** Java has no type for EPIPE; its message is the C library's. */
  static boolean isClosedPipe(IOException failed) {
    String message = failed.getMessage();
    return message != null
        && (message.contains("Broken pipe")
            || message.contains("Pipe closed")
            || message.contains("Stream closed"));
  }
}
