package dev.reroll.source.mirror.arrivals;

import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import dev.reroll.source.Limits;
import dev.reroll.source.mirror.arrivals.ArrivalReader.Arrival;
import dev.reroll.source.mirror.arrivals.MailFactsReader.MailFacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Reads the mails of commits, in their order: one thread takes them out of the repository, others
 * parse them, and the caller's writes them down.
 *
 * <pre>
 *   commits ─▶ reader ─▶ parsers ─▶ queue, in order ─▶ next()
 * </pre>
 *
 * <p>Memory is bounded by {@value #QUEUE_LENGTH} mails or {@value #KIB_IN_FLIGHT} KiB of them, or
 * one mail that is larger.
 */
public final class MailPipeline implements AutoCloseable {
  private static final int QUEUE_LENGTH = 256;
  private static final int KIB_IN_FLIGHT = 65_536;

  private final Repository repository;
  private final int octetLimit;
  private final BlockingQueue<Future<ReadMail>> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
  private final Semaphore room = new Semaphore(KIB_IN_FLIGHT);
  private final ExecutorService reader = Executors.newSingleThreadExecutor(MailPipeline::daemon);
  private final ExecutorService parsers;

  /** Starts with nothing to do. */
  public MailPipeline(Repository repository, Limits limits) {
    this.repository = repository;
    this.octetLimit = limits.messageOctets();
    int count = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    this.parsers = Executors.newFixedThreadPool(count, MailPipeline::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "reroll-index");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins to read {@code commits}, of which each is then given once by {@link #next}.
   *
   * @param firstPosition how many commits of the epoch come before the first
   */
  public void start(List<RevCommit> commits, int firstPosition) {
    reader.execute(
        () -> {
          try {
            readAll(commits, firstPosition);
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void readAll(List<RevCommit> commits, int firstPosition) throws InterruptedException {
    try (ObjectReader objects = repository.newObjectReader()) {
      ArrivalReader arrivals = new ArrivalReader(objects, octetLimit);
      int position = firstPosition;
      for (RevCommit commit : commits) {
        Arrival arrival = arrivals.read(commit, position++);
        room.acquire(kibOf(arrival));
        queue.put(parsers.submit(() -> parse(commit, arrival)));
      }
    } catch (IOException | RuntimeException failed) {
      queue.put(CompletableFuture.failedFuture(failed));
    }
  }

  private static int kibOf(Arrival arrival) {
    return Math.min(KIB_IN_FLIGHT, 1 + (arrival.octets().length() >> 10));
  }

  private static ReadMail parse(RevCommit commit, Arrival arrival) {
    if (arrival.kind() != Arrival.Kind.ADDED) {
      return new ReadMail(commit, arrival, Optional.empty(), Optional.empty());
    }
    Locator where = new Locator(arrival.blob().name(), 0);
    MailFactsReader.Result read = MailFactsReader.read(RawMessage.of(arrival.octets(), where));
    return new ReadMail(commit, arrival, Optional.of(read.facts()), read.damage());
  }

  /**
   * Waits for the next commit's mail.
   *
   * @throws IOException where the epoch is damaged
   */
  public ReadMail next() throws IOException {
    try {
      ReadMail mail = queue.take().get();
      room.release(kibOf(mail.arrival()));
      return mail;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException damaged) {
        throw damaged;
      }
      throw new IllegalStateException("a mail cannot be indexed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
    parsers.shutdownNow();
  }

  /**
   * One commit, read.
   *
   * @param commit its id
   * @param arrival what it did
   * @param facts what the mail says, where it adds one
   * @param damage why not all that the mail says is known, where that is so
   */
  public record ReadMail(
      ObjectId commit, Arrival arrival, Optional<MailFacts> facts, Optional<Diagnostic> damage) {}
}
