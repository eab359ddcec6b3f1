package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Dwelling;
import fr.toitcommun.persistence.allocation.DwellingControls;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.allocation.VacancyControls;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.persistence.allocation.VacancyPlace;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyStatus;
import fr.toitcommun.persistence.allocation.VacancyTrace;
import fr.toitcommun.persistence.allocation.reservation.DesignatedCandidates;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** The vacant dwellings of the caller's own stock. */
@Stateless
@Gated
@RolesAllowed(Right.PROPOSE)
public class Vacancies {
  private static final int MOST_FALLEN = 10;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Stock stock;
  @Inject private Offers offers;
  @Inject private ProposalLocks locks;
  @Inject private Demands demands;

  /**
   * Open vacancies, those without proposal first.
   *
   * @param municipalityCode only there; null: anywhere
   */
  public VacancyPage list(String municipalityCode, int offset, int limit) {
    return new VacancyReader(jdbi)
        .ofLandlord(
            agent.profile().partnerId(),
            municipalityCode,
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * Open vacancies for which a holder designated nobody in time and that nobody is proposed yet: it
   * is the landlord's turn (R.441-5). Ten at most.
   */
  public List<VacancyRow> fallenBack() {
    return new VacancyReader(jdbi)
        .fallenBack(agent.profile().partnerId(), LocalDate.now(clock), MOST_FALLEN);
  }

  /** Where the caller has open vacancies. */
  public List<VacancyPlace> places() {
    return new VacancyReader(jdbi).places(agent.profile().partnerId());
  }

  /** Open vacancies that are proposed and stand on no planned agenda; a hundred at most. */
  public List<VacancyRow> awaitingCommission() {
    return new VacancyReader(jdbi)
        .awaitingCommission(agent.profile().partnerId(), PageBounds.MOST_ROWS);
  }

  /**
   * One vacancy of the caller's stock, open or not.
   *
   * @throws NotInScope when it is not theirs
   */
  public VacancyRow open(long vacancyId) {
    return new VacancyReader(jdbi)
        .find(vacancyId)
        .filter(row -> row.landlordId() == agent.profile().partnerId())
        .orElseThrow(() -> new NotInScope("vacancy " + vacancyId));
  }

  /**
   * Declares a dwelling of the caller's stock vacant.
   *
   * @return the vacancy
   * @throws RefusedInput naming every fault
   */
  @Act
  public long declare(DwellingForm form) {
    LocalDate today = LocalDate.now(clock);
    RefusedInput.ifAny(
        DwellingControls.check(form, agent.scope().departements(), references.current(), today));
    stock.requireUnknown(form, null);
    Dwelling dwelling = new Dwelling(agent.profile().partnerId(), form);
    entities.persist(dwelling);
    entities.flush();
    return declare(dwelling, form, today);
  }

  /**
   * Declares a known dwelling of the caller's stock vacant, usually when its tenant has given
   * notice.
   *
   * @return the vacancy
   * @throws NotInScope when the dwelling is not theirs
   * @throws RefusedInput naming every fault, or when it is vacant already
   */
  @Act
  public long declareKnown(long dwellingId, VacancyForm form) {
    LocalDate today = LocalDate.now(clock);
    Dwelling dwelling = stock.lockDwelling(dwellingId);
    RefusedInput.ifAny(VacancyControls.check(form, references.current(), today));
    long open =
        entities
            .createQuery(
                "select count(v) from Vacancy v where v.dwelling = :dwelling and v.status = :open",
                Long.class)
            .setParameter("dwelling", dwelling)
            .setParameter("open", VacancyStatus.OPEN)
            .getSingleResult();
    if (open > 0) {
      throw RefusedInput.because("VACANT_ALREADY");
    }
    return declare(dwelling, form, today);
  }

  private long declare(Dwelling dwelling, VacancyForm form, LocalDate today) {
    Vacancy vacancy = new Vacancy(dwelling, form, today);
    entities.persist(vacancy);
    entities.flush();
    offers.declared(vacancy, departement(dwelling), form, today);
    entities.flush();
    return vacancy.id();
  }

  private String departement(Dwelling dwelling) {
    return references
        .current()
        .municipality(dwelling.municipalityCode())
        .orElseThrow()
        .departementCode();
  }

  /**
   * Corrects the dates and reasons of a vacancy.
   *
   * @param version of the vacancy that was shown
   * @throws NotInScope when it is not theirs
   * @throws RefusedInput naming every fault, when somebody changed it meanwhile, or when it would
   *     count otherwise in the flow after candidates are there
   */
  @Act
  public void change(long vacancyId, int version, VacancyForm form) {
    Vacancy vacancy = lock(vacancyId, version);
    LocalDate today = LocalDate.now(clock);
    RefusedInput.ifAny(VacancyControls.check(form, references.current(), today));
    String before = vacancy.flowExclusion();
    boolean flows = vacancy.change(form);
    String now = vacancy.flowExclusion();
    offers.keep(
        vacancy,
        VacancyTrace.Kind.CHANGED,
        today,
        null,
        Objects.equals(before, now) ? null : Objects.requireNonNullElse(now, VacancyTrace.COUNTED));
    if (flows) {
      boolean proposed = !locks.demandsWith(vacancyId, ProposalLocks.OPEN).isEmpty();
      offers.countedAnew(vacancy, departement(vacancy.dwelling()), proposed, today);
    }
    entities.flush();
  }

  private Vacancy lock(long vacancyId, int version) {
    Vacancy vacancy = stock.lockVacancy(vacancyId);
    if (vacancy.version() != version) {
      throw RefusedInput.because("VACANCY_CHANGED_MEANWHILE");
    }
    return vacancy;
  }

  /**
   * The dwelling is not to let any more: whom it is proposed to is freed.
   *
   * @param reason code list VACANCY_WITHDRAWAL
   * @throws NotInScope when it is not theirs
   * @throws RefusedInput when it stands on the agenda of a planned session
   */
  @Act
  public void withdraw(long vacancyId, int version, String reason) {
    Vacancy vacancy = lock(vacancyId, version);
    LocalDate today = LocalDate.now(clock);
    if (reason == null) {
      throw RefusedInput.at("withdrawal", "REQUIRED");
    }
    if (!references.current().isValid("VACANCY_WITHDRAWAL", reason, today)) {
      throw RefusedInput.at("withdrawal", "UNKNOWN_CODE", reason);
    }
    if (open(vacancyId).sessionId() != null) {
      throw RefusedInput.because("VACANCY_ON_AGENDA");
    }
    vacancy.withdraw(reason, today);
    takeBack(vacancy, today);
    offers.keep(vacancy, VacancyTrace.Kind.WITHDRAWN, today, null, reason);
    entities.flush();
  }

  /** Takes back what is proposed of a vacancy that is locked. */
  private void takeBack(Vacancy vacancy, LocalDate on) {
    locks.demands(locks.demandsWith(vacancy.id(), ProposalLocks.OPEN));
    entities
        .createQuery(
            "select p from Proposal p join fetch p.demand where p.vacancy = :vacancy and p.status"
                + " in :open order by p.id",
            Proposal.class)
        .setParameter("vacancy", vacancy)
        .setParameter("open", ProposalLocks.OPEN)
        .getResultList()
        .forEach(
            proposal -> {
              proposal.withdrawWithDwelling(on);
              demands.note(proposal.demand(), DemandEventKind.PROPOSAL_WITHDRAWN, on, null);
            });
  }

  /**
   * Where the holders stand for a vacancy of the caller's, and what the rule makes of it (R.441-5).
   *
   * @throws NotInScope when it is not theirs
   */
  public Offers.Disposal disposal(long vacancyId) {
    Vacancy vacancy = entities.find(Vacancy.class, open(vacancyId).vacancyId());
    return offers.disposal(vacancy, vacancy.flowExclusion() != null, LocalDate.now(clock));
  }

  /**
   * Puts a vacancy at the disposal of another holder than the rule has it, or keeps it.
   *
   * @param agreementId whose holder gets it; null: the landlord keeps it
   * @param reason why; needed unless it is as the rule has it
   * @throws NotInScope when the vacancy is not theirs
   * @throws RefusedInput when the reason is missing, or a holder has designated candidates
   */
  @Act
  public void offer(long vacancyId, int version, Long agreementId, String reason) {
    Vacancy vacancy = lock(vacancyId, version);
    if (reason != null && reason.length() > 200) {
      throw RefusedInput.at("offerReason", "TOO_LONG", 200);
    }
    if (!PlainText.allows(reason)) {
      throw RefusedInput.at("offerReason", "ILLEGAL_CHARACTERS");
    }
    offers.choose(
        vacancy, departement(vacancy.dwelling()), agreementId, reason, LocalDate.now(clock));
    entities.flush();
  }

  /**
   * What happened to a vacancy of the caller's, the latest first.
   *
   * @throws NotInScope when it is not theirs
   */
  public List<VacancyTrace> trace(long vacancyId) {
    return VacancyTrace.of(jdbi, open(vacancyId).vacancyId());
  }

  /**
   * The candidates whom holders designated for a vacancy of the caller's.
   *
   * @throws NotInScope when it is not theirs
   */
  public DesignatedCandidates designated(long vacancyId) {
    return DesignatedCandidates.of(jdbi, open(vacancyId).vacancyId());
  }
}
