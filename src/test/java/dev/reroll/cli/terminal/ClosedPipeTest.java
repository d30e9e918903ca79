package dev.reroll.cli.terminal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** A reader that goes away, as {@code head} does. */
class ClosedPipeTest {
  private static final OutputStream CLOSED =
      new OutputStream() {
        @Override
        public void write(int octet) throws IOException {
          throw new IOException("Broken pipe");
        }
      };

  @Test
  void isTypedWhereverTheStreamMeetsIt() {
    OutputStream buffered = ClosedPipe.guard(new BufferedOutputStream(CLOSED));
    assertThatThrownBy(
            () -> {
              buffered.write(new byte[10], 0, 10);
              buffered.flush();
            })
        .isInstanceOf(ClosedPipe.class);
    assertThatThrownBy(() -> ClosedPipe.guard(CLOSED).write(7)).isInstanceOf(ClosedPipe.class);
    assertThatThrownBy(() -> ClosedPipe.guard(CLOSED).write(new byte[2], 0, 2))
        .isInstanceOf(ClosedPipe.class);
  }

  @Test
  void anotherFailureStaysWhatItIs() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(() -> ClosedPipe.guard(full).write(7))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(ClosedPipe.class);
  }
}
