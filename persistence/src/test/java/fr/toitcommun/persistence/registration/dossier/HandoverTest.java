package fr.toitcommun.persistence.registration.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Which documents go along when a household separates. */
class HandoverTest {
  private static final String DOCUMENT =
      """
      insert into supporting_document (id, version, demand_id, departement_code, demand_desk_id, member_id, kind, sensitive,
        status, scan, storage_key, sha256, media_type, byte_size, pages, received_on, deposited_at, partner_id)
      select nextval('supporting_document_seq'), 0, id, departement_code, desk_id, ?, ?, false, 'TO_CHECK', 'CLEAN', ?,
        repeat('a', 64), 'application/pdf', 10, 1, '2026-11-02', now(), 1 from demand where id = ?
      """;

  @Test
  void L_441_2_1_whoGoesTakesTheirsAndWhatProvesTheChildrenIsInBoth() {
    Jdbi jdbi = TestDatabase.loaded(600, 7);
    jdbi.useHandle(
        handle -> {
          long common =
              demand(
                  handle,
                  "exists ("
                      + members("CO_APPLICANT")
                      + ") and exists ("
                      + members("DEPENDANT")
                      + ")");
          long other = demand(handle, "d.id <> " + common);
          handle.execute(
              "delete from supporting_document where demand_id in (?, ?)", common, other);
          long leaver = member(handle, common, "CO_APPLICANT");
          long stays = member(handle, common, "APPLICANT");
          long child = member(handle, common, "DEPENDANT");
          deposit(handle, common, leaver, "IDENTITY");
          deposit(handle, common, stays, "IDENTITY");
          deposit(handle, common, child, "OTHER");
          deposit(handle, common, null, "FAMILY_BOOK");
          deposit(handle, common, null, "RENT");
          assertThat(Handover.of(handle, common, List.of(leaver), List.of()))
              .as("without children nothing of the family goes along")
              .hasSize(1);
          List<Handover.Paper> papers =
              Handover.of(handle, common, List.of(leaver), List.of(child));
          assertThat(papers)
              .extracting(Handover.Paper::person, Handover.Paper::stays)
              .containsExactly(tuple(leaver, false), tuple(child, true), tuple(null, true));
          long desk = one(handle, "select desk_id from demand where id = " + other);
          Handover.To to = new Handover.To(other, desk, member(handle, other, "APPLICANT"));
          // The person leaves first, as when the household is stored.
          handle.execute("delete from monthly_resource where member_id = ?", leaver);
          handle.execute("delete from person_name where member_id = ?", leaver);
          handle.execute("delete from household_member where id = ?", leaver);
          Handover.give(handle, papers.get(0), to);
          Handover.share(
              handle, papers.get(2), new Handover.To(other, desk, null), UUID.randomUUID());
          assertThat(kinds(handle, common))
              .containsExactly("FAMILY_BOOK", "IDENTITY", "OTHER", "RENT");
          assertThat(kinds(handle, other)).containsExactly("FAMILY_BOOK", "IDENTITY");
          Map<String, Object> given =
              handle
                  .createQuery("select * from supporting_document where id = :id")
                  .bind("id", papers.get(0).id())
                  .mapToMap()
                  .one();
          assertThat(given).containsEntry("member_id", to.person()).containsEntry("version", 1);
        });
  }

  @Test
  void aPersonWhoLeavesWithWhatWasAlsoDepositedForAllStandsInNobodysWay() {
    var database = TestDatabase.empty();
    TestDatabase.load(database, 600, 7);
    Reads.over(database)
        .useHandle(
            handle -> {
              long common = demand(handle, "exists (" + members("DEPENDANT") + ")");
              long child = member(handle, common, "DEPENDANT");
              deposit(handle, common, child, "OTHER");
              deposit(handle, common, null, "OTHER");
              handle.execute("delete from household_member where id = ?", child);
              assertThat(kinds(handle, common)).contains("OTHER", "OTHER");
            });
  }

  private static String members(String role) {
    return "select 1 from household_member m where m.demand_id = d.id and m.role = '" + role + "'";
  }

  private static long demand(Handle handle, String which) {
    return one(
        handle,
        "select d.id from demand d where d.status = 'ACTIVE' and "
            + which
            + " order by d.id limit 1");
  }

  private static long member(Handle handle, long demand, String role) {
    return one(
        handle,
        "select min(id) from household_member where demand_id = "
            + demand
            + " and role = '"
            + role
            + "'");
  }

  private static long one(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }

  private static void deposit(Handle handle, long demand, Long member, String kind) {
    handle.execute(DOCUMENT, member, kind, UUID.randomUUID().toString(), demand);
  }

  private static List<String> kinds(Handle handle, long demand) {
    return handle
        .createQuery("select kind from supporting_document where demand_id = :demand order by kind")
        .bind("demand", demand)
        .mapTo(String.class)
        .list();
  }
}
