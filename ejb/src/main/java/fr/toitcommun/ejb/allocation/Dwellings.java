package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.Dwelling;
import fr.toitcommun.persistence.allocation.DwellingControls;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.VacancyPlace;
import fr.toitcommun.persistence.allocation.stock.DwellingDetail;
import fr.toitcommun.persistence.allocation.stock.DwellingPage;
import fr.toitcommun.persistence.allocation.stock.DwellingReader;
import fr.toitcommun.persistence.allocation.stock.DwellingSearch;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
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
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The dwellings of the caller's own stock. */
@Stateless
@Gated
@RolesAllowed(Right.PROPOSE)
public class Dwellings {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Stock stock;

  /**
   * Part of the stock, by municipality and address, with the exact total. Words that no dwelling
   * can be stored with find none.
   *
   * @param limit at most a hundred
   */
  public DwellingPage list(DwellingSearch search, int offset, int limit) {
    if (!Stream.of(search.text(), search.municipalityCode(), search.energyClass())
        .allMatch(PlainText::allows)) {
      return new DwellingPage(List.of(), 0);
    }
    return new DwellingReader(jdbi)
        .list(
            agent.profile().partnerId(), search, PageBounds.offset(offset), PageBounds.rows(limit));
  }

  /** Where the caller has dwellings, and how many. */
  public List<VacancyPlace> places() {
    return new DwellingReader(jdbi).places(agent.profile().partnerId());
  }

  /**
   * A dwelling with its vacancies over time.
   *
   * @throws NotInScope when it is not the caller's
   */
  public DwellingDetail open(long dwellingId) {
    return new DwellingReader(jdbi)
        .find(dwellingId)
        .filter(dwelling -> dwelling.landlordId() == agent.profile().partnerId())
        .orElseThrow(() -> new NotInScope("dwelling " + dwellingId));
  }

  /**
   * A dwelling is as stated from now on.
   *
   * @param version of the dwelling that was shown
   * @throws NotInScope when it is not the caller's
   * @throws RefusedInput naming every fault, or when somebody changed it meanwhile
   */
  @Act
  public void modify(long dwellingId, int version, DwellingForm form) {
    Dwelling dwelling = stock.lockDwelling(dwellingId);
    if (dwelling.version() != version) {
      throw RefusedInput.because("DWELLING_CHANGED_MEANWHILE");
    }
    RefusedInput.ifAny(
        DwellingControls.checkDwelling(
            form, agent.scope().departements(), references.current(), LocalDate.now(clock)));
    stock.requireUnknown(form, dwellingId);
    dwelling.change(form);
    entities.flush();
  }
}
