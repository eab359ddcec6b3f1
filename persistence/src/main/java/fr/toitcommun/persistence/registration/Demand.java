package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.partner.PartnerKind;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * A demand of social housing: one household, one number, one département. It lives twelve months
 * from its deposit or last renewal and leaves the file for one of the legal reasons (R.441-2-7,
 * R.441-2-8).
 */
@Entity
public class Demand {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "demand")
  @SequenceGenerator(name = "demand", sequenceName = "demand_seq", allocationSize = 50)
  private Long id;

  @Version private int version;

  @Column(name = "unique_number")
  private String uniqueNumber;

  @Column(name = "departement_code")
  private String departementCode;

  @Column(name = "desk_id")
  private long deskId;

  @Enumerated(EnumType.STRING)
  private DemandStatus status;

  @Column(name = "initial_deposit_date")
  private LocalDate initialDepositDate;

  @Column(name = "last_renewal_date")
  private LocalDate lastRenewalDate;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "registered_at")
  private OffsetDateTime registeredAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "cancellation_reason")
  private CancellationReason cancellationReason;

  @Column(name = "cancellation_sub_reason")
  private String cancellationSubReason;

  @Column(name = "cancelled_on")
  private LocalDate cancelledOn;

  @Column(name = "cancellation_notice_date")
  private LocalDate cancellationNoticeDate;

  @Column(name = "cancellation_notice_tracking")
  private String cancellationNoticeTracking;

  /** The body that asks, and which of its demands in the département this is. */
  @Column(name = "body_key")
  private String bodyKey;

  @Column(name = "body_ordinal")
  private Integer bodyOrdinal;

  /** The demand that stands for this one since they were merged; null unless it was. */
  @Column(name = "merged_into")
  private Long mergedInto;

  @Column(name = "merged_on")
  private LocalDate mergedOn;

  @Embedded private ContactAddress contact;
  @Embedded private CurrentHousing currentHousing;
  @Embedded private Motives motives;
  @Embedded private Sought sought;
  @Embedded private LegalPerson legalPerson;
  @Embedded private Helper helper;

  @Column(name = "expected_children")
  private int expectedChildren;

  @Column(name = "expected_birth_date")
  private LocalDate expectedBirthDate;

  @Column(name = "dalo_status")
  private String daloStatus = "NON";

  @Column(name = "collective_agreement")
  private String collectiveAgreement = "AUCUN";

  @Column(name = "tax_year")
  private Integer taxYear;

  @Column(name = "household_size")
  private int householdSize;

  @Column(name = "household_category")
  private int householdCategory;

  @Column(name = "annual_income")
  private Integer annualIncome;

  @Column(name = "consumption_units")
  private BigDecimal consumptionUnits;

  @Column(name = "annual_resources")
  private Integer annualResources;

  @Column(name = "resources_per_unit")
  private Integer resourcesPerUnit;

  /** First day on which time itself may change what the rules make of the household. */
  @Column(name = "figures_until")
  private LocalDate figuresUntil;

  private String separation;
  private boolean transfer;
  private boolean complete;

  @Column(name = "salaried_contributor")
  private boolean salariedContributor;

  @OneToMany(
      mappedBy = "demand",
      cascade = CascadeType.ALL,
      orphanRemoval = true,
      fetch = FetchType.LAZY)
  @OrderBy("position")
  private List<HouseholdMember> members = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "wished_location", joinColumns = @JoinColumn(name = "demand_id"))
  @OrderBy("rank")
  private List<WishedLocation> locations = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "wished_type", joinColumns = @JoinColumn(name = "demand_id"))
  @Column(name = "dwelling_type")
  @Enumerated(EnumType.STRING)
  private Set<DwellingType> types = new LinkedHashSet<>();

  /** For the persistence provider. */
  protected Demand() {}

  /**
   * Registers a demand whose form {@link Controls} found valid.
   *
   * @param number its unique number
   * @param departementCode the département where housing is sought
   * @param deskId the desk that received it
   * @param deposit day of reception, from which seniority and the delay of L.441-1-4 count
   * @param at when it was entered
   */
  public static Demand register(
      UniqueNumber number,
      String departementCode,
      long deskId,
      DemandForm form,
      LocalDate deposit,
      Instant at,
      DemandCalendar calendar,
      HouseholdRules rules) {
    Demand demand = new Demand();
    demand.uniqueNumber = number.value();
    demand.departementCode = departementCode;
    demand.deskId = deskId;
    demand.status = DemandStatus.ACTIVE;
    demand.initialDepositDate = deposit;
    demand.validUntil = calendar.validUntil(deposit);
    demand.registeredAt = at.atOffset(ZoneOffset.UTC);
    demand.fill(form, rules, deposit);
    return demand;
  }

  /**
   * Takes over what the applicant changed; number, dates and seniority stay (arrêté of 23 March
   * 2015, annex §4).
   *
   * @throws RefusedInput when the demand has left the file
   */
  public void modify(DemandForm form, HouseholdRules rules, LocalDate on) {
    requireActive();
    fill(form, rules, on);
  }

  /**
   * A signer leaves and the demand goes on without them. When it is the applicant, the first
   * co-applicant takes that place; number and seniority stay with the household that remains.
   *
   * @param person identity of the signer who leaves
   * @throws RefusedInput when the demand has left the file, this is no signer of it, or nobody
   *     would be left to sign
   */
  public void release(long person, HouseholdRules rules, LocalDate on) {
    requireActive();
    fill(HouseholdSplit.without(form(), person), rules, on);
  }

  /**
   * A couple separates (operation CRS of the national interface): the co-applicant gets a demand of
   * their own with a new number, because the number follows the applicant. Places, dwelling sought
   * and present housing are taken along, for the agent to correct; address and helper are not.
   *
   * @param separation who goes and with whom
   * @param number number of the new demand
   * @param keepsSeniority whether the new demand counts from the deposit of this one
   * @return the new demand; this one has changed too
   * @throws RefusedInput when the demand has left the file, or the separation names somebody who
   *     cannot go
   */
  public Demand separate(
      Separation separation,
      UniqueNumber number,
      long ofDesk,
      boolean keepsSeniority,
      Instant at,
      LocalDate on,
      DemandCalendar calendar,
      HouseholdRules rules) {
    requireActive();
    DemandForm own = form();
    DemandForm leaver = HouseholdSplit.leaving(own, form(), separation);
    LocalDate deposit = keepsSeniority ? initialDepositDate : on;
    Demand other = register(number, departementCode, ofDesk, leaver, deposit, at, calendar, rules);
    if (keepsSeniority) {
      other.lastRenewalDate = lastRenewalDate;
      other.validUntil = validUntil;
    }
    fill(own, rules, on);
    return other;
  }

  /**
   * Renews for another period from this day, keeping number and deposit date (R.441-2-7). Until the
   * day of cancellation for non-renewal an expired demand may still be renewed.
   *
   * @throws RefusedInput when the demand has left the file, or the day lies before its last deposit
   *     or renewal
   */
  public void renew(LocalDate on, DemandCalendar calendar) {
    requireActive();
    if (on.isBefore(periodStart())) {
      throw RefusedInput.at("on", "RENEWAL_BEFORE_PERIOD", periodStart());
    }
    lastRenewalDate = on;
    validUntil = calendar.validUntil(on);
  }

  /**
   * Takes the demand out of the file for a legal reason (R.441-2-8). A signed lease has its own
   * way: {@link #satisfy}.
   *
   * @param by kind of the partner that states the reason
   * @throws RefusedInput naming what the law asks and the request lacks
   */
  public void cancel(
      Cancellation cancellation, PartnerKind by, LocalDate today, DemandCalendar calendar) {
    requireActive();
    LocalDate on = cancellation.on() == null ? today : cancellation.on();
    List<Fault> faults =
        new ArrayList<>(cancellation.faults(on, by, today, periodStart(), calendar));
    if (cancellation.death() && members.stream().anyMatch(HouseholdMember::coSigns)) {
      faults.add(Fault.at("subReason", "DEATH_WITH_CO_APPLICANT"));
    }
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
    leave(cancellation.reason(), cancellation.subReason(), on);
    cancellationNoticeDate = cancellation.noticeDate();
    cancellationNoticeTracking = cancellation.noticeTracking();
  }

  /**
   * The lease is signed: the demand leaves the file as satisfied (R.441-2-8 a, RADATT).
   *
   * @throws RefusedInput when it has already left
   */
  public void satisfy(LocalDate signedOn) {
    requireActive();
    leave(CancellationReason.RADATT, null, signedOn);
  }

  /**
   * The lease was signed by mistake: the demand is in the file again with its number, seniority and
   * validity.
   *
   * @throws RefusedInput when it did not leave by a lease
   */
  public void takeBackLease() {
    if (cancellationReason != CancellationReason.RADATT) {
      throw RefusedInput.because("NOT_LEFT_BY_LEASE");
    }
    status = DemandStatus.ACTIVE;
    cancellationReason = null;
    cancellationSubReason = null;
    cancelledOn = null;
  }

  /**
   * Takes a cancelled demand up again with its number and seniority: not renewed, until eighteen
   * months from the last deposit or renewal; unreachable, until five months from the cancellation
   * (arrêté of 23 March 2015, annex §6).
   *
   * @throws RefusedInput when the law does not allow it, or no longer
   */
  public void reinstate(LocalDate on, DemandCalendar calendar) {
    requireNotMerged();
    if (status != DemandStatus.CANCELLED) {
      throw RefusedInput.because("DEMAND_ALREADY_ACTIVE");
    }
    LocalDate last = reinstatableUntil(calendar);
    if (last == null) {
      throw RefusedInput.because("REINSTATEMENT_NOT_ALLOWED");
    }
    if (on.isAfter(last)) {
      throw RefusedInput.because("REINSTATEMENT_TOO_LATE", last);
    }
    status = DemandStatus.ACTIVE;
    cancellationReason = null;
    cancellationSubReason = null;
    cancelledOn = null;
    cancellationNoticeDate = null;
    cancellationNoticeTracking = null;
    lastRenewalDate = on;
    validUntil = calendar.validUntil(on);
  }

  /**
   * Last day on which this cancelled demand may be taken up again; null when the law gives none.
   */
  public LocalDate reinstatableUntil(DemandCalendar calendar) {
    if (cancellationReason == CancellationReason.RADREN) {
      return calendar.reinstatableUntil(periodStart());
    }
    return cancellationReason == CancellationReason.RADCON
        ? calendar.unreachableReinstatableUntil(cancelledOn)
        : null;
  }

  private void leave(CancellationReason reason, String subReason, LocalDate on) {
    status = DemandStatus.CANCELLED;
    cancellationReason = reason;
    cancellationSubReason = subReason;
    cancelledOn = on;
  }

  /**
   * Goes into another demand of the same person, which stands for both from now on: it has the
   * older seniority, and is valid as long as the one presented or renewed later.
   *
   * @throws RefusedInput when one of them has left the file, or they are of two départements
   */
  public void mergeInto(Demand survivor, LocalDate on) {
    requireActive();
    survivor.requireActive();
    if (!departementCode.equals(survivor.departementCode)) {
      throw RefusedInput.because("MERGE_OTHER_DEPARTEMENT");
    }
    survivor.stand(survivor.standing().joined(standing()));
    status = DemandStatus.MERGED;
    mergedInto = survivor.id;
    mergedOn = on;
  }

  /**
   * Comes back out of the demand it went into, which stands again as before.
   *
   * @param before how the survivor stood before the merging
   * @param renewalThen the survivor's last renewal as the merging left it: a later one stays
   * @throws RefusedInput when the survivor has left the file
   */
  public void comeBackFrom(Demand survivor, Standing before, LocalDate renewalThen) {
    if (survivor.status != DemandStatus.ACTIVE) {
      throw RefusedInput.because("MERGE_SURVIVOR_LEFT", survivor.uniqueNumber);
    }
    survivor.stand(survivor.standing().parted(before, renewalThen));
    status = DemandStatus.ACTIVE;
    mergedInto = null;
    mergedOn = null;
  }

  /** Its dates of deposit, renewal and validity. */
  public Standing standing() {
    return new Standing(initialDepositDate, lastRenewalDate, validUntil);
  }

  private void stand(Standing standing) {
    initialDepositDate = standing.deposit();
    lastRenewalDate = standing.renewal();
    validUntil = standing.validUntil();
  }

  private void requireNotMerged() {
    if (status == DemandStatus.MERGED) {
      throw RefusedInput.because("DEMAND_MERGED", mergedOn);
    }
  }

  /**
   * Refuses what may be done to a demand in the file only.
   *
   * @throws RefusedInput when it has left
   */
  public void requireActive() {
    requireNotMerged();
    if (status != DemandStatus.ACTIVE) {
      throw RefusedInput.because("DEMAND_NOT_ACTIVE", cancelledOn);
    }
  }

  /** Last deposit or renewal: the day from which the present period counts. */
  public LocalDate periodStart() {
    return lastRenewalDate == null ? initialDepositDate : lastRenewalDate;
  }

  private void fill(DemandForm form, HouseholdRules rules, LocalDate on) {
    contact = ContactAddress.of(form.getContact());
    currentHousing = CurrentHousing.of(form.getCurrentHousing());
    motives = Motives.of(form.getMotives());
    expectedChildren = form.getExpectedChildren() == null ? 0 : form.getExpectedChildren();
    expectedBirthDate = form.getExpectedBirthDate();
    sought = Sought.of(form.getSought());
    legalPerson = LegalPerson.of(form.getLegalPerson());
    helper = Helper.of(form.getHelper());
    stateTaxYears(form, on);
    fillMembers(form);
    locations.clear();
    for (LocationForm location : form.getSought().getLocations()) {
      locations.add(new WishedLocation(locations.size() + 1, location));
    }
    types.clear();
    form.getSought().getTypes().stream().map(DwellingType::valueOf).forEach(types::add);
    separation = form.getSeparation();
    count(form, rules, on);
    taxYear = annualIncome == null ? null : form.getApplicant().getTaxYear();
    complete = Controls.missing(form).isEmpty();
  }

  private void count(DemandForm form, HouseholdRules rules, LocalDate on) {
    HouseholdFacts facts = HouseholdFacts.of(form, rules, on);
    householdSize = facts.size();
    householdCategory = facts.category();
    annualIncome = facts.annualIncome();
    transfer = facts.transfer();
    salariedContributor = facts.salariedContributor();
    consumptionUnits = facts.units();
    annualResources = facts.annualResources();
    resourcesPerUnit = facts.resourcesPerUnit();
    figuresUntil = HouseholdFacts.until(form, rules, on);
  }

  /** What the rules made of the household when it was last counted. */
  public HouseholdFacts facts() {
    return new HouseholdFacts(
        householdSize,
        householdCategory,
        annualIncome,
        transfer,
        salariedContributor,
        consumptionUnits,
        annualResources,
        resourcesPerUnit);
  }

  /** An amount stated without its year is of the year that the form asks for today. */
  private static void stateTaxYears(DemandForm form, LocalDate on) {
    for (PersonForm person : form.persons()) {
      boolean stated = person.getTaxIncomeN1() != null || person.getTaxIncomeN2() != null;
      if (!stated) {
        person.setTaxYear(null);
      } else if (person.getTaxYear() == null) {
        person.setTaxYear(on.getYear() - 2);
      }
    }
  }

  private void fillMembers(DemandForm form) {
    Map<Long, HouseholdMember> known = new HashMap<>();
    members.forEach(member -> known.put(member.id(), member));
    List<HouseholdMember> now = new ArrayList<>();
    place(now, known, MemberRole.APPLICANT, form.getApplicant());
    form.getCoApplicants().forEach(p -> place(now, known, MemberRole.CO_APPLICANT, p));
    for (PersonForm person : form.getDependants()) {
      MemberRole role =
          person.getCustody() == null ? MemberRole.DEPENDANT : MemberRole.SHARED_CUSTODY;
      place(now, known, role, person);
    }
    members.removeIf(member -> !now.contains(member));
    now.stream().filter(member -> !members.contains(member)).forEach(members::add);
    members.sort(Comparator.comparingInt(HouseholdMember::position));
  }

  private void place(
      List<HouseholdMember> now,
      Map<Long, HouseholdMember> known,
      MemberRole role,
      PersonForm person) {
    HouseholdMember member = person.getId() == null ? null : known.get(person.getId());
    if (member == null) {
      member = new HouseholdMember(this, role, now.size(), person);
    } else {
      member.fill(role, now.size(), person);
    }
    now.add(member);
  }

  /** Stores persons who are new in a stored demand, so that they have their identities. */
  public void storePersons(EntityManager entities) {
    members.stream().filter(member -> member.id() == null).forEach(entities::persist);
  }

  /** The demand laid back into its form. */
  public DemandForm form() {
    DemandForm form = new DemandForm();
    form.setDepositDate(initialDepositDate);
    form.setIdentityChecked(true);
    for (HouseholdMember member : members) {
      switch (member.role()) {
        case APPLICANT -> form.setApplicant(member.form());
        case CO_APPLICANT -> form.getCoApplicants().add(member.form());
        case DEPENDANT, SHARED_CUSTODY -> form.getDependants().add(member.form());
      }
    }
    form.setExpectedChildren(expectedChildren);
    form.setExpectedBirthDate(expectedBirthDate);
    form.setContact(contact.form());
    form.setCurrentHousing(currentHousing.form());
    form.setMotives(motives == null ? new MotivesForm() : motives.form());
    form.setSought(sought.form());
    form.setLegalPerson(legalPerson == null ? null : legalPerson.form());
    form.setHelper(helper == null ? new HelperForm() : helper.form());
    form.setSeparation(separation);
    types.stream().sorted().map(DwellingType::name).forEach(form.getSought().getTypes()::add);
    locations.stream().map(WishedLocation::form).forEach(form.getSought().getLocations()::add);
    return form;
  }

  /** Identity in the file; null until stored. */
  public Long id() {
    return id;
  }

  /** Counts the changes; a writer states the one it read. */
  public int version() {
    return version;
  }

  /** The unique number. */
  public UniqueNumber uniqueNumber() {
    return new UniqueNumber(uniqueNumber);
  }

  /** The département where housing is sought. */
  public String departementCode() {
    return departementCode;
  }

  /** The registering desk. */
  public long deskId() {
    return deskId;
  }

  /** In the file or out of it. */
  public DemandStatus status() {
    return status;
  }

  /** Deposit from which seniority counts. */
  public LocalDate initialDepositDate() {
    return initialDepositDate;
  }

  /** Last renewal; null when there was none. */
  public LocalDate lastRenewalDate() {
    return lastRenewalDate;
  }

  /** Why it left the file; null while it is active. */
  public CancellationReason cancellationReason() {
    return cancellationReason;
  }

  /** Precision of the reason; null when there is none. */
  public String cancellationSubReason() {
    return cancellationSubReason;
  }

  /** When it left the file; null while it is active. */
  public LocalDate cancelledOn() {
    return cancelledOn;
  }

  /** Last day of the present period. */
  public LocalDate validUntil() {
    return validUntil;
  }

  /** Everyone in the household, signers first. */
  public List<HouseholdMember> members() {
    return List.copyOf(members);
  }

  /** Identities of everyone in the household, in the order of {@link #members}. */
  public List<Long> memberIds() {
    return members.stream().map(HouseholdMember::id).toList();
  }

  /** Whether a person of this identity is in the household. */
  public boolean hasMember(long memberId) {
    return members.stream().anyMatch(member -> member.id() == memberId);
  }

  /** Wished municipalities in order. */
  public List<WishedLocation> locations() {
    return List.copyOf(locations);
  }

  /** Wished types. */
  public Set<DwellingType> types() {
    return Set.copyOf(types);
  }

  /** Everyone to house. */
  public int householdSize() {
    return householdSize;
  }

  /** Category of the household against ceilings. */
  public int householdCategory() {
    return householdCategory;
  }

  /** Income retained against ceilings, euros a year; null when not stated. */
  public Integer annualIncome() {
    return annualIncome;
  }

  /** Whether the applicant is a tenant of social housing. */
  public boolean transfer() {
    return transfer;
  }

  /** Whether nothing that the form asks for is missing ({@link Controls#missing}). */
  public boolean complete() {
    return complete;
  }

  /** The body that asks; null for a natural person (L.442-8-1). */
  LegalPerson legalPerson() {
    return legalPerson == null || legalPerson.form() == null ? null : legalPerson;
  }

  /**
   * Gives a body's demand its running number within the département, once (arrêté of 7 November
   * 2000, art. 1); does nothing for that of a natural person.
   *
   * @param next the next number of a body, by its key
   */
  public void numberBody(ToIntFunction<String> next) {
    if (bodyOrdinal == null && legalPerson() != null) {
      bodyKey = legalPerson.bodyKey();
      bodyOrdinal = next.applyAsInt(bodyKey);
    }
  }

  /** Which of its body's demands this is, from 1; null when a natural person asks. */
  public Integer bodyOrdinal() {
    return bodyOrdinal;
  }

  /** DALO status, code list DALO_STATUS. */
  public String daloStatus() {
    return daloStatus;
  }

  /** Collective agreement, code list COLLECTIVE_AGREEMENT. */
  public String collectiveAgreement() {
    return collectiveAgreement;
  }

  /** The landlord the applicant names as their own, if any. */
  public String currentLandlord() {
    return currentHousing.form().getLandlord();
  }
}
