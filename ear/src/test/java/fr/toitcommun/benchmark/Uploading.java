package fr.toitcommun.benchmark;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Deposits documents of five megabytes from eight agents at once, twenty each, and looks at the
 * server's heap meanwhile.
 */
final class Uploading {
  private static final String LANDLORD = "bailleur.nantes";
  private static final int AGENTS = 8;
  private static final int DOCUMENTS = 20;
  private static final int BYTES = 5 * 1024 * 1024;
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int LOOK_EVERY_MILLIS = 50;
  private static final Pattern HEAP =
      Pattern.compile("base_memory_usedHeap_bytes(?:\\{[^}]*})? ([0-9.E+]+)");

  private final URI address;
  private final URI metrics;
  private final List<String> demands;

  /**
   * @param management where the server tells its figures
   * @param demands numbers of demands, at least as many as agents
   */
  Uploading(URI address, URI management, List<String> demands) {
    this.address = address;
    this.metrics = management.resolve("/metrics");
    this.demands = demands.subList(0, AGENTS);
  }

  /** Measures and reports. */
  void measure(Report report) {
    List<Agent> agents = Agent.several(address, LANDLORD, AGENTS);
    Agent watching = Agent.ofInterface(address, LANDLORD);
    long before = heap(watching);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(AGENTS + 1);
    try {
      Future<Long> peak = threads.submit(() -> peak(watching, over));
      long start = System.nanoTime();
      List<Future<long[]>> running = new ArrayList<>();
      for (int i = 0; i < AGENTS; i++) {
        Agent agent = agents.get(i);
        String demand = demands.get(i);
        long seed = System.nanoTime() + i;
        running.add(threads.submit(() -> upload(agent, demand, seed)));
      }
      List<Long> took = new ArrayList<>();
      for (Future<long[]> one : running) {
        for (long nanoseconds : one.get()) {
          took.add(nanoseconds);
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      over.set(true);
      report.note(
          "Upload of %d documents of 5 MiB by each of %d agents at once"
              .formatted(DOCUMENTS, AGENTS),
          String.format(
              Locale.ROOT,
              "%.1f s, %.0f MiB/s; %s each",
              seconds,
              took.size() * (double) BYTES / MEBIBYTE / seconds,
              new Timings(took.stream().mapToLong(Long::longValue).toArray())));
      report.note(
          "Heap of the server meanwhile",
          "before %d MiB, at most %d MiB".formatted(before / MEBIBYTE, peak.get() / MEBIBYTE));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
  }

  private static long[] upload(Agent agent, String demand, long seed) {
    Random random = new Random(seed);
    long[] took = new long[DOCUMENTS];
    for (int i = 0; i < DOCUMENTS; i++) {
      HttpRequest request =
          agent.upload("/api/v1/demands/" + demand + "/documents?kind=OTHER", paper(random));
      long start = System.nanoTime();
      HttpResponse<String> answer = agent.send(request);
      took[i] = System.nanoTime() - start;
      if (answer.statusCode() != 201) {
        throw new IllegalStateException(
            "An upload answers " + answer.statusCode() + ": " + answer.body());
      }
    }
    return took;
  }

  /** A PDF of one empty page and, as a stream that it does not use, as much as is wanted. */
  private static byte[] paper(Random random) {
    byte[] ballast = new byte[BYTES - 600];
    random.nextBytes(ballast);
    String[] objects = {
      "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n",
      "4 0 obj<</Length " + ballast.length + ">>stream\n"
    };
    StringBuilder head = new StringBuilder("%PDF-1.4\n");
    StringBuilder places = new StringBuilder("0000000000 65535 f \n");
    for (String object : objects) {
      places.append(String.format("%010d 00000 n \n", head.length()));
      head.append(object);
    }
    String end = "\nendstream endobj\n";
    int at = head.length() + ballast.length + end.length();
    String tail =
        end
            + "xref\n0 5\n"
            + places
            + "trailer<</Size 5/Root 1 0 R>>\nstartxref\n"
            + at
            + "\n%%EOF\n";
    byte[] paper = new byte[head.length() + ballast.length + tail.length()];
    copy(head.toString(), paper, 0);
    System.arraycopy(ballast, 0, paper, head.length(), ballast.length);
    copy(tail, paper, head.length() + ballast.length);
    return paper;
  }

  private static void copy(String text, byte[] to, int at) {
    for (int i = 0; i < text.length(); i++) {
      to[at + i] = (byte) text.charAt(i);
    }
  }

  private Long peak(Agent watching, AtomicBoolean over) throws InterruptedException {
    long peak = 0;
    while (!over.get()) {
      peak = Math.max(peak, heap(watching));
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
    return peak;
  }

  /** Bytes of the heap in use, what nobody needs any more included. */
  private long heap(Agent watching) {
    Matcher used = HEAP.matcher(watching.read(metrics.toString()));
    if (!used.find()) {
      throw new IllegalStateException("The server does not tell its heap");
    }
    return (long) Double.parseDouble(used.group(1));
  }
}
