package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BodyNumbersTest {
  private static Jdbi jdbi;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(500, TestDatabase.SEED);
  }

  @Test
  void A_2000_11_07_1_severalServersNeverGiveABodyTheSameNumber() throws Exception {
    List<Integer> given = new ArrayList<>();
    ExecutorService servers = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> calls = new ArrayList<>();
      for (int call = 0; call < 24; call++) {
        calls.add(
            servers.submit(
                () ->
                    jdbi.inTransaction(
                        handle ->
                            handle
                                .createQuery("select next_body_ordinal('44', 'SIREN 784123456')")
                                .mapTo(Integer.class)
                                .one())));
      }
      for (Future<Integer> call : calls) {
        given.add(call.get());
      }
    } finally {
      servers.shutdownNow();
    }
    assertThat(given)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
    assertThat(
            jdbi.<Integer, RuntimeException>withHandle(
                handle ->
                    handle
                        .createQuery("select next_body_ordinal('49', 'SIREN 784123456')")
                        .mapTo(Integer.class)
                        .one()))
        .as("another département")
        .isEqualTo(1);
  }

  @Test
  void A_2000_11_07_1_whatWasStoredBeforeIsNumberedOldestFirstByTheSameKey() {
    LegalPersonForm named = new LegalPersonForm();
    named.setName("Association « L’Été » d’Œuvres-Sociales");
    LegalPersonForm known = new LegalPersonForm();
    known.setName("Les Genêts");
    known.setSiren(" 301234567 ");
    jdbi.useHandle(
        handle -> {
          List<Long> demands =
              handle
                  .createQuery(
                      "select id from demand where status = 'ACTIVE' and departement_code = '44'"
                          + " and legal_name is null order by initial_deposit_date, id limit 4")
                  .mapTo(Long.class)
                  .list();
          for (int at = 0; at < 4; at++) {
            LegalPersonForm form = at < 2 ? named : known;
            handle.execute(
                "update demand set legal_name = ?, legal_siren = ? where id = ?",
                form.getName(),
                PlainText.tidy(form.getSiren()),
                demands.get(at));
            handle.execute(
                "update person_name set name_key = ? where demand_id = ?",
                NameKey.of(form.getName()),
                demands.get(at));
          }
          BodyNumbers.numberAll(jdbi);
          assertThat(
                  handle
                      .createQuery(
                          "select body_key || ' ' || body_ordinal from demand where id = any(:ids)"
                              + " order by initial_deposit_date, id")
                      .bindArray("ids", Long.class, demands)
                      .mapTo(String.class)
                      .list())
              .containsExactly(
                  LegalPerson.of(named).bodyKey() + " 1",
                  LegalPerson.of(named).bodyKey() + " 2",
                  "SIREN 301234567 1",
                  "SIREN 301234567 2");
          assertThat(LegalPerson.of(named).bodyKey()).startsWith("NAME ").doesNotContain("ete");
          BodyNumbers.numberAll(jdbi);
          assertThat(
                  handle
                      .createQuery("select next_body_ordinal('44', 'SIREN 301234567')")
                      .mapTo(Integer.class)
                      .one())
              .isEqualTo(3);
        });
  }
}
