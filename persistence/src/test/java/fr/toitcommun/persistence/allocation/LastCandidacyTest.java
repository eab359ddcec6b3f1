package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Which examination of a proposal is the last, when two servers gave it its identities. */
class LastCandidacyTest {
  @Test
  void R_441_3_theLaterSessionIsTheLastWhateverItsIdentity() {
    Jdbi jdbi = TestDatabase.loaded(600, 11);
    jdbi.useHandle(
        handle -> {
          Map<String, Object> first =
              handle
                  .createQuery(
                      "select c.id, c.proposal_id, i.vacancy_id, s.id as session_id from"
                          + " item_candidate c join commission_item i on i.id = c.item_id join"
                          + " commission_session s on s.id = i.session_id order by c.id limit 1")
                  .mapToMap()
                  .one();
          long proposal = (long) first.get("proposal_id");
          assertThat(last(handle, proposal)).isEqualTo(first.get("id"));
          handle.execute(
              "create temporary table again as select * from commission_session where id = ?",
              first.get("session_id"));
          handle.execute("update again set id = -1, held_at = held_at + interval '1 month'");
          handle.execute("insert into commission_session select * from again");
          handle.execute(
              "create temporary table item as select * from commission_item where vacancy_id = ?"
                  + " and session_id = ?",
              first.get("vacancy_id"),
              first.get("session_id"));
          handle.execute("update item set id = -1, session_id = -1");
          handle.execute("insert into commission_item select * from item");
          handle.execute(
              "insert into item_candidate (id, version, item_id, position, proposal_id) values (-1,"
                  + " 1, -1, 1, ?)",
              proposal);
          assertThat(last(handle, proposal)).isEqualTo(-1);
          handle.execute(
              "update commission_session set held_at = held_at - interval '2 months' where id ="
                  + " -1");
          assertThat(last(handle, proposal)).isEqualTo(first.get("id"));
        });
  }

  private static Long last(Handle handle, long proposal) {
    return handle
        .createQuery("select id from last_candidacy(:proposal)")
        .bind("proposal", proposal)
        .mapTo(Long.class)
        .one();
  }
}
