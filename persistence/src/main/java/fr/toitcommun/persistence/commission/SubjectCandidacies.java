package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.registration.NameKey;
import fr.toitcommun.persistence.registration.SubjectCandidacy;
import fr.toitcommun.persistence.registration.SubjectFile.Withheld;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads what became of the dwellings proposed to a person, for the copy of their data. */
public final class SubjectCandidacies {
  private static final String PROPOSALS =
      """
      select r.*, told_status(r) as told_status, w.landlord_id, p.name as landlord, m.name as municipality, w.dwelling_type, h.name as holder,
             k.item_id, k.commission, k.held_on, k.decision, k.rank, k.motive, k.further_motives, k.motive_detail,
             k.condition_text, k.condition_until, k.condition_met_on, k.consumption_units, k.resources_per_unit,
             k.quartile_threshold, k.first_quartile, k.in_priority_district, k.priority_grounds, k.dalo, k.transfer,
             k.days_waited, coalesce(k.closed, true) as closed,
             exists (select 1 from item_candidate c join remote_vote v on v.candidate_id = c.id where c.proposal_id = r.id) as voted
      from proposal r
      join vacancy v on v.id = r.vacancy_id
      join dwelling w on w.id = v.dwelling_id
      join municipality m on m.code = w.municipality_code
      join partner p on p.id = w.landlord_id
      left join partner h on h.id = r.designated_by
      left join lateral (
        select c.*, o.name as commission, s.held_at::date as held_on, s.status = 'CLOSED' as closed
        from item_candidate c join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id
        join commission o on o.id = s.commission_id
        where c.proposal_id = r.id order by s.held_at desc, c.id desc limit 1) k on true
      where r.demand_id = any(:demands) order by r.made_on desc, r.id desc
      """;

  private static final String SAID =
      """
      select c.proposal_id, g.said_at, g.words
      from item_candidate c
      join proposal r on r.id = c.proposal_id and r.demand_id = any(:demands)
      join commission_item i on i.id = c.item_id
      join commission_session s on s.id = i.session_id and s.status = 'CLOSED'
      join item_message g on g.item_id = c.item_id
      order by g.id
      """;

  /** Whom a thread may name besides: everybody of the other demands before the same commission. */
  private static final String NAMES =
      """
      select mine.proposal_id, n.name
      from item_candidate mine
      join proposal r on r.id = mine.proposal_id and r.demand_id = any(:demands)
      join item_candidate other on other.item_id = mine.item_id and other.id <> mine.id
      join proposal q on q.id = other.proposal_id and q.demand_id <> all(:demands)
      join demand d on d.id = q.demand_id
      cross join lateral (
        select unnest(array[m.surname, m.birth_name, m.given_name]) as name from household_member m where m.demand_id = d.id
        union select d.legal_name union select d.unique_number) n
      where n.name is not null
      """;

  private static final String OWN_NAMES =
      """
      select distinct unnest(array[surname, birth_name, given_name]) as name from household_member where demand_id = any(:demands)
      """;

  private static final String LEASES =
      """
      select l.*, (l.cancelled_at at time zone 'Europe/Paris')::date as cancelled_on
      from lease l where l.demand_id = any(:demands) order by l.signed_on desc, l.id desc
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public SubjectCandidacies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * All of these demands, the latest first.
   *
   * @param demands a demand and those that were merged into it: what was proposed to any of them
   *     was proposed to the person
   * @param partnerId partner of the agent who makes the copy: what was written of a candidacy is
   *     its landlord's to tell
   * @param manages whether the agent answers for the whole file
   * @param sensitive whether the agent may know of health and violence
   */
  public List<SubjectCandidacy> of(
      Collection<Long> demands, long partnerId, boolean manages, boolean sensitive) {
    return jdbi.withHandle(
        handle -> {
          Map<Long, List<String>> names = names(handle, demands);
          Map<Long, List<SubjectCandidacy.Said>> said = said(handle, demands, names);
          Map<Long, List<SubjectCandidacy.Signed>> leases = leases(handle, demands);
          return handle
              .createQuery(PROPOSALS)
              .bindArray("demands", Long.class, demands.toArray())
              .map(
                  (row, context) -> {
                    long proposal = row.getLong("id");
                    return candidacy(
                        row,
                        manages || row.getLong("landlord_id") == partnerId,
                        sensitive,
                        said.getOrDefault(proposal, List.of()),
                        leases.getOrDefault(proposal, List.of()));
                  })
              .list();
        });
  }

  private static Map<Long, List<String>> names(Handle handle, Collection<Long> demands) {
    Set<String> own =
        handle
            .createQuery(OWN_NAMES)
            .bindArray("demands", Long.class, demands.toArray())
            .mapTo(String.class)
            .stream()
            .filter(Objects::nonNull)
            .map(NameKey::of)
            // A name without Latin letters is not known by its key.
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toSet());
    Map<Long, List<String>> names = new HashMap<>();
    handle
        .createQuery(NAMES)
        .bindArray("demands", Long.class, demands.toArray())
        .mapToMap()
        .forEach(
            row -> {
              String name = (String) row.get("name");
              if (!own.contains(NameKey.of(name))) {
                names
                    .computeIfAbsent((Long) row.get("proposal_id"), key -> new ArrayList<>())
                    .add(UniqueNumber.isOne(name) ? UniqueNumber.read(name).readable() : name);
              }
            });
    return names;
  }

  private static Map<Long, List<SubjectCandidacy.Said>> said(
      Handle handle, Collection<Long> demands, Map<Long, List<String>> names) {
    Map<Long, List<SubjectCandidacy.Said>> said = new HashMap<>();
    handle
        .createQuery(SAID)
        .bindArray("demands", Long.class, demands.toArray())
        .map(
            (row, context) -> {
              long proposal = row.getLong("proposal_id");
              return said.computeIfAbsent(proposal, key -> new ArrayList<>())
                  .add(
                      new SubjectCandidacy.Said(
                          row.getObject("said_at", OffsetDateTime.class).toInstant(),
                          OtherCandidates.maskedIn(
                              row.getString("words"), names.getOrDefault(proposal, List.of()))));
            })
        .list();
    return said;
  }

  private static Map<Long, List<SubjectCandidacy.Signed>> leases(
      Handle handle, Collection<Long> demands) {
    Map<Long, List<SubjectCandidacy.Signed>> leases = new HashMap<>();
    handle
        .createQuery(LEASES)
        .bindArray("demands", Long.class, demands.toArray())
        .map(
            (row, context) ->
                leases
                    .computeIfAbsent(row.getLong("proposal_id"), key -> new ArrayList<>())
                    .add(
                        new SubjectCandidacy.Signed(
                            day(row, "signed_on"),
                            row.getInt("rent"),
                            row.getString("quota"),
                            row.getString("dalo_status"),
                            row.getString("collective_agreement"),
                            number(row, "household_size"),
                            number(row, "household_category"),
                            number(row, "annual_income"),
                            number(row, "resources_per_unit"),
                            day(row, "cancelled_on"),
                            row.getString("cancellation_words"))))
        .list();
    return leases;
  }

  private static SubjectCandidacy candidacy(
      ResultSet row,
      boolean wordsTold,
      boolean sensitive,
      List<SubjectCandidacy.Said> said,
      List<SubjectCandidacy.Signed> leases)
      throws SQLException {
    boolean closed = row.getBoolean("closed");
    boolean decided = closed && row.getString("decision") != null;
    String refusal = row.getString("refusal_detail");
    String motive = decided ? row.getString("motive_detail") : null;
    String condition = decided ? row.getString("condition_text") : null;
    List<PriorityGround> grounds = decided ? grounds(row) : List.of();
    List<PriorityGround> told =
        grounds.stream().filter(ground -> sensitive || !ground.sensitive()).toList();
    List<Withheld> withheld = new ArrayList<>();
    if (told.size() < grounds.size()) {
      withheld.add(Withheld.SENSITIVE_LABELS);
    }
    if (!wordsTold
        && (!said.isEmpty() || Stream.of(refusal, motive, condition).anyMatch(Objects::nonNull))) {
      withheld.add(Withheld.LANDLORD_WORDS);
    }
    if (!closed) {
      withheld.add(Withheld.DELIBERATION);
    }
    if (row.getBoolean("voted")) {
      withheld.add(Withheld.MEMBERS_VOTES);
    }
    return new SubjectCandidacy(
        row.getString("landlord"),
        row.getString("municipality"),
        row.getString("dwelling_type"),
        day(row, "made_on"),
        row.getString("holder"),
        number(row, "designated_rank"),
        row.getString("channel"),
        closed ? day(row, "notified_on") : null,
        closed ? day(row, "reply_deadline") : null,
        day(row, "accepted_on"),
        row.getString("told_status"),
        // A commission's no ends it at once; it is told when the session is closed.
        ProposalStatus.ON_AGENDA.name().equals(row.getString("told_status"))
            ? null
            : day(row, "closed_on"),
        row.getString("refusal_motive"),
        wordsTold ? refusal : null,
        row.getString("release_reason"),
        decided
            ? new SubjectCandidacy.Decided(
                row.getString("commission"),
                day(row, "held_on"),
                row.getString("decision"),
                number(row, "rank"),
                motives(row),
                wordsTold ? motive : null,
                wordsTold ? condition : null,
                day(row, "condition_until"),
                day(row, "condition_met_on"),
                facts(row, told))
            : null,
        wordsTold ? List.copyOf(said) : List.of(),
        List.copyOf(leases),
        List.copyOf(withheld));
  }

  private static SubjectCandidacy.FactsOfDecision facts(ResultSet row, List<PriorityGround> grounds)
      throws SQLException {
    Integer daysWaited = number(row, "days_waited");
    return daysWaited == null
        ? null
        : new SubjectCandidacy.FactsOfDecision(
            row.getBigDecimal("consumption_units"),
            number(row, "resources_per_unit"),
            number(row, "quartile_threshold"),
            row.getObject("first_quartile", Boolean.class),
            row.getBoolean("in_priority_district"),
            grounds,
            row.getBoolean("dalo"),
            row.getBoolean("transfer"),
            daysWaited);
  }

  private static List<PriorityGround> grounds(ResultSet row) throws SQLException {
    int bits = row.getInt("priority_grounds");
    return Arrays.stream(PriorityGround.values())
        .filter(ground -> (bits & ground.bit()) != 0)
        .toList();
  }

  private static List<String> motives(ResultSet row) throws SQLException {
    String further = row.getString("further_motives");
    return Stream.concat(
            Stream.ofNullable(row.getString("motive")),
            further == null ? Stream.empty() : Stream.of(further.split(" ")))
        .toList();
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static Integer number(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }
}
