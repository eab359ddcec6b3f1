package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.Dwelling;
import fr.toitcommun.persistence.allocation.DwellingControls;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.persistence.allocation.VacancyPlace;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The vacant dwellings of the caller's own stock. */
@Stateless
@Gated
@RolesAllowed(Right.PROPOSE)
public class Vacancies {
  private static final int MOST_ROWS = 100;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

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
            Math.max(0, offset),
            Math.max(1, Math.min(MOST_ROWS, limit)));
  }

  /** Where the caller has open vacancies. */
  public List<VacancyPlace> places() {
    return new VacancyReader(jdbi).places(agent.profile().partnerId());
  }

  /** Open vacancies that are proposed and stand on no planned agenda; a hundred at most. */
  public List<VacancyRow> awaitingCommission() {
    return new VacancyReader(jdbi).awaitingCommission(agent.profile().partnerId(), MOST_ROWS);
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
    List<Fault> faults =
        DwellingControls.check(form, agent.scope().departements(), references.current(), today);
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
    long taken =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from dwelling where (landlord_id = :landlord and"
                            + " internal_reference = :reference) or stock_register_id = :register")
                    .bind("landlord", agent.profile().partnerId())
                    .bind("reference", form.getInternalReference())
                    .bind("register", form.getStockRegisterId())
                    .mapTo(Long.class)
                    .one());
    if (taken > 0) {
      throw RefusedInput.at("internalReference", "DWELLING_KNOWN");
    }
    Dwelling dwelling = new Dwelling(agent.profile().partnerId(), form);
    entities.persist(dwelling);
    Vacancy vacancy = new Vacancy(dwelling, form.getAvailableFrom(), today, form.getQuota());
    entities.persist(vacancy);
    entities.flush();
    return vacancy.id();
  }
}
