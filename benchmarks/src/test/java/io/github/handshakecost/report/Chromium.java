package io.github.handshakecost.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium, driven over its DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new ArrayList<>();

  private Chromium(Process process, URI address) {
    this.process = process;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Receiver())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  /** The program, where this machine has it. */
  private static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts the program, or lets the test say why it does not run. */
  static Chromium startOrSkip(Path folder) throws IOException, InterruptedException {
    final Optional<Path> program = find();
    assumeTrue(
        program.isPresent(),
        "no browser test: there is no chromium on the PATH; install Debian's package chromium");
    return start(program.orElseThrow(), folder);
  }

  private static Chromium start(Path program, Path folder)
      throws IOException, InterruptedException {
    final Path profile = Files.createDirectories(folder.resolve("profile"));
    final Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    final Path port = profile.resolve("DevToolsActivePort");
    final long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        process.destroyForcibly();
        throw new IOException(Files.readString(folder.resolve("chromium.log")));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    final List<String> lines = Files.readAllLines(port);
    return new Chromium(
        process, URI.create("ws://127.0.0.1:%s%s".formatted(lines.get(0), lines.get(1))));
  }

  String version() {
    return send("", "Browser.getVersion", Map.of()).path("product").asText();
  }

  /** A new tab. */
  Tab open() {
    final String target =
        send("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    final String session =
        send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    return new Tab(this, session);
  }

  /** Asks and waits for the reply. */
  JsonNode send(String session, String method, Map<String, ?> params) {
    final int id = lastId.incrementAndGet();
    final CompletableFuture<JsonNode> reply = new CompletableFuture<>();
    replies.put(id, reply);
    final ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    message.set("params", JSON.valueToTree(params));
    socket.sendText(message.toString(), true).join();
    final JsonNode answer = reply.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (answer.has("error")) {
      throw new IllegalStateException(method + ": " + answer.path("error"));
    }
    return answer.path("result");
  }

  /** What a tab has told so far of a kind. */
  List<JsonNode> events(String session, String method) {
    synchronized (events) {
      return events.stream()
          .filter(event -> event.path("sessionId").asText().equals(session))
          .filter(event -> event.path("method").asText().equals(method))
          .map(event -> event.path("params"))
          .toList();
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    // Its folder is deleted next, so it must have let go of it.
    process.destroyForcibly().onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        receive(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    private void receive(String message) {
      try {
        final JsonNode tree = JSON.readTree(message);
        if (tree.has("id")) {
          Objects.requireNonNull(replies.remove(tree.path("id").asInt())).complete(tree);
        } else {
          synchronized (events) {
            events.add(tree);
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException(message, e);
      }
    }
  }
}
