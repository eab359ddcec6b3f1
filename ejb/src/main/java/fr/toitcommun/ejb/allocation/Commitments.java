package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.commitment.CommitmentReader;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Effort;
import fr.toitcommun.persistence.allocation.commitment.EffortReader;
import fr.toitcommun.persistence.allocation.commitment.Forecast;
import fr.toitcommun.persistence.allocation.commitment.Tally;
import fr.toitcommun.persistence.allocation.commitment.Territory;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * The commitments of landlords, counted live (L.441-1), and the proposals it takes to satisfy a
 * demand. A landlord sees its own; who has the names of a territory sees its landlords one by one;
 * everybody else sees totals, those of few leases masked (R.441-2-6).
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Commitments {
  private static final int YEARS = 3;
  private static final int MOST_ROWS = 200;
  private static final Pattern SIREN = Pattern.compile("[0-9]{9}");

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /**
   * The counters of a year.
   *
   * @param year civil year; null: this one
   * @param landlordId only this landlord's; null: all the caller may see
   * @param epci only in this EPCI, by SIREN; null: all
   * @throws RefusedInput when the year is none that is kept
   * @throws NotInScope when the landlord's are not the caller's to see
   */
  public CommitmentView view(Integer year, Long landlordId, String epci) {
    return view(territory(year, landlordId, epci));
  }

  /**
   * The counters of a year in one département.
   *
   * @throws RefusedInput when the year is none that is kept
   * @throws NotInScope when the département is not the caller's
   */
  public CommitmentView viewOfDepartement(Integer year, String departement) {
    Territory all = territory(year, null, null);
    if (!all.departements().contains(departement)) {
      throw new NotInScope("departement " + departement);
    }
    return view(
        new Territory(
            all.year(), all.landlordId(), List.of(departement), all.municipalities(), null));
  }

  private CommitmentView view(Territory territory) {
    CommitmentReader reader = new CommitmentReader(jdbi);
    Function<String, Integer> percent = percent(territory.year());
    Map<String, Integer> targets = reader.targets(territory);
    Tally tally = reader.tally(territory);
    boolean byLandlord = territory.landlordId() == null;
    List<CommitmentView.Row> rows = new ArrayList<>();
    if (seesEach()) {
      CommitmentReader.By by = byLandlord ? CommitmentReader.By.LANDLORD : CommitmentReader.By.EPCI;
      Map<String, Map<String, Integer>> own = reader.targets(territory, by);
      reader
          .tallies(territory, by)
          .forEach(
              (name, one) ->
                  rows.add(
                      new CommitmentView.Row(
                          name,
                          one.total(),
                          one.counters(percent, own.getOrDefault(name, Map.of())))));
    }
    List<Counter> counters = tally.counters(percent, targets);
    List<Counter> told = counters.stream().filter(this::told).toList();
    return new CommitmentView(
        territory.year(),
        years(),
        territory.landlordId() == null ? null : nameOf(territory.landlordId()),
        territory.epci(),
        told(tally.total()) ? tally.total() : null,
        told,
        rows,
        byLandlord ? CommitmentView.RowsAre.LANDLORDS : CommitmentView.RowsAre.TERRITORIES,
        told.size() < counters.size() || !told(tally.total()));
  }

  /**
   * The landlords with leases in that year whose counters the caller may see; none: only totals.
   */
  public List<CommitmentView.Choice> landlords(Integer year) {
    return me() == PartnerKind.LANDLORD || !seesEach()
        ? List.of()
        : choices(
            territory(year, null, null),
            "select l.landlord_id::text, p.name from lease l join partner p on p.id ="
                + " l.landlord_id");
  }

  /** The EPCI with leases in that year in the caller's territory. */
  public List<CommitmentView.Choice> territories(Integer year) {
    return choices(
        territory(year, null, null),
        "select e.siren, e.name from lease l join epci e on e.siren = l.epci_siren");
  }

  private List<CommitmentView.Choice> choices(Territory territory, String select) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    select
                        + " where l.cancelled_at is null and l.signed_on between make_date(:year,"
                        + " 1, 1) and make_date(:year, 12, 31) and l.departement_code ="
                        + " any(:departements) and (cast(:landlord as bigint) is null or"
                        + " l.landlord_id = :landlord) and (:everywhere or l.municipality_code ="
                        + " any(:municipalities)) group by 1, 2 order by 2 limit "
                        + MOST_ROWS)
                .bind("year", territory.year())
                .bind("landlord", territory.landlordId())
                .bind("everywhere", territory.municipalities() == null)
                .bindArray("departements", String.class, territory.departements())
                .bindArray(
                    "municipalities",
                    String.class,
                    territory.municipalities() == null ? List.of() : territory.municipalities())
                .map(
                    (row, context) -> new CommitmentView.Choice(row.getString(1), row.getString(2)))
                .list());
  }

  /**
   * Proposals per satisfied demand.
   *
   * @see #view
   */
  public CommitmentView.Efforts efforts(Integer year, Long landlordId, String epci) {
    Territory territory = territory(year, landlordId, epci);
    EffortReader reader = new EffortReader(jdbi);
    List<Effort> whole = reader.by(territory, EffortReader.By.WHOLE, 1);
    List<Effort> byLandlord =
        seesEach() && me() != PartnerKind.LANDLORD
            ? reader.by(territory, EffortReader.By.LANDLORD, MOST_ROWS)
            : List.of();
    List<Effort> byMunicipality = reader.by(territory, EffortReader.By.MUNICIPALITY, MOST_ROWS);
    List<Effort> municipalitiesTold =
        byMunicipality.stream().filter(one -> told(one.leases())).toList();
    Effort all = whole.isEmpty() ? null : whole.get(0);
    return new CommitmentView.Efforts(
        territory.year(),
        years(),
        all != null && told(all.leases()) ? withoutSmallSteps(all) : null,
        reader.by(territory, EffortReader.By.YEAR, YEARS).stream()
            .filter(one -> told(one.leases()))
            .map(this::withoutSmallSteps)
            .toList(),
        byLandlord,
        municipalitiesTold.stream().map(this::withoutSmallSteps).toList(),
        municipalitiesTold.size() < byMunicipality.size());
  }

  /**
   * What the decisions taken so far in a session of the caller's make of its commitments this year:
   * one lease per dwelling, of the first in rank.
   *
   * @throws NotInScope when the session is not the caller's
   */
  @RolesAllowed(Right.DECIDE)
  public List<Forecast> preview(long sessionId) {
    return forecast(sessionId, null);
  }

  /**
   * The same with one decision more.
   *
   * @param candidateId a candidate of a session of the caller's
   * @param decision the decision in question; null: none
   * @param rank its rank; null: the first
   * @throws NotInScope when the candidate is not the caller's
   */
  @RolesAllowed(Right.DECIDE)
  public List<Forecast> previewOf(long candidateId, Decision decision, Integer rank) {
    long session =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select i.session_id from item_candidate c join commission_item i on i.id ="
                            + " c.item_id where c.id = :candidate")
                    .bind("candidate", candidateId)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new NotInScope("candidate " + candidateId)));
    return forecast(
        session,
        decision == null
            ? null
            : new Forecast.Question(
                candidateId, decision.status().isAllocation(), rank == null ? 1 : rank));
  }

  private List<Forecast> forecast(long sessionId, Forecast.Question question) {
    LocalDate held =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select s.held_at::date from commission_session s join commission c on c.id"
                            + " = s.commission_id where s.id = :session and c.landlord_id = :me")
                    .bind("session", sessionId)
                    .bind("me", agent.profile().partnerId())
                    .mapTo(LocalDate.class)
                    .findOne()
                    .orElseThrow(() -> new NotInScope("session " + sessionId)));
    Territory mine =
        new Territory(
            held.getYear(), agent.profile().partnerId(), agent.scope().departements(), null, null);
    CommitmentReader reader = new CommitmentReader(jdbi);
    Tally before = reader.tally(mine);
    Map<String, Integer> targets = reader.targets(mine);
    List<CommitmentReader.Candidate> candidates = reader.candidates(sessionId);
    Function<String, Integer> percent = percent(held.getYear());
    List<Counter> now = before.counters(percent, targets);
    List<Counter> decided =
        before.with(Forecast.leases(candidates, null)).counters(percent, targets);
    List<Counter> with =
        question == null
            ? null
            : before.with(Forecast.leases(candidates, question)).counters(percent, targets);
    return IntStream.range(0, now.size())
        .mapToObj(i -> new Forecast(now.get(i), decided.get(i), with == null ? null : with.get(i)))
        .toList();
  }

  private Territory territory(Integer asked, Long landlordId, String epci) {
    List<Integer> years = years();
    int year = asked == null ? years.get(0) : asked;
    if (!years.contains(year)) {
      throw RefusedInput.at("year", "OUT_OF_RANGE", years.get(years.size() - 1), years.get(0));
    }
    Scope scope = agent.scope();
    boolean own = me() == PartnerKind.LANDLORD;
    Long landlord = own ? Long.valueOf(agent.profile().partnerId()) : landlordId;
    if (landlordId != null && (own ? !landlordId.equals(landlord) : !seesEach())) {
      throw new NotInScope("landlord " + landlordId);
    }
    return new Territory(
        year,
        landlord,
        scope.departements(),
        me() == PartnerKind.LOCAL_AUTHORITY ? scope.municipalities() : null,
        epciOf(epci));
  }

  private static String epciOf(String siren) {
    if (siren == null || siren.isBlank()) {
      return null;
    }
    if (!SIREN.matcher(siren).matches()) {
      throw RefusedInput.at("epci", "SIREN_FORMAT");
    }
    return siren;
  }

  private List<Integer> years() {
    int last = LocalDate.now(clock).getYear();
    return IntStream.range(0, YEARS).mapToObj(back -> last - back).toList();
  }

  private PartnerKind me() {
    return agent.profile().partnerKind();
  }

  /** Who may read names in a territory sees its landlords one by one; a landlord sees its own. */
  private boolean seesEach() {
    return agent.scope().registering()
        && switch (me()) {
          case LANDLORD, STATE, DEPARTMENT, LOCAL_AUTHORITY, FILE_MANAGER -> true;
          case ACTION_LOGEMENT, INFORMATION_AGENCY -> false;
        };
  }

  private Effort withoutSmallSteps(Effort effort) {
    return effort.steps().stream().allMatch(this::told)
        ? effort
        : new Effort(effort.name(), effort.leases(), effort.proposals(), List.of());
  }

  private boolean told(Counter counter) {
    return told(counter.total())
        && told(counter.count())
        && told(counter.total() - counter.count());
  }

  private boolean told(long count) {
    return seesEach() || count == 0 || count >= threshold();
  }

  private int threshold() {
    return references.current().value("SMALL_CELL_THRESHOLD", LocalDate.now(clock));
  }

  /** The shares the law asked on the last day of that year, or asks today. */
  private Function<String, Integer> percent(int year) {
    LocalDate today = LocalDate.now(clock);
    LocalDate end = LocalDate.of(year, 12, 31);
    LocalDate day = end.isBefore(today) ? end : today;
    return name -> references.current().value(name, day);
  }

  private String nameOf(long landlordId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select name from partner where id = :id and kind = 'LANDLORD'")
                .bind("id", landlordId)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new NotInScope("landlord " + landlordId)));
  }
}
