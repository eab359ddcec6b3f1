package fr.toitcommun.persistence.registration.dossier;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Documents that go along when a household separates, so that nothing is asked for again
 * (L.441-2-1): those of the persons who go are handed over; of what concerns both households from
 * then on, the papers of children who live in both and what proves the children, each gets its own.
 */
public final class Handover {
  /**
   * A document that goes along.
   *
   * @param person whose it is, by the identity in the common demand; null: the whole household's
   * @param stays whether the common demand keeps its own
   */
  public record Paper(long id, UUID key, Long person, boolean stays) {}

  /**
   * Where it goes.
   *
   * @param desk desk of that demand, whose work it is to check
   * @param person whose it is there; null: the whole household's
   */
  public record To(long demand, long desk, Long person) {}

  private Handover() {}

  /**
   * The documents that go along.
   *
   * @param going identities of the persons who are in the common demand no longer
   * @param shared identities of the children who are in both from now on
   */
  public static List<Paper> of(
      Handle handle, long common, Collection<Long> going, Collection<Long> shared) {
    return handle
        .createQuery(
            """
            select s.id, s.storage_key, s.member_id,
                   s.member_id is null or s.member_id = any(:shared) as stays
            from supporting_document s
            where s.demand_id = :common
              and (s.member_id = any(:going) or s.member_id = any(:shared)
                or s.member_id is null and exists (select 1 from document_kind k where k.code = s.kind
                     and k.asked_when = 'MINORS')
                   and exists (select 1 from household_member m where m.id = any(:children)
                     and m.role in ('DEPENDANT', 'SHARED_CUSTODY')))
            order by s.id
            """)
        .bind("common", common)
        .bindArray("going", Long.class, going)
        .bindArray("shared", Long.class, shared)
        .bindArray("children", Long.class, Stream.concat(going.stream(), shared.stream()).toList())
        .map(
            (row, context) ->
                new Paper(
                    row.getLong("id"),
                    UUID.fromString(row.getString("storage_key")),
                    row.getObject("member_id", Long.class),
                    row.getBoolean("stays")))
        .list();
  }

  /** Gives a document to the new demand. */
  public static void give(Handle handle, Paper paper, To to) {
    handle
        .createUpdate(
            "update supporting_document set demand_id = :demand, demand_desk_id = :desk, member_id"
                + " = :person, version = version + 1 where id = :id")
        .bind("demand", to.demand())
        .bind("desk", to.desk())
        .bind("person", to.person())
        .bind("id", paper.id())
        .execute();
  }

  /**
   * Gives the new demand a document of its own, of the same content.
   *
   * @param key where its content lies
   */
  public static void share(Handle handle, Paper paper, To to, UUID key) {
    handle
        .createUpdate(
            """
            insert into supporting_document (id, version, demand_id, departement_code, demand_desk_id, member_id, kind,
              sensitive, status, scan, storage_key, sha256, media_type, byte_size, pages, received_on, issued_on, tax_year,
              valid_until, deposited_at, deposited_by, partner_id, judged_at, judged_by, refusal_reason)
            select nextval('supporting_document_seq'), 0, :demand, departement_code, :desk, :person, kind,
              sensitive, status, scan, :key, sha256, media_type, byte_size, pages, received_on, issued_on, tax_year,
              valid_until, deposited_at, deposited_by, partner_id, judged_at, judged_by, refusal_reason
            from supporting_document where id = :id
            """)
        .bind("demand", to.demand())
        .bind("desk", to.desk())
        .bind("person", to.person())
        .bind("key", key.toString())
        .bind("id", paper.id())
        .execute();
  }
}
