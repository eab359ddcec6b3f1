package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.eligibility.Candidacy;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.reference.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads the sessions of a landlord's commission. */
public final class SessionReader {
  private static final String CANDIDATES =
      """
      select c.id, c.version, c.item_id, c.position, c.proposal_id, d.unique_number,
             coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant, a.birth_date, d.initial_deposit_date,
             d.household_size, d.household_category, d.annual_income, d.current_tenure, d.main_motive,
             d.transfer, d.dalo_status, r.status as proposal_status, c.decision, c.rank, c.condition_text,
             c.condition_deadline, c.condition_met_on, c.motive, c.motive_detail, c.further_motives, d.expected_children,
             h.co_applicants, h.adults, h.dependants
      from item_candidate c
      join commission_item i on i.id = c.item_id
      join proposal r on r.id = c.proposal_id
      join demand d on d.id = r.demand_id
      join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
      join lateral (
        select string_agg(m.given_name || ' ' || m.surname, ', ' order by m.position)
                 filter (where m.role = 'CO_APPLICANT') as co_applicants,
               count(*) filter (where m.role in ('APPLICANT', 'CO_APPLICANT')) as adults,
               count(*) filter (where m.role not in ('APPLICANT', 'CO_APPLICANT')) as dependants
        from household_member m where m.demand_id = d.id) h on true
      where i.session_id = :session order by i.position, c.position
      """;

  private static final String ROW =
      """
      select s.id, c.name as commission, s.held_at, s.place, s.status, s.vote_opens_at, s.vote_closes_at,
        s.paper_minutes or is_signed(s.id) as signed,
        (select count(*) from commission_item i where i.session_id = s.id) as dwellings,
        (select count(*) from commission_item i join item_candidate ic on ic.item_id = i.id
          where i.session_id = s.id) as candidates,
        (select count(*) from commission_item i join item_candidate ic on ic.item_id = i.id
          where i.session_id = s.id and ic.decision is null) as undecided,
        count(*) over () as total
      from commission_session s join commission c on c.id = s.commission_id
      where c.landlord_id = :landlord
      """;

  private final Jdbi jdbi;
  private final VacancyReader vacancies;

  /** Reads from this database. */
  public SessionReader(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.vacancies = new VacancyReader(jdbi);
  }

  /**
   * The sessions of a landlord: planned ones first, nearest first, then closed ones, latest first.
   *
   * @param plannedOnly leaves out those that are closed
   */
  public SessionPage ofLandlord(long landlordId, boolean plannedOnly, int offset, int limit) {
    return page(
        ROW
            + """
            and (not :plannedOnly or s.status = 'PLANNED')
            order by (s.status = 'CLOSED'),
              case when s.status = 'PLANNED' then s.held_at end, s.held_at desc, s.id
            offset :offset limit :limit
            """,
        Map.of(
            "landlord", landlordId, "plannedOnly", plannedOnly, "offset", offset, "limit", limit));
  }

  /** The sessions of a landlord held from one day on and before another, earliest first. */
  public SessionPage between(long landlordId, LocalDate from, LocalDate before, int limit) {
    return page(
        ROW
            + """
            and s.held_at >= :from and s.held_at < :before order by s.held_at, s.id limit :limit
            """,
        Map.of("landlord", landlordId, "from", from, "before", before, "limit", limit));
  }

  /** What sessions other than this one have made of a vacancy. */
  public DwellingExamined examined(long vacancyId, long butSession) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select (select min(s.held_at)::date from commission_item i join commission_session s on s.id = i.session_id
                             where i.vacancy_id = :vacancy and s.status = 'PLANNED' and s.id <> :session) as planned_on,
                           (select count(*) from proposal r
                             where r.vacancy_id = :vacancy and r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL')) as allocated
                    """)
                .bind("vacancy", vacancyId)
                .bind("session", butSession)
                .map(
                    (row, context) ->
                        new DwellingExamined(
                            row.getObject("planned_on", LocalDate.class), row.getLong("allocated")))
                .one());
  }

  private SessionPage page(String sql, Map<String, Object> binds) {
    return jdbi.withHandle(
        handle -> {
          long[] total = {0};
          List<SessionRow> rows =
              handle
                  .createQuery(sql)
                  .bindMap(binds)
                  .map(
                      (row, context) -> {
                        total[0] = row.getLong("total");
                        return session(row);
                      })
                  .list();
          return new SessionPage(rows, total[0]);
        });
  }

  private static SessionRow session(ResultSet row) throws SQLException {
    return new SessionRow(
        row.getLong("id"),
        row.getString("commission"),
        row.getObject("held_at", LocalDateTime.class),
        row.getString("place"),
        CommissionSession.Status.valueOf(row.getString("status")),
        row.getInt("dwellings"),
        row.getInt("candidates"),
        row.getInt("undecided"),
        row.getObject("vote_opens_at", LocalDateTime.class),
        row.getObject("vote_closes_at", LocalDateTime.class),
        row.getBoolean("signed"));
  }

  private record Head(
      int version,
      long commissionId,
      String commission,
      String landlord,
      String landlordAddress,
      LocalDateTime heldAt,
      String place,
      CommissionSession.Status status,
      LocalDateTime voteOpensAt,
      LocalDateTime voteClosesAt,
      boolean paperMinutes) {}

  private record ItemHead(
      long itemId, int position, long vacancyId, CandidateException exception, String detail) {}

  /**
   * A session of this landlord with its whole agenda, as it stands today; empty when it is not
   * theirs.
   */
  public Optional<SessionDetail> find(
      long sessionId, long landlordId, Reference reference, LocalDate today, FigureSource figures) {
    return jdbi.withHandle(
        handle ->
            head(handle, sessionId, landlordId)
                .map(head -> detail(handle, sessionId, head, reference, today, figures)));
  }

  /** The same for a member, whose seat is known to the caller, whichever landlord's it is. */
  public Optional<SessionDetail> find(
      long sessionId, Reference reference, LocalDate today, FigureSource figures) {
    return jdbi.withHandle(
        handle ->
            head(handle, sessionId, null)
                .map(head -> detail(handle, sessionId, head, reference, today, figures)));
  }

  private static Optional<Head> head(Handle handle, long sessionId, Long landlordId) {
    return handle
        .createQuery(
            """
            select s.*, c.name as commission, p.name as landlord, p.address
            from commission_session s join commission c on c.id = s.commission_id
            join partner p on p.id = c.landlord_id
            where s.id = :session and (cast(:landlord as bigint) is null or c.landlord_id = :landlord)
            """)
        .bind("session", sessionId)
        .bind("landlord", landlordId)
        .map(
            (row, context) ->
                new Head(
                    row.getInt("version"),
                    row.getLong("commission_id"),
                    row.getString("commission"),
                    row.getString("landlord"),
                    row.getString("address"),
                    row.getObject("held_at", LocalDateTime.class),
                    row.getString("place"),
                    CommissionSession.Status.valueOf(row.getString("status")),
                    row.getObject("vote_opens_at", LocalDateTime.class),
                    row.getObject("vote_closes_at", LocalDateTime.class),
                    row.getBoolean("paper_minutes")))
        .findOne();
  }

  private SessionDetail detail(
      Handle handle,
      long sessionId,
      Head head,
      Reference reference,
      LocalDate today,
      FigureSource source) {
    LocalDate day = head.heldAt().toLocalDate();
    List<ItemHead> heads =
        handle
            .createQuery(
                "select id, position, vacancy_id, exception, exception_detail from commission_item"
                    + " where session_id = :session order by position")
            .bind("session", sessionId)
            .map(
                (row, context) ->
                    new ItemHead(
                        row.getLong(1),
                        row.getInt(2),
                        row.getLong(3),
                        CandidateException.valueOf(row.getString(4)),
                        row.getString(5)))
            .list();
    // Of these items: the agenda may change between two statements.
    Map<Long, VacancyRow> dwellings =
        vacancies.these(heads.stream().map(ItemHead::vacancyId).toList());
    Map<Long, CandidateFigures> figures = source.of(candidacies(handle, sessionId, dwellings), day);
    Map<Long, List<SessionDetail.Candidate>> candidates = new LinkedHashMap<>();
    handle
        .createQuery(CANDIDATES)
        .bind("session", sessionId)
        .map(
            (row, context) -> {
              candidates
                  .computeIfAbsent(row.getLong("item_id"), item -> new ArrayList<>())
                  .add(candidate(row, figures.get(row.getLong("id"))));
              return row.getLong("id");
            })
        .list();
    List<AttendeeForm> attendees = attendees(handle, sessionId);
    Map<Long, Set<Long>> voters = VoteStore.votersByItem(handle, sessionId);
    InternalRules rules = CommissionReader.rulesOn(handle, head.commissionId(), reference, day);
    return new SessionDetail(
        sessionId,
        head.version(),
        head.commission(),
        head.landlord(),
        head.landlordAddress(),
        head.heldAt(),
        head.place(),
        head.status(),
        !day.isAfter(today),
        reference.value("MINIMUM_CANDIDATES", day),
        rules.quorum(),
        attendees,
        heads.stream()
            .map(
                item ->
                    new SessionDetail.Item(
                        item.itemId(),
                        item.position(),
                        dwellings.get(item.vacancyId()),
                        item.exception(),
                        item.detail(),
                        candidates.getOrDefault(item.itemId(), List.of()),
                        attendees.stream()
                            .filter(
                                one ->
                                    one.countsFor(
                                        dwellings.get(item.vacancyId()),
                                        voters.getOrDefault(item.itemId(), Set.of()),
                                        reference))
                            .map(AttendeeForm::getAttendeeId)
                            .collect(Collectors.toSet())))
            .toList(),
        new SessionDetail.Proceedings(
            head.commissionId(),
            rules,
            head.voteOpensAt(),
            head.voteClosesAt(),
            head.paperMinutes(),
            MinutesStore.of(handle, sessionId)));
  }

  /** Of an erased demand there is nothing left to work figures out from. */
  private static Map<Long, Candidacy> candidacies(
      Handle handle, long sessionId, Map<Long, VacancyRow> dwellings) {
    return handle
        .createQuery(
            "select c.id, i.vacancy_id, r.demand_id from item_candidate c join commission_item i on"
                + " i.id = c.item_id join proposal r on r.id = c.proposal_id join demand d on d.id"
                + " = r.demand_id where i.session_id = :session and i.vacancy_id = any(:vacancies)"
                + " and not d.erased")
        .bind("session", sessionId)
        .bindArray("vacancies", Long.class, dwellings.keySet().toArray())
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong(1), new Candidacy(dwellings.get(row.getLong(2)), row.getLong(3))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<AttendeeForm> attendees(Handle handle, long sessionId) {
    return handle
        .createQuery(
            "select a.*, coalesce(g.partner_id, a.partner_id) as sits_for, s.convened_for_all from"
                + " session_attendee a join commission_session s on s.id = a.session_id left join"
                + " agent g on g.id = a.agent_id where a.session_id = :session order by a.position,"
                + " a.id")
        .bind("session", sessionId)
        .map(
            (row, context) -> {
              AttendeeForm form = new AttendeeForm();
              form.setAttendeeId(row.getLong("id"));
              form.setName(row.getString("name"));
              form.setEmail(row.getString("email"));
              form.setAgentId(row.getObject("agent_id", Long.class));
              form.setPartnerId(row.getObject("sits_for", Long.class));
              form.setForAll(row.getBoolean("convened_for_all"));
              form.setConcerns(row.getString("concerns"));
              form.setPresident(row.getBoolean("president"));
              form.setCapacity(row.getString("capacity"));
              form.setVoice(row.getString("voice"));
              form.setCastingVote(row.getBoolean("casting_vote"));
              form.setAttendance(row.getString("attendance"));
              return form;
            })
        .list();
  }

  private static SessionDetail.Candidate candidate(ResultSet row, CandidateFigures figures)
      throws SQLException {
    String decision = row.getString("decision");
    return new SessionDetail.Candidate(
        row.getLong("id"),
        row.getInt("version"),
        row.getInt("position"),
        row.getLong("proposal_id"),
        row.getString("unique_number"),
        row.getString("applicant"),
        row.getString("co_applicants"),
        row.getObject("birth_date", LocalDate.class),
        row.getObject("initial_deposit_date", LocalDate.class),
        row.getInt("household_size"),
        row.getInt("household_category"),
        row.getInt("adults") + "+" + (row.getInt("dependants") + row.getInt("expected_children")),
        row.getObject("annual_income", Integer.class),
        figures,
        row.getString("current_tenure"),
        ToldMotive.of(row.getString("main_motive")),
        row.getBoolean("transfer"),
        row.getString("dalo_status"),
        ProposalStatus.valueOf(row.getString("proposal_status")),
        decision == null ? null : Decision.valueOf(decision),
        row.getObject("rank", Integer.class),
        row.getString("condition_text"),
        row.getObject("condition_deadline", LocalDate.class),
        row.getObject("condition_met_on", LocalDate.class),
        row.getString("motive"),
        row.getString("motive_detail"),
        words(row.getString("further_motives")));
  }

  private static List<String> words(String codes) {
    return codes == null ? List.of() : List.of(codes.split(" "));
  }
}
