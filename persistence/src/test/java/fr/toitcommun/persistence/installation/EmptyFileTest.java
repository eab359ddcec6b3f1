package fr.toitcommun.persistence.installation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.Test;

/** What a real file begins with: nothing but the schema and its reference data. */
class EmptyFileTest {
  private final Jdbi jdbi = Jdbi.create(TestDatabase.empty());

  /** EclipseLink takes the fifty numbers up to the one that a sequence gives. */
  @Test
  void theFirstNumberOfEachSequenceEndsAWholeBlock() {
    Map<String, Long> blocks =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select sequencename, increment_by from pg_sequences"
                            + " where schemaname = current_schema() and increment_by >= 50")
                    .setMapKeyColumn("sequencename")
                    .setMapValueColumn("increment_by")
                    .collectInto(new GenericType<Map<String, Long>>() {}));
    assertThat(blocks).hasSizeGreaterThan(15);
    for (Map.Entry<String, Long> block : blocks.entrySet()) {
      long first =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery("select nextval(cast(:name as regclass))")
                      .bind("name", block.getKey())
                      .mapTo(Long.class)
                      .one());
      assertThat(first).as(block.getKey()).isGreaterThanOrEqualTo(block.getValue());
    }
  }
}
