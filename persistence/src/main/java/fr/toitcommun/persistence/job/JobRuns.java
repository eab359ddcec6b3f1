package fr.toitcommun.persistence.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * The runs of jobs and the lock that lies in them: a job has one running row at most, whichever
 * server writes it.
 */
public final class JobRuns {
  private final Jdbi jdbi;

  /** Reads and writes in this database, in the caller's transaction if there is one. */
  public JobRuns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Begins a run, unless the job runs already or, when the plan asks, was begun for that day.
   *
   * @param askedBy login; null: the plan of the night
   * @param total what is due
   * @return its identity; empty when somebody else has it
   */
  public Optional<Long> open(
      String job, LocalDate day, String askedBy, String server, long total, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    insert into job_run (job, day, state, asked_by, server, started_at, beat_at, total)
                    values (:job, :day, 'RUNNING', :asked, :server, :at, :at, :total)
                    on conflict do nothing returning id
                    """)
                .bind("job", job)
                .bind("day", day)
                .bind("asked", askedBy)
                .bind("server", server)
                .bind("at", utc(at))
                .bind("total", total)
                .mapTo(Long.class)
                .findOne());
  }

  /**
   * Takes a stopped or failed run up again.
   *
   * @return false when it is neither, or the job runs meanwhile
   */
  public boolean resume(long id, String server, Instant at) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update job_run r set state = 'RUNNING', server = :server, beat_at = :at, ended_at = null,
                               failure = null, stop_asked = false
                        where id = :id and state in ('STOPPED','FAILED')
                          and not exists (select 1 from job_run o where o.job = r.job and o.state = 'RUNNING')
                        """)
                    .bind("id", id)
                    .bind("server", server)
                    .bind("at", utc(at))
                    .execute())
        == 1;
  }

  /** Notes which execution of Jakarta Batch does it. */
  public void execution(long id, long executionId) {
    jdbi.useHandle(
        handle ->
            handle.execute("update job_run set execution_id = ? where id = ?", executionId, id));
  }

  /**
   * A sign of life before each part.
   *
   * @return whether somebody asked to stop; empty when the run was taken from this server
   */
  public Optional<Boolean> beat(long id, String server, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "update job_run set beat_at = :at where id = :id and state = 'RUNNING' and"
                        + " server = :server returning stop_asked")
                .bind("at", utc(at))
                .bind("id", id)
                .bind("server", server)
                .mapTo(Boolean.class)
                .findOne());
  }

  /**
   * Counts a part that is done and keeps what was set aside, last thing in the transaction of that
   * part: the run is held only this long.
   *
   * @return false when the run was taken from this server meanwhile, and the part must be undone
   */
  public boolean count(long id, String server, Outcome outcome) {
    return jdbi.withHandle(
        handle -> {
          int kept =
              handle
                  .createUpdate(
                      "insert into job_run_item (run_id, demand_id, outcome, reason) select :run,"
                          + " demand, 'SET_ASIDE', reason from unnest(cast(:demands as bigint[]),"
                          + " cast(:reasons as text[])) as aside (demand, reason) on conflict"
                          + " (run_id, demand_id) do nothing")
                  .bind("run", id)
                  .bindArray(
                      "demands",
                      Long.class,
                      outcome.setAside().stream().map(Outcome.SetAside::demandId).toArray())
                  .bindArray(
                      "reasons",
                      String.class,
                      outcome.setAside().stream().map(Outcome.SetAside::reason).toArray())
                  .execute();
          return handle.execute(
                  "update job_run set done = done + ?, set_aside = set_aside + ? where id = ? and"
                      + " state = 'RUNNING' and server = ?",
                  outcome.count(),
                  kept,
                  id,
                  server)
              == 1;
        });
  }

  /** Keeps that a demand could not be treated, with the kind of the fault. */
  public void failed(long id, long demandId, String kind) {
    jdbi.useHandle(
        handle -> {
          int kept =
              handle.execute(
                  "insert into job_run_item (run_id, demand_id, outcome, reason) values (?, ?,"
                      + " 'FAILED', ?) on conflict (run_id, demand_id) do nothing",
                  id,
                  demandId,
                  kind);
          handle.execute("update job_run set failed = failed + ? where id = ?", kept, id);
        });
  }

  /** The run is over, unless it was taken from this server. */
  public void end(long id, String server, RunState state, String failure, Instant at) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update job_run set state = ?, failure = ?, ended_at = ?, beat_at = ? where id = ?"
                    + " and state = 'RUNNING' and server = ?",
                state.name(),
                failure,
                utc(at),
                utc(at),
                id,
                server));
  }

  /** Asks a running job to stop after the part it is at, whichever server does it. */
  public boolean askStop(long id) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    "update job_run set stop_asked = true where id = ? and state = 'RUNNING'", id))
        == 1;
  }

  /**
   * Gives up runs that gave no sign of life since: their server is gone.
   *
   * @return those that were given up
   */
  public List<JobRun> giveUp(Instant silentSince, Instant at) {
    return jdbi.withHandle(
        handle ->
            runs(
                handle
                    .createQuery(
                        "update job_run set state = 'FAILED', failure = 'SERVER_GONE', ended_at ="
                            + " :at where state = 'RUNNING' and beat_at < :since returning *")
                    .bind("at", utc(at))
                    .bind("since", utc(silentSince))));
  }

  /** A run by its identity. */
  public Optional<JobRun> find(long id) {
    return jdbi.withHandle(
        handle ->
            runs(handle.createQuery("select * from job_run where id = :id").bind("id", id)).stream()
                .findFirst());
  }

  /** The latest run of each job. */
  public List<JobRun> latest() {
    return jdbi.withHandle(
        handle ->
            runs(
                handle.createQuery(
                    "select distinct on (job) * from job_run order by job, started_at desc, id"
                        + " desc")));
  }

  /** Runs, latest first. */
  public JobRunPage history(int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            new JobRunPage(
                runs(
                    handle
                        .createQuery(
                            "select * from job_run order by started_at desc, id desc offset"
                                + " :offset limit :limit")
                        .bind("offset", offset)
                        .bind("limit", limit)),
                total(handle, "select count(*) from job_run")));
  }

  /** What a run left as it was, by number. */
  public RunItemPage items(long id, int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            new RunItemPage(
                handle
                    .createQuery(
                        "select d.unique_number, i.outcome, i.reason from job_run_item i join"
                            + " demand d on d.id = i.demand_id where i.run_id = :id order by"
                            + " i.demand_id offset :offset limit :limit")
                    .bind("id", id)
                    .bind("offset", offset)
                    .bind("limit", limit)
                    .map(ConstructorMapper.of(RunItemPage.Item.class))
                    .list(),
                handle
                    .createQuery("select count(*) from job_run_item where run_id = :id")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .one()));
  }

  /** When this file was installed: no night before it counts. */
  public Instant installedAt() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select prepared_at from installation")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
  }

  private static List<JobRun> runs(Query query) {
    return query.map(ConstructorMapper.of(JobRun.class)).list();
  }

  private static long total(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
