package io.github.handshakecost.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A tab of {@link Chromium}, and what happened in it. */
final class Tab {
  private static final Map<String, Integer> KEYS =
      Map.of("Tab", 9, "Enter", 13, "Escape", 27, "ArrowRight", 39, "ArrowDown", 40);

  private final Chromium browser;
  private final String session;

  Tab(Chromium browser, String session) {
    this.browser = browser;
    this.session = session;
    for (final String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", Map.of());
    }
    send("Emulation.setScrollbarsHidden", Map.of("hidden", true));
  }

  /** Opens a file and waits until it is loaded. */
  void load(Path file) throws InterruptedException {
    final int before = browser.events(session, "Page.loadEventFired").size();
    send("Page.navigate", Map.of("url", file.toAbsolutePath().toUri().toString()));
    final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (browser.events(session, "Page.loadEventFired").size() == before) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(file + " did not load");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Pages loaded from now on run no script of theirs. */
  void withoutScript() {
    send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /**
   * How the page is shown.
   *
   * @param media {@code screen} or {@code print}
   * @param scheme {@code light} or {@code dark}
   */
  void media(String media, String scheme) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** The value of an expression, awaited where it is a promise. */
  JsonNode evaluate(String expression) {
    final JsonNode reply =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (reply.has("exceptionDetails")) {
      throw new IllegalStateException(reply.path("exceptionDetails").toString());
    }
    return reply.path("result").path("value");
  }

  void press(String key) {
    for (final String type : List.of("rawKeyDown", "char", "keyUp")) {
      if (!type.equals("char") || key.equals("Enter")) {
        send(
            "Input.dispatchKeyEvent",
            Map.of(
                "type",
                type,
                "key",
                key,
                "code",
                key,
                "text",
                type.equals("char") ? "\r" : "",
                "windowsVirtualKeyCode",
                KEYS.getOrDefault(key, 0)));
      }
    }
  }

  void moveMouse(double x, double y) {
    send("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
  }

  /** A finger comes down and leaves at once. */
  void tap(double x, double y) {
    send(
        "Input.dispatchTouchEvent",
        Map.of("type", "touchStart", "touchPoints", List.of(Map.of("x", x, "y", y))));
    send("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
  }

  /** A picture of the page from its top, at most so high. */
  void screenshot(Path file, int most) throws IOException {
    final int width = evaluate("document.documentElement.clientWidth").asInt();
    final int height = evaluate("document.documentElement.scrollHeight").asInt();
    final JsonNode reply =
        send(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of(
                    "x", 0, "y", 0, "width", width, "height", Math.min(height, most), "scale", 1)));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(reply.path("data").asText()));
  }

  void pdf(Path file) throws IOException {
    final JsonNode reply = send("Page.printToPDF", Map.of());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(reply.path("data").asText()));
  }

  /** Errors and warnings of the console, and exceptions that nobody caught. */
  List<String> complaints() {
    return Stream.of("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
        .flatMap(kind -> browser.events(session, kind).stream())
        .map(JsonNode::toString)
        .toList();
  }

  /** Addresses that were asked for. */
  List<String> requests() {
    return browser.events(session, "Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asText())
        .toList();
  }

  private JsonNode send(String method, Map<String, ?> params) {
    return browser.send(session, method, params);
  }
}
