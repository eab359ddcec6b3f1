package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.CandidateFinder;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.Fit;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.IncomeCeilings;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Brings dwellings and demands together, both ways, and says why. */
@Stateless
@Gated
@RolesAllowed(Right.MATCH)
public class Matching {
  private static final int MOST_ROWS = 100;
  // Far more than are ever vacant around the wishes of one demand.
  private static final int MOST_VACANCIES = 5_000;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;

  /**
   * The ranked applicants of a vacancy, with the exact total. A landlord searches for its own
   * dwellings only.
   *
   * @param after where the page begins
   * @param limit at most a hundred
   * @throws NotInScope when the vacancy is not the caller's to see
   */
  @RolesAllowed({Right.MATCH, Right.DESIGNATE})
  public CandidatePage candidates(long vacancyId, CandidatePage.Cursor after, int limit) {
    VacancyRow vacancy = dwelling(vacancyId);
    return find(
        new CandidateSearch(
            vacancy.municipalityCode(), vacancy.type(), vacancy.scheme(), vacancyId),
        after,
        limit);
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
    // A reservation holder searches for what is at its disposal (R.441-5).
    if (vacancy.offer() != null && vacancy.offer().holderId() == agent.profile().partnerId()) {
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
   * The ranked applicants of a dwelling only described.
   *
   * @throws RefusedInput when the description lacks something or lies outside the caller's
   *     territory
   */
  public CandidatePage candidates(
      CandidateSearch described, CandidatePage.Cursor after, int limit) {
    List<Fault> lacking = new ArrayList<>();
    if (described.municipalityCode() == null) {
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
    return find(
        new CandidateSearch(
            described.municipalityCode(), described.type(), described.scheme(), null),
        after,
        limit);
  }

  private CandidatePage find(CandidateSearch search, CandidatePage.Cursor after, int limit) {
    Reference reference = references.current();
    Municipality municipality =
        reference
            .municipality(search.municipalityCode())
            .filter(known -> agent.scope().departements().contains(known.departementCode()))
            .orElseThrow(
                () -> RefusedInput.at("municipalityCode", "MUNICIPALITY_OUTSIDE_TERRITORY"));
    return new CandidateFinder(jdbi)
        .find(
            search,
            municipality.departementCode(),
            reference.sizesFitting(search.type().name()),
            AllocationRules.ceilings(reference, search.scheme(), LocalDate.now(clock)),
            agent.scope(),
            after,
            Math.max(1, Math.min(MOST_ROWS, limit)));
  }

  /**
   * The other way round: open vacancies of the wished municipalities and their EPCI that fit a
   * demand, and for the others the first criterion that fails. A hundred at most are given.
   *
   * @throws NotInScope when there is no such demand for this caller
   */
  @RolesAllowed(Right.CONSULT)
  public FittingDwellings fitting(String uniqueNumber) {
    Demand demand = demands.read(uniqueNumber);
    Reference reference = references.current();
    LocalDate today = LocalDate.now(clock);
    Map<FundingScheme, IncomeCeilings> ceilings = new EnumMap<>(FundingScheme.class);
    VacancyPage near = new VacancyReader(jdbi).near(demand.id(), MOST_VACANCIES);
    List<FittingDwellings.Row> rows = new ArrayList<>();
    for (VacancyRow vacancy : near.rows()) {
      Fit fit =
          Fit.of(
              demand,
              vacancy.municipalityCode(),
              vacancy.type(),
              reference.sizesFitting(vacancy.type().name()),
              ceilings.computeIfAbsent(
                  vacancy.scheme(), scheme -> AllocationRules.ceilings(reference, scheme, today)));
      rows.add(
          new FittingDwellings.Row(
              vacancy, fit, vacancy.landlordId() == agent.profile().partnerId()));
    }
    rows.sort(
        Comparator.comparing((FittingDwellings.Row row) -> !row.fit().fits())
            .thenComparing(row -> -row.fit().met()));
    return new FittingDwellings(
        demand.uniqueNumber().value(),
        rows.subList(0, Math.min(MOST_ROWS, rows.size())),
        rows.stream().filter(row -> row.fit().fits()).count(),
        rows.size(),
        near.total());
  }
}
