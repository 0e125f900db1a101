package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.nio.file.Path;

/** The page of a sample run, in a browser of its own. */
final class SamplePage implements AutoCloseable {
  private final Chromium browser;
  private final Path file;

  private SamplePage(Chromium browser, Path file) {
    this.browser = browser;
    this.file = file;
  }

  /** Skips the test where there is no browser. */
  static SamplePage writeOrSkip(Path temp, Run run) throws IOException, InterruptedException {
    final Chromium browser = Chromium.startOrSkip(temp);
    final Path sample = temp.resolve("sample");
    Reports.write(SavedRuns.save(run, sample));
    return new SamplePage(browser, sample.resolve("report.html"));
  }

  /** In a tab as wide as a desk's screen. */
  Tab open() throws InterruptedException {
    final Tab tab = browser.open();
    tab.size(1280, 900);
    tab.load(file);
    return tab;
  }

  @Override
  public void close() {
    browser.close();
  }
}
