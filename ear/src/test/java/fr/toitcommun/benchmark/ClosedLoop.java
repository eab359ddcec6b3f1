package fr.toitcommun.benchmark;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Sends requests one after the other from each of several clients, each waiting for its answer
 * before it asks again, and measures from the first byte sent to the last byte read.
 */
final class ClosedLoop {
  private final List<Agent> clients;
  private final BiFunction<Agent, Integer, HttpRequest> requests;

  /**
   * @param clients each with a session of its own
   * @param requests the request of this number; the same number asks the same
   */
  ClosedLoop(List<Agent> clients, BiFunction<Agent, Integer, HttpRequest> requests) {
    this.clients = clients;
    this.requests = requests;
  }

  /**
   * Sends this many requests in all, after others that are not counted.
   *
   * @throws IllegalStateException if any is not answered by 200
   */
  Timings measure(int warmUp, int count) {
    send(0, warmUp);
    return send(warmUp, count);
  }

  private Timings send(int first, int count) {
    long[] took = new long[count];
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Agent client : clients) {
        running.add(
            threads.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    took[i] = once(client, requests.apply(client, first + i));
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
    return new Timings(took);
  }

  private static long once(Agent client, HttpRequest request) {
    long start = System.nanoTime();
    var answer = client.send(request);
    long took = System.nanoTime() - start;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return took;
  }
}
