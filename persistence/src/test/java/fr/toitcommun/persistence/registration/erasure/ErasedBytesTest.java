package fr.toitcommun.persistence.registration.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a name in the files of the database itself. */
class ErasedBytesTest {
  private static final String MARK = "Zwyxkorvath";
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final LocalDate A_YEAR_AGO = TODAY.minusYears(1);

  private Jdbi jdbi;

  @BeforeEach
  void load() {
    jdbi = TestDatabase.loaded(600, 7);
  }

  @Test
  void D_2017_917_4_afterTheErasureNoFileOfTheDatabaseHoldsAByteOfTheName() {
    jdbi.useHandle(
        handle -> {
          DueDemand one = named(handle);
          assertThat(holding(handle)).isNotEmpty();
          handle.useTransaction(
              tx -> Erasure.erase(tx, List.of(one.demandId()), A_YEAR_AGO, TODAY));
          Erasure.tidy(handle, () -> {});
          assertThat(holding(handle)).isEmpty();
        });
  }

  /** Why vacuuming is not enough: what it frees is not overwritten. */
  @Test
  void aTableTooLargeToWriteAnewKeepsBytesThatNoStatementReaches() {
    jdbi.useHandle(
        handle -> {
          DueDemand one = named(handle);
          handle.execute(
              "update rule_parameter set value = 0 where name = 'ERASURE_REWRITE_MEGABYTES'");
          handle.useTransaction(
              tx -> Erasure.erase(tx, List.of(one.demandId()), A_YEAR_AGO, TODAY));
          Erasure.tidy(handle, () -> {});
          assertThat(holding(handle)).isNotEmpty();
          assertThat(
                  handle
                      .createQuery(
                          "select count(*) from household_member m where m::text like '%"
                              + MARK
                              + "%'")
                      .mapTo(Long.class)
                      .one())
              .isZero();
        });
  }

  /** A demand to erase, written to and changed, with a name that nobody else has. */
  private static DueDemand named(Handle handle) {
    DueDemand one = Erasure.due(handle, A_YEAR_AGO, DueCursor.start("44"), 10).get(0);
    long id = one.demandId();
    handle.execute("update household_member set surname = ? where demand_id = ?", MARK, id);
    handle.execute(
        "update demand set address_line = ?, helper_name = ? where id = ?", MARK, MARK, id);
    handle.execute("update demand_event set changes = ? where demand_id = ?", MARK, id);
    long letter =
        handle
            .createQuery(
                "insert into letter (demand_id, departement_code, kind, about, channel, asked_at)"
                    + " values (:demand, '44', 'CANCELLED', :on, 'POST', now()) returning id")
            .bind("demand", id)
            .bind("on", TODAY)
            .mapTo(Long.class)
            .one();
    handle.execute(
        "insert into letter_copy (letter_id, demand_id, title, address, sort_key, content) values"
            + " (?, ?, 't', array[?], 'k', repeat(?, 1000))",
        letter,
        id,
        MARK,
        MARK);
    // Once with the name in all indexes and in the planner's samples.
    handle.execute("analyze");
    return one;
  }

  private static List<String> holding(Handle handle) {
    handle.execute("checkpoint");
    String folder =
        handle
            .createQuery(
                "select current_setting('data_directory') || '/base/' || oid from pg_database where"
                    + " datname = current_database()")
            .mapTo(String.class)
            .one();
    List<String> holding = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK)) {
          holding.add(relation(handle, file.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return holding;
  }

  private static String relation(Handle handle, String file) {
    return handle
        .createQuery(
            "select coalesce((select oid::regclass::text from pg_class where"
                + " pg_relation_filenode(oid)::text = split_part(:file, '.', 1)), :file)")
        .bind("file", file)
        .mapTo(String.class)
        .one();
  }
}
