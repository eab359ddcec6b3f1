package fr.toitcommun.persistence.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.report.ReportCollection;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has an extract, until when, and who is at it. */
class ExtractAccountTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration KEPT = Duration.ofHours(48);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String A = "node-a 1";
  private static final String B = "node-b 1";
  private static final NewExtract WANTED =
      new NewExtract(
          "Demandes de Nantes",
          new ExtractContent(
              ExtractKind.FACTS,
              null,
              LocalDate.of(2026, 1, 1),
              LocalDate.of(2026, 6, 30),
              Map.of("TYPE", List.of("T2", "T3")),
              List.of("MOTIVE", "AGE")),
          ExtractFormat.ODS,
          "fr");

  private static final ReportCollection THEME =
      new ReportCollection(ReportKind.THEME, TerritoryLevel.MUNICIPALITY, "44", 2025, Axis.AGE);

  private Jdbi jdbi;
  private ExtractRows rows;
  private ExtractWork work;
  private long partner;
  private long agent;

  @BeforeEach
  void open() {
    jdbi = Reads.over(TestDatabase.empty());
    rows = new ExtractRows(jdbi);
    work = new ExtractWork(jdbi);
    partner = partner("Ville d'essai");
    agent = agent("essai", partner);
  }

  private long partner(String name) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "insert into partner (id, kind, name, address, registering) values"
                        + " (nextval('partner_seq'), 'LOCAL_AUTHORITY', ?, '', true) returning id",
                    name)
                .mapTo(Long.class)
                .one());
  }

  private long agent(String login, long of) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "insert into agent (id, login, password_hash, given_name, surname,"
                        + " partner_id, active) values (nextval('agent_seq'), ?, 'x', 'Anne',"
                        + " 'Essai', ?, true) returning id",
                    login,
                    of)
                .mapTo(Long.class)
                .one());
  }

  private long ask() {
    return ask(WANTED);
  }

  private long ask(NewExtract wanted) {
    return jdbi.withHandle(
        handle -> ExtractRows.ask(handle, wanted, agent, partner, null, NOW, NOW.plus(KEPT)));
  }

  private boolean ready(long id, String server, UUID key) {
    return jdbi.withHandle(
        handle ->
            ExtractWork.ready(handle, id, server, key, 1234, "dictionnaire", NOW.plus(KEPT), NOW));
  }

  @Test
  void whatWasAskedForIsKeptAsItWas() {
    ExtractRow row = rows.find(ask(), NOW).orElseThrow();
    assertThat(row.content()).isEqualTo(WANTED.content());
    assertThat(row.name()).isEqualTo(WANTED.name());
    assertThat(row.format()).isEqualTo(ExtractFormat.ODS);
    assertThat(row.askedBy()).isEqualTo("Anne Essai");
    assertThat(row.state()).isEqualTo(ExtractState.WAITING);
    assertThat(row.percent()).isZero();
  }

  @Test
  void aCollectionIsKeptAsItWasAskedForToo() {
    for (ReportCollection wanted :
        List.of(
            THEME,
            new ReportCollection(ReportKind.YEARLY, TerritoryLevel.EPCI, null, null, null))) {
      ExtractContent content = ExtractContent.collection(wanted);
      ExtractRow row =
          rows.find(ask(new NewExtract("x", content, ExtractFormat.ODT, "en")), NOW).orElseThrow();
      assertThat(row.content()).isEqualTo(content);
      assertThat(row.fileName()).endsWith("-odt.zip");
    }
  }

  /** They take minutes, and others have extracts of seconds to wait for. */
  @Test
  void collectionsAreMadeOneAfterTheOther() {
    NewExtract collection =
        new NewExtract("x", ExtractContent.collection(THEME), ExtractFormat.PDF, "fr");
    long first = ask(collection);
    long second = ask(collection);
    long other = ask();
    assertThat(work.take(A, NOW)).map(ExtractRow::id).contains(first);
    assertThat(work.take(B, NOW)).map(ExtractRow::id).contains(other);
    assertThat(work.take(B, NOW)).isEmpty();
    work.failed(first, A, "REPORT", "Nantes Métropole", NOW);
    assertThat(rows.find(first, NOW).orElseThrow())
        .returns("REPORT", ExtractRow::failure)
        .returns("Nantes Métropole", ExtractRow::failureOf)
        .returns(ExtractState.FAILED, ExtractRow::state);
    assertThat(work.take(B, NOW)).map(ExtractRow::id).contains(second);
  }

  @Test
  void ofManyServersOneTakesIt() throws Exception {
    long id = ask();
    List<Callable<Optional<ExtractRow>>> servers =
        IntStream.range(0, 12)
            .<Callable<Optional<ExtractRow>>>mapToObj(n -> () -> work.take("node " + n, NOW))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try {
      int taken = 0;
      for (Future<Optional<ExtractRow>> one : threads.invokeAll(servers)) {
        taken += one.get().filter(row -> row.id() == id).isPresent() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void progressIsHonest() {
    long id = ask();
    work.take(A, NOW);
    assertThat(work.beat(id, A, 999, 1000, NOW)).isTrue();
    assertThat(rows.find(id, NOW).orElseThrow().percent()).isEqualTo(99);
    assertThat(work.beat(id, A, 1000, 1000, NOW)).isTrue();
    // All rows are through, but the file is not there yet.
    assertThat(rows.find(id, NOW).orElseThrow().percent()).isEqualTo(99);
    assertThat(ready(id, A, UUID.randomUUID())).isTrue();
    assertThat(rows.find(id, NOW).orElseThrow().percent()).isEqualTo(100);
    assertThat(rows.dictionary(id)).contains("dictionnaire");
  }

  @Test
  void whatWasCalledOffIsNobodysToFinish() {
    long id = ask();
    work.take(A, NOW);
    assertThat(rows.cancel(id, NOW)).isTrue();
    assertThat(rows.cancel(id, NOW)).isFalse();
    assertThat(work.beat(id, A, 1, 10, NOW)).isFalse();
    assertThat(ready(id, A, UUID.randomUUID())).isFalse();
    assertThat(rows.find(id, NOW).orElseThrow().state()).isEqualTo(ExtractState.CANCELLED);
  }

  @Test
  void whatAServerLeftIsBegunAnewAndNotForEver() {
    long id = ask();
    for (int attempt = 1; attempt < ExtractWork.MOST_ATTEMPTS; attempt++) {
      assertThat(work.take(A, NOW)).isPresent();
      assertThat(work.takeUp(B, List.of(), NOW.minusSeconds(1), NOW)).as("still alive").isFalse();
      assertThat(work.takeUp(B, List.of(), NOW.plusSeconds(1), NOW)).isTrue();
      assertThat(work.beat(id, A, 5, 10, NOW)).as("taken from it").isFalse();
    }
    assertThat(work.take(A, NOW)).isPresent();
    assertThat(work.takeUp(B, List.of(), NOW.plusSeconds(1), NOW)).isFalse();
    ExtractRow row = rows.find(id, NOW).orElseThrow();
    assertThat(row.state()).isEqualTo(ExtractState.FAILED);
    assertThat(row.failure()).isEqualTo("SERVER_GONE");
  }

  @Test
  void whatAServerForgotIsTakenUpByItselfButNotWhatItIsAt() {
    long id = ask();
    work.take(A, NOW);
    assertThat(work.takeUp(A, List.of(id), NOW.plusSeconds(1), NOW)).as("at it").isFalse();
    assertThat(work.takeUp(A, List.of(), NOW.minusSeconds(1), NOW)).as("not silent").isFalse();
    assertThat(work.takeUp(A, List.of(), NOW.plusSeconds(1), NOW)).isTrue();
  }

  /** Rows are read in one long transaction, on the very thread that tells how far they are. */
  @Test
  void progressIsSeenAndItCanBeCalledOffWhileRowsAreRead() throws Exception {
    long id = ask();
    work.take(A, NOW);
    ExecutorService agent = Executors.newSingleThreadExecutor();
    try {
      jdbi.useTransaction(
          TransactionIsolationLevel.REPEATABLE_READ,
          handle -> {
            handle.createQuery("select count(*) from demand").mapTo(Long.class).one();
            assertThat(work.beat(id, A, 7, 10, NOW)).isTrue();
            assertThat(agent.submit(() -> rows.find(id, NOW)).get().orElseThrow().rowsDone())
                .isEqualTo(7);
            assertThat(agent.submit(() -> rows.cancel(id, NOW)).get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(work.beat(id, A, 8, 10, NOW)).isFalse();
          });
    } finally {
      agent.shutdownNow();
    }
    assertThat(rows.find(id, NOW).orElseThrow().state()).isEqualTo(ExtractState.CANCELLED);
  }

  @Test
  void aDeliveryThatFailedIsBegunAnewAWhileLaterAndNotForEver() {
    Deliveries deliveries = new Deliveries(jdbi);
    deliveries.add(WANTED, partner, agent, Rhythm.DAY, TODAY, NOW);
    deliveries.askForDue(TODAY, NOW, NOW.plus(KEPT));
    Instant at = NOW;
    for (int attempt = 1; attempt < ExtractWork.MOST_ATTEMPTS; attempt++) {
      long id = work.take(A, at).orElseThrow().id();
      Instant again = at.plusSeconds(60);
      work.failedForNow(id, A, "DISK", null, again, at);
      assertThat(work.take(A, at)).as("paused").isEmpty();
      assertThat(work.takeUp(B, List.of(), NOW.minusSeconds(1), at)).as("paused").isFalse();
      assertThat(work.takeUp(B, List.of(), NOW.minusSeconds(1), again)).isTrue();
      at = again;
    }
    long id = work.take(A, at).orElseThrow().id();
    work.failedForNow(id, A, "DISK", null, at.plusSeconds(60), at);
    ExtractRow row = rows.find(id, NOW).orElseThrow();
    assertThat(row.state()).isEqualTo(ExtractState.FAILED);
    assertThat(row.failure()).isEqualTo("DISK");
  }

  @Test
  void whatAnAgentAskedForThemselvesFailsAtOnce() {
    long id = ask();
    work.take(A, NOW);
    work.failedForNow(id, A, "FAULT", null, NOW.plusSeconds(60), NOW);
    assertThat(rows.find(id, NOW).orElseThrow().state()).isEqualTo(ExtractState.FAILED);
  }

  @Test
  void whoMovesToAnotherPartnerLeavesTheirExtractsBehind() {
    ask();
    assertThat(rows.ofAgent(agent, NOW, 0, 10).total()).isEqualTo(1);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update agent set partner_id = ? where id = ?", partner("Autre ville"), agent));
    assertThat(rows.ofAgent(agent, NOW, 0, 10).total()).isZero();
    assertThat(rows.ofAgent(agent, NOW, 0, 10).rows()).isEmpty();
  }

  /** It need not wait for the silence: it knows that it was not there. */
  @Test
  void aServerStartedAnewTakesUpItsOwnAtOnce() {
    ask();
    work.take(A, NOW);
    assertThat(work.takeUp("node-ab 1", List.of(), NOW.minusSeconds(60), NOW))
        .as("another")
        .isFalse();
    assertThat(work.takeUp("node-a 2", List.of(), NOW.minusSeconds(60), NOW)).isTrue();
  }

  @Test
  void afterTwoDaysNobodyFindsItAndItsFileIsToBeSwept() {
    long id = ask();
    work.take(A, NOW);
    work.beat(id, A, 10, 10, NOW);
    UUID key = UUID.randomUUID();
    ready(id, A, key);
    assertThat(rows.find(id, NOW.plus(KEPT).minusSeconds(1))).isPresent();
    assertThat(rows.find(id, NOW.plus(KEPT))).isEmpty();
    assertThat(rows.ofAgent(agent, NOW.plus(KEPT), 0, 10).total()).isZero();
    assertThat(rows.deleteExpired(NOW.plus(KEPT).minusSeconds(1))).isZero();
    assertThat(rows.deleteExpired(NOW.plus(KEPT))).isEqualTo(1);
    Instant later = Instant.now().plusSeconds(60);
    assertThat(
            jdbi.<List<UUID>, RuntimeException>inTransaction(
                handle -> ContentSweep.due(handle, later, 10)))
        .containsExactly(key);
  }

  @Test
  void limitsCountWhatIsUnderWayAndWhatIsKept() {
    long first = ask();
    ask();
    rows.cancel(first, NOW);
    assertThat(rows.load(agent, NOW)).isEqualTo(new ExtractRows.Load(1, 2));
    assertThat(rows.load(agent, NOW.plus(KEPT))).isEqualTo(new ExtractRows.Load(0, 0));
  }

  @Test
  void aDeliveryIsAskedForOnceHoweverManyDaysWereMissed() {
    Deliveries deliveries = new Deliveries(jdbi);
    long id = deliveries.add(WANTED, partner, agent, Rhythm.DAY, TODAY.minusDays(4), NOW);
    assertThat(deliveries.countDue(TODAY)).isEqualTo(1);
    assertThat(deliveries.askForDue(TODAY, NOW, NOW.plus(KEPT))).isEqualTo(1);
    assertThat(deliveries.askForDue(TODAY, NOW, NOW.plus(KEPT))).isZero();
    assertThat(deliveries.find(id).orElseThrow().nextOn()).isEqualTo(TODAY.plusDays(1));
    ExtractPage folder = rows.ofPartner(partner, NOW, 0, 10);
    assertThat(folder.rows()).extracting(ExtractRow::deliveryId).containsExactly(id);
    assertThat(rows.ofAgent(agent, NOW, 0, 10).total()).as("not the agent's own").isZero();
    deliveries.remove(id);
    assertThat(rows.ofPartner(partner, NOW, 0, 10).total()).as("delivered stays").isEqualTo(1);
  }

  @Test
  void oneSeesTheDeliveriesToOnesPartnerAndThoseOneSetUp() {
    Deliveries deliveries = new Deliveries(jdbi);
    long other = partner("Autre ville");
    long theirs = deliveries.add(WANTED, other, agent, Rhythm.MONTH, TODAY, NOW);
    long own = deliveries.add(WANTED, partner, agent, Rhythm.MONTH, TODAY, NOW);
    DeliveryPage all = deliveries.of(agent, partner, 0, 10);
    assertThat(all.total()).isEqualTo(2);
    assertThat(all.rows()).extracting(Delivery::id).containsExactly(own, theirs);
    assertThat(deliveries.of(agent, partner, 1, 1).rows())
        .extracting(Delivery::partnerName)
        .containsExactly("Autre ville");
    assertThat(deliveries.of(agent("autre", other), other, 0, 10).rows())
        .extracting(Delivery::id)
        .containsExactly(theirs);
    assertThat(deliveries.load(other)).isEqualTo(1);
  }

  @Test
  void rhythmsFallOnTheirDays() {
    LocalDate monday = LocalDate.of(2026, 11, 23);
    assertThat(Rhythm.DAY.after(monday)).isEqualTo(monday.plusDays(1));
    assertThat(Rhythm.WEEK.after(monday)).isEqualTo(monday.plusWeeks(1));
    assertThat(Rhythm.WEEK.after(monday.plusDays(6))).isEqualTo(monday.plusWeeks(1));
    assertThat(Rhythm.MONTH.after(monday)).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(Rhythm.MONTH.after(LocalDate.of(2026, 12, 1))).isEqualTo(LocalDate.of(2027, 1, 1));
  }
}
