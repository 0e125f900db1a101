package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.Requester;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ThreadWatchTest {
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void endStrayThreads() {
    end.countDown();
  }

  @Test
  void threadThatAClientLeavesBehindIsNamed() {
    final CellPlan pooled = Trials.plan("pooled", "http");
    final CellPlan leaving =
        Trials.with(pooled, wiring -> new Leaving(pooled.requesters().apply(wiring)));

    assertThatThrownBy(() -> Trials.measure(leaving))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageStartingWith(
            "%s: expected no thread to be left after closing client and server", pooled.label())
        .hasMessageContaining("found [idle-evictor");
  }

  @Test
  void earlierThreadIsNotLeftBehind() {
    start("earlier");

    final ThreadWatch watch = new ThreadWatch();

    assertThatCode(() -> watch.requireNoneLeft("cell")).doesNotThrowAnyException();
  }

  @Test
  void watchWaitsForAThreadThatIsAboutToEnd() {
    final ThreadWatch watch = new ThreadWatch();
    start("ending");

    end.countDown();

    assertThatCode(() -> watch.requireNoneLeft("cell")).doesNotThrowAnyException();
  }

  /** Not a daemon: such a thread keeps a fork from exiting. */
  private void start(String name) {
    new Thread(
            () -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name)
        .start();
  }

  /** A client that does not stop its evictor. */
  private final class Leaving implements Requester {
    private final Requester requester;

    Leaving(Requester requester) {
      this.requester = requester;
      start("idle-evictor");
    }

    @Override
    public byte[] get(String path) throws IOException {
      return requester.get(path);
    }

    @Override
    public void close() throws IOException {
      requester.close();
    }
  }
}
