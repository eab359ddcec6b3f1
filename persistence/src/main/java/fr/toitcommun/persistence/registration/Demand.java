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
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
  @SequenceGenerator(name = "demand", sequenceName = "demand_seq", allocationSize = 1000)
  private Long id;

  @Version private int version;

  @Column(name = "unique_number")
  private String uniqueNumber;

  @Column(name = "departement_code")
  private String departementCode;

  @Column(name = "desk_id")
  private long deskId;

  @Embedded private Presence presence;
  @Embedded private Statement statement;
  @Embedded private HouseholdCount count;

  @Column(name = "registered_at")
  private OffsetDateTime registeredAt;

  /** The body that asks, and which of its demands in the département this is. */
  @Column(name = "body_key")
  private String bodyKey;

  @Column(name = "body_ordinal")
  private Integer bodyOrdinal;

  @Column(name = "dalo_status")
  private String daloStatus = "NON";

  @Column(name = "collective_agreement")
  private String collectiveAgreement = "AUCUN";

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
    demand.presence = Presence.since(deposit, calendar);
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
    LocalDate deposit = keepsSeniority ? initialDepositDate() : on;
    Demand other = register(number, departementCode, ofDesk, leaver, deposit, at, calendar, rules);
    if (keepsSeniority) {
      other.presence.stand(standing());
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
    presence.renew(on, calendar);
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
    RefusedInput.ifAny(faults);
    presence.cancel(cancellation, on);
  }

  /**
   * The lease is signed: the demand leaves the file as satisfied (R.441-2-8 a, RADATT).
   *
   * @throws RefusedInput when it has already left
   */
  public void satisfy(LocalDate signedOn) {
    presence.satisfy(signedOn);
  }

  /**
   * The lease was signed by mistake: the demand is in the file again with its number, seniority and
   * validity.
   *
   * @throws RefusedInput when it did not leave by a lease
   */
  public void takeBackLease() {
    presence.takeBackLease();
  }

  /**
   * Takes a cancelled demand up again with its number and seniority: not renewed, until eighteen
   * months from the last deposit or renewal; unreachable, until five months from the cancellation
   * (arrêté of 23 March 2015, annex §6).
   *
   * @throws RefusedInput when the law does not allow it, or no longer
   */
  public void reinstate(LocalDate on, DemandCalendar calendar) {
    presence.reinstate(on, calendar);
  }

  /**
   * Last day on which this cancelled demand may be taken up again; null when the law gives none.
   */
  public LocalDate reinstatableUntil(DemandCalendar calendar) {
    return presence.reinstatableUntil(calendar);
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
    presence.mergeInto(survivor.presence, survivor.id, on);
  }

  /**
   * Comes back out of the demand it went into, which stands again as before.
   *
   * @param before how the survivor stood before the merging
   * @param renewalThen the survivor's last renewal as the merging left it: a later one stays
   * @throws RefusedInput when the survivor has left the file
   */
  public void comeBackFrom(Demand survivor, Standing before, LocalDate renewalThen) {
    if (survivor.status() != DemandStatus.ACTIVE) {
      throw RefusedInput.because("MERGE_SURVIVOR_LEFT", survivor.uniqueNumber);
    }
    presence.comeBackFrom(survivor.presence, before, renewalThen);
  }

  /** Its dates of deposit, renewal and validity. */
  public Standing standing() {
    return presence.standing();
  }

  /**
   * Refuses what may be done to a demand in the file only.
   *
   * @throws RefusedInput when it has left
   */
  public void requireActive() {
    presence.requireActive();
  }

  /** Last deposit or renewal: the day from which the present period counts. */
  public LocalDate periodStart() {
    return presence.periodStart();
  }

  private void fill(DemandForm form, HouseholdRules rules, LocalDate on) {
    HouseholdRoll.stateTaxYears(form, on);
    statement = Statement.of(form);
    HouseholdRoll.fill(this, members, form);
    locations.clear();
    for (LocationForm location : form.getSought().getLocations()) {
      locations.add(new WishedLocation(locations.size() + 1, location));
    }
    types.clear();
    form.getSought().getTypes().stream().map(DwellingType::valueOf).forEach(types::add);
    count = HouseholdCount.of(form, rules, on);
  }

  /** What the rules made of the household when it was last counted. */
  public HouseholdFacts facts() {
    return count.facts();
  }

  /** Stores persons who are new in a stored demand, so that they have their identities. */
  public void storePersons(EntityManager entities) {
    members.stream().filter(member -> member.id() == null).forEach(entities::persist);
  }

  /** The demand laid back into its form. */
  public DemandForm form() {
    DemandForm form = new DemandForm();
    form.setDepositDate(initialDepositDate());
    form.setIdentityChecked(true);
    HouseholdRoll.lay(members, form);
    statement.lay(form);
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
    return presence.status();
  }

  /** Deposit from which seniority counts. */
  public LocalDate initialDepositDate() {
    return standing().deposit();
  }

  /** Last renewal; null when there was none. */
  public LocalDate lastRenewalDate() {
    return standing().renewal();
  }

  /** Why it left the file; null while it is active. */
  public CancellationReason cancellationReason() {
    return presence.reason();
  }

  /** Precision of the reason; null when there is none. */
  public String cancellationSubReason() {
    return presence.subReason();
  }

  /** When it left the file; null while it is active. */
  public LocalDate cancelledOn() {
    return presence.cancelledOn();
  }

  /** Last day of the present period. */
  public LocalDate validUntil() {
    return standing().validUntil();
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

  /** Whether nothing that the form asks for is missing ({@link Controls#missing}). */
  public boolean complete() {
    return statement.complete();
  }

  /** The body that asks; null for a natural person (L.442-8-1). */
  LegalPerson legalPerson() {
    return statement.legalPerson();
  }

  /**
   * Gives a body's demand its running number within the département, once (arrêté of 7 November
   * 2000, art. 1); does nothing for that of a natural person.
   *
   * @param next the next number of a body, by its key
   */
  public void numberBody(ToIntFunction<String> next) {
    if (bodyOrdinal == null && legalPerson() != null) {
      bodyKey = legalPerson().bodyKey();
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
}
