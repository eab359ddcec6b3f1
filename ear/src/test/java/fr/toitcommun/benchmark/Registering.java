package fr.toitcommun.benchmark;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Registers demands from many clients for a while, and keeps every number that was answered. */
final class Registering {
  /** How many register at once. */
  static final int CLIENTS = 16;

  private static final String DESK = "guichet.nantes";

  // Incomes, rents and addresses are drawn apart: whether they are meant so is not asked.
  private static final String REGISTER =
      "/api/v1/demands?confirmedDoubts=TC-0006,TC-0207,TC-0316,TC-0619,TC-0808";
  private static final Pattern NUMBER = Pattern.compile("\"uniqueNumber\"\\s*:\\s*\"([^\"]+)\"");

  private final List<Agent> clients;
  private final Options options;
  private final Set<String> numbers = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean measuring = new AtomicBoolean();
  private int given;

  Registering(URI address, Options options) {
    this.options = options;
    this.clients = Agent.several(address, DESK, CLIENTS);
  }

  /**
   * Registers, after a while that is not counted.
   *
   * @return registrations a second
   * @throws IllegalStateException if one is refused, or a number is given twice
   */
  double sustain(int warmUpSeconds) {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    AtomicBoolean enough = new AtomicBoolean();
    List<Future<Integer>> running = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Agent client = clients.get(i);
      Invented forms = new Invented(options.home(), System.nanoTime() + i);
      running.add(threads.submit(() -> registerUntil(enough, client, forms)));
    }
    try {
      TimeUnit.SECONDS.sleep(warmUpSeconds);
      measuring.set(true);
      long start = System.nanoTime();
      TimeUnit.SECONDS.sleep(options.seconds());
      measuring.set(false);
      double rate = took.size() / ((System.nanoTime() - start) / 1e9);
      enough.set(true);
      for (Future<Integer> one : running) {
        given += one.get();
      }
      return rate;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      enough.set(true);
      threads.shutdownNow();
    }
  }

  private int registerUntil(AtomicBoolean enough, Agent client, Invented forms) {
    int count = 0;
    while (!enough.get()) {
      String form = forms.form();
      long start = System.nanoTime();
      HttpResponse<String> answer = client.send(client.post(REGISTER, form));
      long end = System.nanoTime();
      Matcher number = NUMBER.matcher(answer.body());
      if (answer.statusCode() != 201 || !number.find()) {
        throw new IllegalStateException(
            "A registration answers " + answer.statusCode() + ": " + answer.body());
      }
      numbers.add(number.group(1));
      count++;
      if (measuring.get()) {
        took.add(end - start);
      }
    }
    return count;
  }

  /** How many registrations were answered, those before the measurement included. */
  int given() {
    return given;
  }

  /** The different numbers that were answered. */
  Set<String> numbers() {
    return numbers;
  }

  /** How long one took. */
  Timings timings() {
    return new Timings(took.stream().mapToLong(Long::longValue).toArray());
  }
}
