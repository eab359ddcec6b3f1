package fr.toitcommun.persistence.registration.draft;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.WordOf;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The drafts in the database. A field that a form no longer has is passed over when an older draft
 * is read; one that is new is empty in it.
 */
public final class DraftStore {
  /** Most drafts an agent may have at a time. */
  public static final int MOST = 20;

  // Safe for threads, and it learns each class once.
  private static final Jsonb JSON = JsonbBuilder.create();

  private final Jdbi jdbi;

  /** Over this database. */
  public DraftStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Keeps what is typed. Where another window kept the same draft since, neither takes the other's
   * place: this one is kept apart.
   *
   * @throws RefusedInput when the agent has {@value #MOST} others already
   */
  public KeptDraft keep(long agentId, DemandDraft draft, Instant at) {
    return jdbi.withHandle(
        handle -> {
          if (draft.revision() > 0 && replaced(handle, agentId, draft, at)) {
            return new KeptDraft(draft.id(), draft.revision() + 1, at, false);
          }
          if (count(handle, agentId) >= MOST) {
            throw RefusedInput.because("TOO_MANY_DRAFTS", MOST);
          }
          if (draft.revision() == 0 && added(handle, agentId, draft.id(), draft, at)) {
            return new KeptDraft(draft.id(), 1, at, false);
          }
          UUID own = UUID.randomUUID();
          added(handle, agentId, own, draft, at);
          return new KeptDraft(own, 1, at, true);
        });
  }

  private static boolean replaced(Handle handle, long agentId, DemandDraft draft, Instant at) {
    return handle
            .createUpdate(
                """
                update demand_draft
                set form = cast(:form as jsonb), version_read = :version, form_read = cast(:read as jsonb),
                    word_of = :word, step = :step, seen = :seen, revision = revision + 1, updated_at = :at
                where id = :id and agent_id = :agent and revision = :revision
                """)
            .bind("id", draft.id())
            .bind("agent", agentId)
            .bind("revision", draft.revision())
            .bind("form", JSON.toJson(draft.form()))
            .bind("version", draft.versionRead())
            .bind("read", json(draft.formRead()))
            .bind("word", draft.wordOf())
            .bind("step", draft.step())
            .bind("seen", String.join(" ", draft.seen()))
            .bind("at", at.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  private static boolean added(
      Handle handle, long agentId, UUID id, DemandDraft draft, Instant at) {
    return handle
            .createUpdate(
                """
                insert into demand_draft (id, agent_id, demand_id, version_read, form_read, word_of, form, step, seen,
                                          revision, started_at, updated_at)
                values (:id, :agent, (select d.id from demand d where d.unique_number = :number), :version,
                        cast(:read as jsonb), :word, cast(:form as jsonb), :step, :seen, 1, :at, :at)
                on conflict (id) do nothing
                """)
            .bind("id", id)
            .bind("agent", agentId)
            .bind("number", draft.uniqueNumber())
            .bind("version", draft.versionRead())
            .bind("read", json(draft.formRead()))
            .bind("word", draft.wordOf())
            .bind("form", JSON.toJson(draft.form()))
            .bind("step", draft.step())
            .bind("seen", String.join(" ", draft.seen()))
            .bind("at", at.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  private static int count(Handle handle, long agentId) {
    return handle
        .createQuery("select count(*) from demand_draft where agent_id = :agent")
        .bind("agent", agentId)
        .mapTo(Integer.class)
        .one();
  }

  private static String json(DemandForm form) {
    return form == null ? null : JSON.toJson(form);
  }

  /** A draft of this agent; empty when there is none, or it is another's. */
  public Optional<DemandDraft> find(long agentId, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select t.*, d.unique_number from demand_draft t"
                        + " left join demand d on d.id = t.demand_id"
                        + " where t.id = :id and t.agent_id = :agent")
                .bind("id", id)
                .bind("agent", agentId)
                .map((row, context) -> draft(row))
                .findOne());
  }

  private static DemandDraft draft(ResultSet row) throws SQLException {
    String formRead = row.getString("form_read");
    String wordOf = row.getString("word_of");
    return new DemandDraft(
        row.getObject("id", UUID.class),
        row.getString("unique_number"),
        row.getObject("version_read", Integer.class),
        formRead == null ? null : JSON.fromJson(formRead, DemandForm.class),
        wordOf == null ? null : WordOf.valueOf(wordOf),
        JSON.fromJson(row.getString("form"), DemandForm.class),
        row.getString("step"),
        Arrays.asList(row.getString("seen").split(" ")),
        row.getInt("revision"),
        moment(row, "started_at"),
        moment(row, "updated_at"));
  }

  /**
   * The drafts of this agent, the latest first; at most {@value #MOST}, as many as there may be.
   */
  public List<DraftList.Row> of(long agentId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select t.id, d.unique_number, t.started_at, t.updated_at,
                           coalesce(t.form->'legalPerson'->>'name',
                             concat_ws(' ', t.form->'applicant'->>'givenName', t.form->'applicant'->>'surname')) as applicant
                    from demand_draft t left join demand d on d.id = t.demand_id
                    where t.agent_id = :agent order by t.updated_at desc limit :most
                    """)
                .bind("agent", agentId)
                .bind("most", MOST)
                .map(
                    (row, context) ->
                        new DraftList.Row(
                            row.getObject("id", UUID.class),
                            row.getString("unique_number"),
                            row.getString("applicant"),
                            moment(row, "started_at"),
                            moment(row, "updated_at")))
                .list());
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Forgets a draft of this agent, if there is one. */
  public void discard(long agentId, UUID id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from demand_draft where id = :id and agent_id = :agent")
                .bind("id", id)
                .bind("agent", agentId)
                .execute());
  }

  /** Forgets what was last kept before this moment. */
  public void forget(Instant before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from demand_draft where updated_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
  }
}
