package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.commitment.CommitmentReader;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Effort;
import fr.toitcommun.persistence.allocation.commitment.EffortReader;
import fr.toitcommun.persistence.allocation.commitment.Tally;
import fr.toitcommun.persistence.allocation.commitment.Territory;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * The commitments of landlords, and the proposals it takes to satisfy a demand, as a partner may
 * see them: an agent through {@link Commitments}, or a job on the partner's behalf. A landlord sees
 * its own; who has the names of a territory sees its landlords one by one; everybody else sees
 * totals, those of few leases masked (R.441-2-6).
 */
public final class CommitmentCounts {
  private static final int YEARS = 3;
  private static final int MOST_ROWS = 200;
  private static final Pattern SIREN = Pattern.compile("[0-9]{9}");

  private final Jdbi jdbi;
  private final Reference reference;
  private final LocalDate today;
  private final Scope scope;

  /**
   * Counts.
   *
   * @param scope of the partner that sees them
   */
  public CommitmentCounts(Jdbi jdbi, Reference reference, LocalDate today, Scope scope) {
    this.jdbi = jdbi;
    this.reference = reference;
    this.today = today;
    this.scope = scope;
  }

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

  private Territory territory(Integer asked, Long landlordId, String epci) {
    List<Integer> years = years();
    int year = asked == null ? years.get(0) : asked;
    if (!years.contains(year)) {
      throw RefusedInput.at("year", "OUT_OF_RANGE", years.get(years.size() - 1), years.get(0));
    }
    boolean own = me() == PartnerKind.LANDLORD;
    Long landlord = own ? Long.valueOf(scope.partnerId()) : landlordId;
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
    int last = today.getYear();
    return IntStream.range(0, YEARS).mapToObj(back -> last - back).toList();
  }

  private PartnerKind me() {
    return scope.kind();
  }

  /** Who may read names in a territory sees its landlords one by one; a landlord sees its own. */
  private boolean seesEach() {
    return scope.registering()
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
    return reference.value("SMALL_CELL_THRESHOLD", today);
  }

  /** The shares the law asked on the last day of that year, or asks today. */
  Function<String, Integer> percent(int year) {
    LocalDate end = LocalDate.of(year, 12, 31);
    LocalDate day = end.isBefore(today) ? end : today;
    return name -> reference.value(name, day);
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
