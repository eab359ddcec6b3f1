package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.reservation.AgreementForm;
import fr.toitcommun.persistence.allocation.reservation.AgreementPage;
import fr.toitcommun.persistence.allocation.reservation.AgreementReader;
import fr.toitcommun.persistence.allocation.reservation.AgreementRow;
import fr.toitcommun.persistence.allocation.reservation.AgreementRules;
import fr.toitcommun.persistence.allocation.reservation.AgreementSearch;
import fr.toitcommun.persistence.allocation.reservation.Balance;
import fr.toitcommun.persistence.allocation.reservation.HolderReader;
import fr.toitcommun.persistence.allocation.reservation.Reach;
import fr.toitcommun.persistence.allocation.reservation.ReservationAgreement;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Reservation agreements and their balance through the year (R.441-5, R.441-5-2). A landlord sees
 * and keeps its own, the file's manager all; a holder sees those it has.
 */
@Stateless
@Gated
@RolesAllowed({Right.PROPOSE, Right.ADMINISTER, Right.DESIGNATE})
public class Agreements {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /**
   * The agreements that the caller may see, with their balance of a year.
   *
   * @param departementCode only there; null: everywhere
   * @param landlordId only of this landlord, for the manager; null: of all
   * @param limit at most a hundred
   */
  public AgreementPage list(
      String departementCode, Long landlordId, int year, int offset, int limit) {
    PartnerKind kind = agent.profile().partnerKind();
    long own = agent.profile().partnerId();
    return reader()
        .list(
            new AgreementSearch(
                kind == PartnerKind.LANDLORD ? Long.valueOf(own) : landlordId,
                kind == PartnerKind.LANDLORD || manages() ? null : own,
                departementCode,
                year),
            today(),
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * One agreement with its balance of a year.
   *
   * @throws NotInScope when the caller may not see it
   */
  public AgreementRow open(long agreementId, int year) {
    long own = agent.profile().partnerId();
    return reader()
        .find(agreementId, year, today())
        .filter(row -> manages() || row.landlordId() == own || row.holderId() == own)
        .orElseThrow(() -> new NotInScope("agreement " + agreementId));
  }

  /**
   * The balance of an agreement by month of a year, from 1 to 12.
   *
   * @throws NotInScope when the caller may not see it
   */
  public Map<Integer, Balance> months(long agreementId, int year) {
    open(agreementId, year);
    return reader().months(agreementId, year, today());
  }

  /**
   * How many dwellings of the landlord and year were excluded from the flow, by reason.
   *
   * @throws NotInScope when the caller may not see the agreement
   */
  public Map<String, Long> excluded(long agreementId, int year) {
    AgreementRow row = open(agreementId, year);
    return reader().excluded(row.landlordId(), row.departementCode(), year);
  }

  /**
   * The landlord's references of the dwellings that an agreement reserves one by one.
   *
   * @throws NotInScope when the caller may not see it
   */
  public List<String> identified(long agreementId) {
    open(agreementId, today().getYear());
    return reader().identified(agreementId);
  }

  /** Partners of a kind that may be party to an agreement, in a département; by name. */
  @RolesAllowed({Right.PROPOSE, Right.ADMINISTER})
  public List<HolderReader.Party> holders(String departementCode) {
    return new HolderReader(jdbi).holders(departementCode);
  }

  /** Days to designate that agreements usually give. */
  public int usualDays() {
    return references.current().value("DESIGNATION_DAYS", today());
  }

  /** All landlords, by name, for the manager. */
  @RolesAllowed(Right.ADMINISTER)
  public List<HolderReader.Party> landlords() {
    return new HolderReader(jdbi).landlords();
  }

  /**
   * Keeps a new agreement, of the caller's own or, for the manager, of the landlord named.
   *
   * @return its identity
   * @throws RefusedInput naming every fault
   */
  @Act
  @RolesAllowed({Right.PROPOSE, Right.ADMINISTER})
  public long agree(AgreementForm form) {
    Long landlord =
        agent.profile().partnerKind() == PartnerKind.LANDLORD
            ? Long.valueOf(agent.profile().partnerId())
            : landlord(form.getLandlordId());
    List<Long> dwellings = checked(landlord, form, null);
    ReservationAgreement agreement = new ReservationAgreement(landlord, form, dwellings);
    entities.persist(agreement);
    entities.flush();
    return agreement.id();
  }

  /**
   * Changes the terms of an agreement; its parties and département stay.
   *
   * @param version of the agreement that was shown
   * @throws NotInScope when the caller may not change it
   * @throws RefusedInput naming every fault, or when somebody changed it meanwhile
   */
  @Act
  @RolesAllowed({Right.PROPOSE, Right.ADMINISTER})
  public void change(long agreementId, int version, AgreementForm form) {
    ReservationAgreement agreement =
        entities.find(ReservationAgreement.class, agreementId, LockModeType.PESSIMISTIC_WRITE);
    if (agreement == null || !manages() && agreement.landlordId() != agent.profile().partnerId()) {
      throw new NotInScope("agreement " + agreementId);
    }
    if (agreement.version() != version) {
      throw RefusedInput.because("AGREEMENT_CHANGED_MEANWHILE");
    }
    form.setHolderId(agreement.holderId());
    form.setDepartementCode(agreement.departementCode());
    agreement.change(form, checked(agreement.landlordId(), form, agreementId));
    entities.flush();
  }

  private Long landlord(Long named) {
    return new HolderReader(jdbi)
        .landlords().stream()
            .map(HolderReader.Party::id)
            .filter(id -> id.equals(named))
            .findFirst()
            .orElse(null);
  }

  /**
   * The identities of its identified dwellings, once nothing is found wrong with it.
   *
   * @param landlord null: none is named that there is
   */
  private List<Long> checked(Long landlord, AgreementForm form, Long agreementId) {
    HolderReader partners = new HolderReader(jdbi);
    if (landlord != null) {
      // One writer at a time for a landlord: what is shared out must not be shared out twice.
      partners.lock(landlord);
    }
    HolderReader.Party holder =
        form.getHolderId() == null ? null : partners.find(form.getHolderId()).orElse(null);
    boolean there =
        holder != null && partners.isIn(holder.id(), String.valueOf(form.getDepartementCode()));
    List<Fault> faults =
        new ArrayList<>(
            AgreementRules.check(
                form,
                holder == null ? null : holder.kind(),
                there,
                there ? partners.reach(holder.id(), form.getDepartementCode()) : Reach.ALL,
                landlord == null
                    ? List.of()
                    : reader().others(landlord, form.getDepartementCode(), agreementId),
                references.current()));
    if (landlord == null) {
      faults.add(0, Fault.at("landlordId", "REQUIRED"));
      throw new RefusedInput(faults);
    }
    if (form.getDepartementCode() != null && !partners.isIn(landlord, form.getDepartementCode())) {
      faults.add(Fault.at("departementCode", "LANDLORD_NOT_THERE"));
    }
    List<Long> dwellings = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    Map<String, Long> known =
        partners.dwellings(landlord, form.getDepartementCode(), form.getIdentified());
    for (String reference : form.getIdentified()) {
      Long dwelling = known.get(reference);
      if (dwelling == null) {
        unknown.add(reference);
      } else {
        dwellings.add(dwelling);
      }
    }
    faults.addAll(AgreementRules.unknown(unknown));
    RefusedInput.ifAny(faults);
    return dwellings;
  }

  private boolean manages() {
    return agent.profile().rights().contains(Right.ADMINISTER);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private AgreementReader reader() {
    return new AgreementReader(jdbi);
  }
}
