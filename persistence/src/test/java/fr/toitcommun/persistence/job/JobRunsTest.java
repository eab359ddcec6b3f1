package fr.toitcommun.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

  private JobRuns runs;

  @BeforeEach
  void empty() {
    Jdbi jdbi = Reads.over(TestDatabase.empty());
    runs = new JobRuns(jdbi);
  }

  @Test
  void ofTwentyServersThatBeginAJobAtOnceOneHasIt() throws Exception {
    List<Callable<Optional<Long>>> servers =
        java.util.stream.IntStream.range(0, 20)
            .<Callable<Optional<Long>>>mapToObj(n -> () -> open("JOB", null, "server " + n))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      long begun = 0;
      for (Future<Optional<Long>> one : threads.invokeAll(servers)) {
        begun += one.get().isPresent() ? 1 : 0;
      }
      assertThat(begun).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aNightBeginsAJobOnceEvenWhenItIsDone() {
    long run = open("JOB", null, "a").orElseThrow();
    runs.end(run, "a", RunState.DONE, null, NOW);
    assertThat(open("JOB", null, "b")).isEmpty();
    assertThat(open("JOB", "gestionnaire", "b")).isPresent();
    assertThat(open("OTHER", null, "b")).isPresent();
  }

  @Test
  void aSilentServerLosesItsRunAndCannotWriteToItAnyMore() {
    long run = open("JOB", null, "a").orElseThrow();
    assertThat(runs.beat(run, "a", NOW.plusSeconds(10))).contains(false);
    assertThat(runs.giveUp(NOW.plusSeconds(10), NOW)).isEmpty();
    assertThat(runs.giveUp(NOW.plusSeconds(200), NOW.plusSeconds(200)))
        .extracting(JobRun::failure)
        .containsExactly("SERVER_GONE");
    assertThat(runs.resume(run, "b", NOW.plusSeconds(201))).isTrue();
    assertThat(runs.resume(run, "c", NOW.plusSeconds(201))).isFalse();
    // The first server was only slow.
    assertThat(runs.beat(run, "a", NOW.plusSeconds(202))).isEmpty();
    runs.end(run, "a", RunState.DONE, null, NOW.plusSeconds(202));
    assertThat(runs.find(run).orElseThrow().state()).isEqualTo(RunState.RUNNING);
    assertThat(runs.beat(run, "b", NOW.plusSeconds(202))).contains(false);
  }

  @Test
  void whatIsSetAsideIsCountedOnceHoweverOftenItsPartIsRepeated() {
    Jdbi jdbi = Reads.over(TestDatabase.empty());
    JobRuns own = new JobRuns(jdbi);
    long run = own.open("JOB", DAY, null, "a", 3, NOW).orElseThrow();
    Outcome outcome =
        Outcome.of(
            List.of("n"),
            List.of(new Outcome.SetAside(1, "LATE"), new Outcome.SetAside(2, "NEVER")));
    jdbi.useHandle(
        handle ->
            handle.execute("alter table job_run_item drop constraint job_run_item_demand_id_fkey"));
    assertThat(own.count(run, "a", outcome)).isTrue();
    assertThat(own.count(run, "a", outcome)).isTrue();
    assertThat(own.count(run, "b", outcome)).isFalse();
    assertThat(own.find(run).orElseThrow())
        .extracting(JobRun::done, JobRun::setAside)
        .containsExactly(2L, 2L);
  }

  @Test
  void whoDoesItHearsThatItIsToStop() {
    long run = open("JOB", "gestionnaire", "a").orElseThrow();
    assertThat(runs.askStop(run)).isTrue();
    assertThat(runs.beat(run, "a", NOW)).contains(true);
    runs.end(run, "a", RunState.STOPPED, null, NOW);
    assertThat(runs.askStop(run)).isFalse();
    assertThat(runs.resume(run, "a", NOW)).isTrue();
    assertThat(runs.beat(run, "a", NOW)).contains(false);
  }

  @Test
  void aPlaceInAListIsReadAsItWasWritten() {
    DueCursor place = new DueCursor("44", DAY, 17);
    assertThat(DueCursor.read(place.written())).isEqualTo(place);
    for (String wrong : List.of("", "44", "44_x_1", "44_2026-11-24_-1", "44_2026-02-30_1")) {
      assertThatThrownBy(() -> DueCursor.read(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Optional<Long> open(String job, String askedBy, String server) {
    return runs.open(job, DAY, askedBy, server, 10, NOW);
  }
}
