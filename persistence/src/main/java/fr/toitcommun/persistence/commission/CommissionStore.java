package fr.toitcommun.persistence.commission;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Keeps commissions, their standing members and their internal rules. */
public final class CommissionStore {
  private CommissionStore() {}

  /** Founds a commission of a landlord. */
  public static long found(Handle handle, long landlordId, String name, String level, String code) {
    return handle
        .createQuery(
            "insert into commission (id, landlord_id, name, territory_level, territory_code) values"
                + " (nextval('commission_seq'), :landlord, :name, :level, :code) returning id")
        .bind("landlord", landlordId)
        .bind("name", name)
        .bind("level", level)
        .bind("code", code)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Renames a commission and states where its dwellings are; null: wherever the landlord has some.
   */
  public static void describe(
      Handle handle, long commissionId, String name, String level, String code) {
    handle
        .createUpdate(
            "update commission set name = :name, territory_level = :level, territory_code = :code"
                + " where id = :id")
        .bind("name", name)
        .bind("level", level)
        .bind("code", code)
        .bind("id", commissionId)
        .execute();
  }

  /** Keeps a member, new or known. One president only: whoever presided presides no longer. */
  public static long keep(Handle handle, long commissionId, MemberForm form, Long agentId) {
    if (form.isPresident()) {
      handle
          .createUpdate(
              "update commission_member set president = false where commission_id = :commission and"
                  + " id is distinct from :id")
          .bind("commission", commissionId)
          .bind("id", form.getMemberId())
          .execute();
    }
    String sql =
        form.getMemberId() == null
            ? """
            insert into commission_member (commission_id, name, email, capacity, voice, casting_vote, president, substitute,
                                           agent_id, concerns, valid_from, valid_to)
            values (:commission, :name, :email, :capacity, :voice, :casting, :president, :substitute, :agent, :concerns,
                    :from, :to) returning id
            """
            : """
            update commission_member set name = :name, email = :email, capacity = :capacity, voice = :voice,
              casting_vote = :casting, president = :president, substitute = :substitute, agent_id = :agent,
              concerns = :concerns, valid_from = :from, valid_to = :to
            where commission_id = :commission and id = :id returning id
            """;
    Query query = handle.createQuery(sql);
    if (form.getMemberId() != null) {
      query.bind("id", form.getMemberId());
    }
    return query
        .bind("commission", commissionId)
        .bind("name", form.getName())
        .bind("email", form.getEmail())
        .bind("capacity", form.getCapacity())
        .bind("voice", form.getVoice())
        .bind("casting", form.isCastingVote())
        .bind("president", form.isPresident())
        .bind("substitute", form.getSubstitute())
        .bind("agent", agentId)
        .bind("concerns", form.getConcerns())
        .bind("from", form.getValidFrom())
        .bind("to", form.getValidTo())
        .mapTo(Long.class)
        .one();
  }

  /** Keeps internal rules; those of the same day are replaced. */
  public static void keep(Handle handle, long commissionId, InternalRules rules) {
    handle
        .createUpdate(
            """
            insert into commission_rules (commission_id, valid_from, quorum, president_casts, remote_vote, convening_days)
            values (:commission, :from, :quorum, :casts, :remote, :days)
            on conflict (commission_id, valid_from) do update set quorum = :quorum, president_casts = :casts,
              remote_vote = :remote, convening_days = :days
            """)
        .bind("commission", commissionId)
        .bind("from", rules.validFrom())
        .bind("quorum", rules.quorum())
        .bind("casts", rules.presidentCasts())
        .bind("remote", rules.remoteVote())
        .bind("days", rules.conveningDays())
        .execute();
  }
}
