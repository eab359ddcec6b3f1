package fr.toitcommun.persistence.installation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a real file begins with: nothing but the schema and its reference data. */
class EmptyFileTest {
  private final Jdbi jdbi = Jdbi.create(TestDatabase.empty());

  /** EclipseLink takes the fifty numbers up to the one that a sequence gives. */
  @Test
  void theFirstNumberOfEachSequenceEndsAWholeBlock() {
    List<String> sequences =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select sequencename from pg_sequences where schemaname = current_schema()"
                            + " and increment_by = 50 order by 1")
                    .mapTo(String.class)
                    .list());
    assertThat(sequences).hasSizeGreaterThan(15);
    for (String sequence : sequences) {
      long first =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery("select nextval(cast(:name as regclass))")
                      .bind("name", sequence)
                      .mapTo(Long.class)
                      .one());
      assertThat(first).as(sequence).isGreaterThanOrEqualTo(50);
    }
  }
}
