package fr.toitcommun.persistence.registration.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Owed letters, batches, e-mails and tracking over a real database. */
class LettersTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final int LETTERS = 20;

  private static Jdbi jdbi;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(500, TestDatabase.SEED);
    jdbi.useHandle(handle -> handle.execute("delete from letter"));
  }

  private static List<Long> demands(int from, int count) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id from demand where departement_code = '44' and status = 'ACTIVE'"
                        + " order by id offset ? limit ?")
                .bind(0, from)
                .bind(1, count)
                .mapTo(Long.class)
                .list());
  }

  private static long agent() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select min(id) from agent").mapTo(Long.class).one());
  }

  private static BatchMaking.Made made(DueLetters.Due due) {
    boolean mails = !"POST".equals(due.channel());
    return new BatchMaking.Made(
        due.id(),
        due.demandId(),
        "Titre",
        EnvelopeAddress.of(
            List.of("Madame X"), due.id() + " rue A", "4" + due.id() % 9, "Ville", null),
        "<div>lettre</div>",
        mails ? "x@example.org" : null,
        mails ? "Objet" : null,
        mails ? "Texte" : null);
  }

  private static long batch(Handle handle, LetterKind kind) {
    List<DueLetters.Due> due =
        DueLetters.due(handle, "44", kind, NOW.plusSeconds(1), TODAY, BatchMaking.MOST_LETTERS);
    long batch = BatchMaking.open(handle, "44", kind, TODAY, NOW, agent());
    long template = new TemplateStore(jdbi).inForce(kind, TODAY).id();
    BatchMaking.keep(
        handle, due.stream().map(LettersTest::made).toList(), batch, template, TODAY, NOW);
    BatchMaking.close(handle, batch);
    return batch;
  }

  @Test
  void R_441_2_7_theChannelFollowsHowTheApplicantCame() {
    List<Long> demands = demands(0, 5);
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "update demand set registered_online = false, wants_post = false, email_agreed ="
                  + " false where id = any(?)",
              (Object) demands.toArray(Long[]::new));
          handle.execute(
              "update household_member set email = 'x@example.org' where role = 'APPLICANT' and"
                  + " demand_id = any(?)",
              (Object) demands.toArray(Long[]::new));
          handle.execute("update demand set registered_online = true where id = ?", demands.get(0));
          handle.execute(
              "update demand set registered_online = true, wants_post = true where id = ?",
              demands.get(1));
          handle.execute("update demand set email_agreed = true where id = ?", demands.get(2));
          handle.execute(
              "update household_member set email = null where demand_id = ?", demands.get(4));
          LettersOwed.ask(handle, demands, LetterKind.RENEWAL_REMINDER, TODAY, NOW);
          LettersOwed.ask(handle, demands, LetterKind.UNREACHABLE_NOTICE, TODAY, NOW);
        });
    assertThat(channels(demands, LetterKind.RENEWAL_REMINDER))
        .containsExactly("EMAIL", "BOTH", "BOTH", "POST", "POST");
    // R.441-2-8 c): its coming must be proved.
    assertThat(channels(demands, LetterKind.UNREACHABLE_NOTICE)).containsOnly("POST");
  }

  private static List<String> channels(List<Long> demands, LetterKind kind) {
    return demands.stream()
        .map(
            demand ->
                new LetterReader(jdbi)
                    .ofDemand(demand).stream()
                        .filter(letter -> letter.kind() == kind)
                        .findFirst()
                        .orElseThrow()
                        .channel())
        .toList();
  }

  @Test
  void aBatchTakesWhatIsOwedOnceInTheOrderOfAddresses() {
    LetterKind kind = LetterKind.RENEWAL_CERTIFICATE;
    List<Long> demands = demands(20, LETTERS);
    jdbi.useHandle(
        handle -> {
          assertThat(LettersOwed.ask(handle, demands, kind, TODAY, NOW)).isEqualTo(LETTERS);
          assertThat(LettersOwed.ask(handle, demands, kind, TODAY, NOW)).isZero();
          handle.execute("update demand set address_line = ' ' where id = ?", demands.get(0));
        });
    LetterReader reader = new LetterReader(jdbi);
    OwedLetters owed =
        reader.owed().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    assertThat(owed.total()).isEqualTo(LETTERS);
    assertThat(owed.withoutAddress()).isEqualTo(1);
    assertThat(reader.withoutAddress(10)).hasSize(1);

    // Of two servers that make a batch at once, the second finds what the first has not locked.
    long batch =
        jdbi.inTransaction(
            first -> {
              long made = batch(first, kind);
              List<DueLetters.Due> left =
                  jdbi.inTransaction(
                      second ->
                          DueLetters.due(
                              second,
                              "44",
                              kind,
                              NOW.plusSeconds(1),
                              TODAY,
                              BatchMaking.MOST_LETTERS));
              assertThat(left).isEmpty();
              return made;
            });
    LetterBatch stored = reader.batch(batch).orElseThrow();
    assertThat(stored.letters()).isEqualTo(LETTERS - 1);
    assertThat(stored.files()).isEqualTo(1);
    assertThat(stored.parts()).isEqualTo(1);
    assertThat(reader.copies(batch, 1, 200))
        .extracting(copy -> copy.address().get(copy.address().size() - 1))
        .isSorted()
        .hasSize(stored.byPost());
    assertThat(reader.ofBatch(batch, false, 0, 5)).hasSize(5);
    long agent = agent();
    jdbi.useHandle(
        handle -> {
          assertThat(BatchMaking.posted(handle, batch, TODAY, agent)).isTrue();
          assertThat(BatchMaking.posted(handle, batch, TODAY, agent)).isFalse();
        });
    assertThat(reader.batches(0, 10)).extracting(LetterBatch::postedOn).contains(TODAY);
  }

  @Test
  void R_441_2_7_aNoticeOfADemandRenewedMeanwhileIsDropped() {
    List<Long> demands = demands(50, 2);
    jdbi.useHandle(
        handle -> {
          LocalDate end =
              handle
                  .createQuery("select valid_until from demand where id = ?")
                  .bind(0, demands.get(0))
                  .mapTo(LocalDate.class)
                  .one();
          LettersOwed.ask(handle, demands.subList(0, 1), LetterKind.RENEWAL_NOTICE, end, NOW);
          LettersOwed.ask(
              handle,
              demands.subList(1, 2),
              LetterKind.RENEWAL_NOTICE,
              LocalDate.of(2001, 1, 1),
              NOW);
          assertThat(
                  DueLetters.due(
                      handle, "44", LetterKind.RENEWAL_NOTICE, NOW.plusSeconds(1), TODAY, 1))
              .as("what is dropped takes no place")
              .extracting(DueLetters.Due::demandId)
              .containsExactly(demands.get(0));
          assertThat(
                  handle
                      .createQuery(
                          "select demand_id from letter where kind = 'RENEWAL_NOTICE' and"
                              + " dropped_on = :today")
                      .bind("today", TODAY)
                      .mapTo(Long.class)
                      .list())
              .containsExactly(demands.get(1));
        });
  }

  @Test
  void anEmailIsTakenOnceTriedAFewTimesAndABrokenOneIsNotRepeated() {
    LetterKind kind = LetterKind.REGISTRATION_CERTIFICATE;
    List<Long> demands = demands(60, 3);
    long batch =
        jdbi.withHandle(
            handle -> {
              LettersOwed.ask(handle, demands, kind, TODAY, NOW);
              handle.execute(
                  "update letter set channel = 'EMAIL' where kind = 'REGISTRATION_CERTIFICATE'");
              return batch(handle, kind);
            });
    MailQueue queue = new MailQueue(jdbi);
    MailQueue.Outgoing first = queue.take(1, NOW).get(0);
    MailQueue.Outgoing second = queue.take(1, NOW).get(0);
    MailQueue.Outgoing third = queue.take(10, NOW).get(0);
    assertThat(List.of(first.letterId(), second.letterId(), third.letterId()))
        .doesNotHaveDuplicates();
    assertThat(queue.take(10, NOW)).isEmpty();

    queue.sent(first.letterId(), NOW);
    queue.failed(second, MailFault.NO_CONNECTION, null, true, NOW);
    assertThat(queue.take(10, NOW.plus(Duration.ofMinutes(4)))).isEmpty();
    Instant later = NOW;
    MailQueue.Outgoing again = second;
    for (int attempt = 2; attempt <= MailQueue.MOST_TRIES; attempt++) {
      later = later.plus(Duration.ofDays(3));
      again = queue.take(1, later).get(0);
      assertThat(again.attempt()).isEqualTo(attempt);
      queue.failed(again, MailFault.REFUSED, "451", true, later);
    }
    assertThat(queue.take(10, later.plus(Duration.ofDays(30)))).isEmpty();

    assertThat(queue.giveUpBroken(NOW.plus(Duration.ofMinutes(10)))).isZero();
    assertThat(queue.giveUpBroken(NOW.plus(Duration.ofMinutes(16)))).isEqualTo(1);
    List<LetterRow> failed = new LetterReader(jdbi).ofBatch(batch, true, 0, 10);
    assertThat(failed)
        .extracting(LetterRow::fault)
        .containsExactlyInAnyOrder(MailFault.REFUSED, MailFault.INTERRUPTED);
    assertThat(failed).extracting(LetterRow::replyCode).contains("451");

    Instant asked = later;
    int retried = jdbi.withHandle(handle -> MailQueue.retry(handle, batch, null, asked));
    assertThat(retried).isEqualTo(2);
    assertThat(queue.take(10, asked)).hasSize(2).allMatch(mail -> mail.attempt() == 1);
    assertThat(new LetterReader(jdbi).batch(batch).orElseThrow().sent()).isEqualTo(1);
  }

  @Test
  void aTrackingFileIsTakenWholeOrNotAtAll() {
    List<Long> demands = demands(70, 2);
    jdbi.useHandle(
        handle -> {
          LettersOwed.ask(handle, demands, LetterKind.INADMISSIBILITY_NOTICE, TODAY, NOW);
          LettersOwed.motivate(handle, demands.get(0), TODAY, "IRRRES", "Mots");
          batch(handle, LetterKind.INADMISSIBILITY_NOTICE);
        });
    List<String> numbers =
        demands.stream()
            .map(demand -> new LetterReader(jdbi).ofDemand(demand).get(0).uniqueNumber())
            .toList();
    String without =
        new LetterReader(jdbi)
            .ofDemand(demands(80, 1).get(0)).stream()
                .map(LetterRow::uniqueNumber)
                .findFirst()
                .orElse("0440101000001G4401");
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                jdbi.useTransaction(
                    handle ->
                        TrackingFile.take(
                            handle,
                            "numéro;suivi;présentée le\n"
                                + numbers.get(0)
                                + ";1A12345678901;23/11/2026\n"
                                + "44;1A12345678901;\n"
                                + numbers.get(1)
                                + ";1A12345678902;31/02/2026\n"
                                + without
                                + ";1A12345678903;\n"
                                + "une seule colonne 1\n",
                            TODAY)));
    assertThat(refused.faults())
        .extracting(Fault::code)
        .containsExactly(
            "TRACKING_NUMBER_UNKNOWN", "TRACKING_DATE", "TRACKING_COLUMNS", "TRACKING_NO_LETTER");
    assertThat(refused.faults().get(0).arguments()).containsExactly("3", "44");
    assertThat(new LetterReader(jdbi).ofDemand(demands.get(0)).get(0).trackingNumber()).isNull();

    jdbi.useTransaction(
        handle ->
            assertThat(
                    TrackingFile.take(
                        handle,
                        "\ufeff"
                            + numbers.get(0)
                            + ",1A12345678901,2026-11-23\r\n"
                            + numbers.get(1)
                            + ",1A12345678902,\r\n",
                        TODAY))
                .hasSize(2));
    LetterRow letter = new LetterReader(jdbi).ofDemand(demands.get(0)).get(0);
    assertThat(letter.presentedOn()).isEqualTo(TODAY);
    DemandLetters letters =
        new DemandLetters(numbers.get(0), List.of(letter), TODAY.minusMonths(1));
    assertThat(letters.presentedNotices(null, null)).containsExactly(TODAY);
    assertThat(
            new DemandLetters("", List.of(letter), TODAY.plusDays(1)).presentedNotices(null, null))
        .isEmpty();
    assertThatThrownBy(() -> jdbi.useHandle(handle -> TrackingFile.take(handle, "", TODAY)))
        .isInstanceOf(RefusedInput.class);
  }

  @Test
  void ofTheVersionsOfATextTheLastDecidedOfTheLastDayServes() {
    TemplateStore store = new TemplateStore(jdbi);
    LetterKind kind = LetterKind.CANCELLED;
    LetterTemplate delivered = store.inForce(kind, TODAY);
    TemplateForm form = delivered.form();
    form.setTitle("Nouveau titre");
    long agent = agent();
    int second = jdbi.withHandle(handle -> TemplateStore.add(handle, kind, form, agent, NOW));
    assertThat(store.inForce(kind, TODAY).version()).isEqualTo(1);
    jdbi.useHandle(
        handle -> {
          assertThat(TemplateStore.putInForce(handle, kind, second, TODAY.plusDays(1), agent, NOW))
              .isTrue();
          assertThat(TemplateStore.putInForce(handle, kind, second, TODAY, agent, NOW)).isFalse();
        });
    assertThat(store.inForce(kind, TODAY).version()).isEqualTo(1);
    assertThat(store.inForce(kind, TODAY.plusDays(1)).title()).isEqualTo("Nouveau titre");
    assertThat(store.versions(kind, TODAY))
        .extracting(LetterTemplate::version)
        .containsExactly(2, 1);
    assertThat(store.inForce(TODAY)).hasSize(LetterKind.values().length);
  }
}
