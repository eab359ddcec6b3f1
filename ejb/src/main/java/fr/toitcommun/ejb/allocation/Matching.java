package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.CandidateFilter;
import fr.toitcommun.persistence.allocation.CandidateFinder;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.ChosenCandidates;
import fr.toitcommun.persistence.allocation.FitFinder;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.OtherPlaces;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyStatus;
import fr.toitcommun.persistence.allocation.Yardsticks;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** Brings dwellings and demands together, both ways, and says why. */
@Stateless
@Gated
@RolesAllowed(Right.MATCH)
public class Matching {
  /** Most candidates compared side by side. */
  public static final int MOST_COMPARED = 5;

  private static final int MOST_PLACES = 400;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;

  /** The ranked applicants of a vacancy that nothing narrows down. */
  @RolesAllowed({Right.MATCH, Right.DESIGNATE})
  public CandidatePage candidates(long vacancyId, CandidatePage.Cursor after, int limit) {
    return candidates(vacancyId, CandidateFilter.NONE, after, limit);
  }

  /**
   * The ranked applicants of a vacancy, with the exact total. A landlord searches for its own
   * dwellings only.
   *
   * @param filter what narrows the search down
   * @param after where the page begins
   * @param limit at most a hundred
   * @throws NotInScope when the vacancy is not the caller's to see
   */
  @RolesAllowed({Right.MATCH, Right.DESIGNATE})
  public CandidatePage candidates(
      long vacancyId, CandidateFilter filter, CandidatePage.Cursor after, int limit) {
    return find(ofVacancy(vacancyId, filter), after, limit);
  }

  private CandidateSearch ofVacancy(long vacancyId, CandidateFilter filter) {
    VacancyRow vacancy = dwelling(vacancyId);
    return new CandidateSearch(
        List.of(vacancy.municipalityCode()), vacancy.type(), vacancy.scheme(), vacancyId, filter);
  }

  /**
   * The vacant dwelling that applicants are searched for.
   *
   * @throws NotInScope when the vacancy is not the caller's to see
   */
  @RolesAllowed({Right.MATCH, Right.DESIGNATE})
  public VacancyRow dwelling(long vacancyId) {
    return new VacancyReader(jdbi)
        .find(vacancyId)
        .filter(this::maySearchFor)
        .orElseThrow(() -> new NotInScope("vacancy " + vacancyId));
  }

  private boolean maySearchFor(VacancyRow vacancy) {
    // A reservation holder searches for what is at its disposal (R.441-5), no longer than it is.
    if (vacancy.status() == VacancyStatus.OPEN
        && vacancy.offer() != null
        && vacancy.offer().isAtDisposalOf(agent.profile().partnerId(), LocalDate.now(clock))) {
      return true;
    }
    return agent.profile().rights().contains(Right.MATCH) && mayMatchFor(vacancy);
  }

  private boolean mayMatchFor(VacancyRow vacancy) {
    return agent.profile().partnerKind() == PartnerKind.LANDLORD
        ? vacancy.landlordId() == agent.profile().partnerId()
        : agent.scope().departements().contains(vacancy.departementCode());
  }

  /**
   * The ranked applicants of a dwelling only described, in municipalities, EPCI or a whole
   * département; each demand counts once, at its best wish.
   *
   * @throws RefusedInput when the description lacks something or lies outside the caller's
   *     territory
   */
  public CandidatePage candidates(
      CandidateSearch described, CandidatePage.Cursor after, int limit) {
    return find(ofDescription(described), after, limit);
  }

  private static CandidateSearch ofDescription(CandidateSearch described) {
    List<Fault> lacking = new ArrayList<>();
    if (described.places().isEmpty()) {
      lacking.add(Fault.at("municipalityCode", "REQUIRED"));
    }
    if (described.type() == null) {
      lacking.add(Fault.at("type", "REQUIRED"));
    }
    if (described.scheme() == null) {
      lacking.add(Fault.at("scheme", "REQUIRED"));
    }
    if (!lacking.isEmpty()) {
      throw new RefusedInput(lacking);
    }
    return new CandidateSearch(
        described.places(), described.type(), described.scheme(), null, described.filter());
  }

  private CandidatePage find(CandidateSearch search, CandidatePage.Cursor after, int limit) {
    Ready ready = ready(search);
    return finder()
        .find(
            ready.search(),
            ready.yardstick(),
            agent.scope(),
            ready.everyone(),
            after,
            PageBounds.rows(limit));
  }

  private CandidateFinder finder() {
    return new CandidateFinder(jdbi, mayKnowSecrets());
  }

  /** Grounds of health and violence are named to those with that right, and so found by it. */
  private boolean mayKnowSecrets() {
    return agent.profile().rights().contains(Right.SENSITIVE);
  }

  /** A search with everything it is measured by. */
  private record Ready(
      CandidateSearch search, CandidateFinder.Yardstick yardstick, boolean everyone) {}

  private Ready ready(CandidateSearch search) {
    if (!mayKnowSecrets() && !search.filter().secretWords().isEmpty()) {
      throw RefusedInput.at(
          "filter", "UNKNOWN_CODE", search.filter().secretWords().get(0).written());
    }
    Reference reference = references.current();
    Scope scope = agent.scope();
    List<Municipality> within = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (String place : search.places().stream().distinct().toList()) {
      List<Municipality> municipalities = municipalities(reference, place);
      if (municipalities.isEmpty()
          || municipalities.stream()
              .noneMatch(one -> scope.departements().contains(one.departementCode()))) {
        throw RefusedInput.at("municipalityCode", "MUNICIPALITY_OUTSIDE_TERRITORY");
      }
      within.addAll(municipalities);
      if (reference.departements().containsKey(place)) {
        municipalities.forEach(one -> places.add(one.code()));
      } else {
        places.add(place);
      }
    }
    if (places.size() > MOST_PLACES) {
      throw RefusedInput.at("municipalityCode", "TOO_MANY", MOST_PLACES);
    }
    List<Municipality> around = around(reference, search.filter(), within);
    within.addAll(around);
    return new Ready(
        new CandidateSearch(
            places,
            search.type(),
            search.scheme(),
            search.vacancyId(),
            search.filter(),
            around.stream()
                .map(Municipality::code)
                .filter(code -> !places.contains(code))
                .toList()),
        new Yardsticks(jdbi, reference).of(search, within, LocalDate.now(clock)),
        within.stream().allMatch(one -> scope.covers(one.code(), one.departementCode())));
  }

  /** From where who accepts other places may come, when they are asked for, too. */
  private List<Municipality> around(
      Reference reference, CandidateFilter filter, List<Municipality> within) {
    if (!filter.withOtherPlaces()) {
      return List.of();
    }
    int km = reference.value("OTHER_PLACES_KM", LocalDate.now(clock));
    return new OtherPlaces(jdbi)
        .around(within.stream().map(Municipality::code).toList(), km).stream()
            .map(code -> reference.municipality(code).orElseThrow())
            .toList();
  }

  /** The municipalities of a place: itself, those of an EPCI or of a département. */
  private static List<Municipality> municipalities(Reference reference, String place) {
    return reference.municipalities().stream()
        .filter(
            one ->
                one.code().equals(place)
                    || Objects.equals(one.epciSiren(), place)
                    || one.departementCode().equals(place))
        .toList();
  }

  /**
   * Some candidates of a vacancy side by side, five at most, with their rank among all.
   *
   * @param filter of what they were found by, what widens the search
   * @throws NotInScope when the vacancy is not the caller's to see
   */
  public ChosenCandidates compare(
      long vacancyId, CandidateFilter filter, List<String> uniqueNumbers) {
    return compare(ready(ofVacancy(vacancyId, filter.widest())), uniqueNumbers);
  }

  /** The same for a dwelling only described. */
  public ChosenCandidates compare(CandidateSearch described, List<String> uniqueNumbers) {
    return compare(
        ready(
            ofDescription(
                new CandidateSearch(
                    described.places(),
                    described.type(),
                    described.scheme(),
                    null,
                    described.filter().widest()))),
        uniqueNumbers);
  }

  private ChosenCandidates compare(Ready ready, List<String> uniqueNumbers) {
    List<String> few = uniqueNumbers.stream().distinct().limit(MOST_COMPARED).toList();
    CandidateFinder finder = finder();
    return new ChosenCandidates(
        finder.these(ready.search(), ready.yardstick(), agent.scope(), ready.everyone(), few),
        few.size(),
        ready.yardstick().ceilings(),
        finder.told(ready.yardstick().ranking()));
  }

  /**
   * The list of a search by name, to be taken out of the file: as many as the rule allows, the
   * first by rank. Each number is journalled.
   *
   * @param vacancyId the vacancy; null for a dwelling only described
   * @throws NotInScope when the vacancy is not the caller's to see
   */
  @RolesAllowed(Right.EXTRACT)
  public ChosenCandidates extract(Long vacancyId, CandidateSearch described) {
    Ready ready =
        ready(
            vacancyId == null
                ? ofDescription(described)
                : ofVacancy(vacancyId, described.filter()));
    CandidatePage page =
        finder()
            .find(
                ready.search(),
                ready.yardstick(),
                agent.scope(),
                ready.everyone(),
                CandidatePage.Cursor.START,
                references.current().value("EXTRACT_ROWS", LocalDate.now(clock)));
    return new ChosenCandidates(page.rows(), page.total(), page.ceilings(), page.ranking());
  }

  /**
   * The other way round: open vacancies of the wished municipalities and their EPCI, or of the
   * département for who accepts other places, that fit a demand, and for the others the first
   * criterion that fails and by how much. A hundred of both are given.
   *
   * @throws NotInScope when there is no such demand for this caller
   */
  @RolesAllowed(Right.CONSULT)
  public FittingDwellings fitting(String uniqueNumber) {
    Demand demand = demands.read(uniqueNumber);
    Reference reference = references.current();
    LocalDate today = LocalDate.now(clock);
    Map<String, Integer> ceilings = new LinkedHashMap<>();
    for (FundingScheme scheme : FundingScheme.values()) {
      ceilings.put(
          scheme.name(),
          AllocationRules.ceilingsOf(reference, scheme, demand.departementCode(), today)
              .of(demand.facts().category()));
    }
    FitFinder.Found found =
        new FitFinder(jdbi)
            .find(
                demand.id(),
                new FitFinder.Yardstick(
                    reference.sizeGrid(demand.departementCode(), null, today),
                    reference.sizeGridsOfEpcis(demand.departementCode(), today),
                    ceilings,
                    reference.value("OTHER_PLACES_KM", today)),
                PageBounds.MOST_ROWS);
    Map<Long, VacancyRow> vacancies = new VacancyReader(jdbi).these(found.fits().keySet());
    List<FittingDwellings.Row> rows = new ArrayList<>();
    found
        .fits()
        .forEach(
            (id, fit) ->
                rows.add(
                    new FittingDwellings.Row(
                        vacancies.get(id),
                        fit,
                        vacancies.get(id).landlordId() == agent.profile().partnerId())));
    return new FittingDwellings(
        demand.uniqueNumber().value(), rows, found.fitting(), found.total());
  }
}
