package fr.toitcommun.persistence.allocation.reservation;

import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.reference.RuleParameter;
import fr.toitcommun.persistence.registration.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What makes a reservation agreement invalid (R.441-5, R.441-5-2). */
public final class AgreementRules {
  /** Most dwellings that an agreement reserves one by one. */
  public static final int MOST_IDENTIFIED = 5_000;

  /** Whoever names more that nobody knows is told of these, and how many there are besides. */
  private static final int MOST_NAMED = 50;

  private static final int LONGEST_NAMED = 40;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DAYS = 180;
  private static final LocalDate SIGNED_FROM = LocalDate.of(1950, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  /** Contingents by kind of holder; the State's agents are a part of its agreement. */
  private static final Map<PartnerKind, Set<String>> QUOTAS =
      Map.of(
          PartnerKind.STATE, Set.of("PPRIOR"),
          PartnerKind.ACTION_LOGEMENT, Set.of("COLACT", "AUTRES"),
          PartnerKind.LOCAL_AUTHORITY, Set.of("COLTER"),
          PartnerKind.DEPARTMENT, Set.of("COLTER"));

  private final Reference reference;
  private final List<Fault> faults = new ArrayList<>();

  private AgreementRules(Reference reference) {
    this.reference = reference;
  }

  /**
   * What is known of the landlord's agreements in the département.
   *
   * @param agreementId of the other agreement
   * @param reach where its holder gets dwellings
   */
  public record Other(
      long agreementId,
      long holderId,
      Reach reach,
      BigDecimal percent,
      LocalDate validFrom,
      LocalDate validTo) {
    boolean overlaps(LocalDate from, LocalDate to) {
      return (to == null || !validFrom.isAfter(to)) && (validTo == null || !validTo.isBefore(from));
    }
  }

  /**
   * Every fault of an agreement.
   *
   * @param holder kind of the holder; null: nobody known
   * @param holderThere whether the holder acts in that département
   * @param reach where in it the holder gets dwellings
   * @param others the landlord's other agreements in the département, at whatever time
   */
  public static List<Fault> check(
      AgreementForm form,
      PartnerKind holder,
      boolean holderThere,
      Reach reach,
      List<Other> others,
      Reference reference) {
    AgreementRules rules = new AgreementRules(reference);
    rules.parties(form, holder, holderThere);
    rules.terms(form, holder);
    if (form.getValidFrom() != null) {
      rules.beside(form, reach, others);
    }
    return rules.faults;
  }

  /**
   * What is wrong with references that no dwelling has: the first of them by name, the rest by
   * their count.
   */
  public static List<Fault> unknown(List<String> references) {
    List<Fault> faults = new ArrayList<>();
    references.stream()
        .limit(MOST_NAMED)
        .map(one -> one.substring(0, Math.min(LONGEST_NAMED, one.length())))
        .forEach(one -> faults.add(Fault.at("identified", "UNKNOWN_DWELLING", one)));
    if (references.size() > MOST_NAMED) {
      faults.add(Fault.at("identified", "UNKNOWN_DWELLINGS_MORE", references.size() - MOST_NAMED));
    }
    return faults;
  }

  private void parties(AgreementForm form, PartnerKind holder, boolean holderThere) {
    if (form.getDepartementCode() == null
        || !reference.departements().containsKey(form.getDepartementCode())) {
      faults.add(Fault.at("departementCode", "REQUIRED"));
    }
    if (form.getHolderId() == null) {
      faults.add(Fault.at("holderId", "REQUIRED"));
    } else if (holder == null || !QUOTAS.containsKey(holder) || !holderThere) {
      faults.add(Fault.at("holderId", "NO_RESERVATION_HOLDER"));
    } else if (form.getQuota() == null) {
      faults.add(Fault.at("quota", "REQUIRED"));
    } else if (!QUOTAS.get(holder).contains(form.getQuota())) {
      faults.add(Fault.at("quota", "QUOTA_OF_ANOTHER", form.getQuota()));
    }
  }

  private void terms(AgreementForm form, PartnerKind holder) {
    BigDecimal percent = form.getPercent();
    BigDecimal agents = Objects.requireNonNullElse(form.getAgentsPercent(), BigDecimal.ZERO);
    boolean sound = percent != null && isShare(percent) && percent.signum() > 0;
    if (percent == null) {
      if (form.getIdentified().isEmpty()) {
        faults.add(Fault.at("percent", "REQUIRED"));
      }
    } else if (!sound) {
      faults.add(Fault.at("percent", "OUT_OF_RANGE", 0, HUNDRED));
    }
    if (form.getIdentified().size() > MOST_IDENTIFIED) {
      faults.add(Fault.at("identified", "TOO_MANY", MOST_IDENTIFIED));
    }
    if (!form.getIdentified().isEmpty()
        && holder != null
        && holder != PartnerKind.STATE
        && !"AUTRES".equals(form.getQuota())) {
      faults.add(Fault.at("identified", "IDENTIFIED_ONLY_FOR_DEFENCE"));
    }
    if (!isShare(agents)) {
      faults.add(Fault.at("agentsPercent", "OUT_OF_RANGE", 0, HUNDRED));
    } else if (agents.signum() > 0 && holder != PartnerKind.STATE) {
      faults.add(Fault.at("agentsPercent", "AGENTS_OF_THE_STATE_ONLY"));
    } else if (agents.signum() > 0 && percent == null) {
      faults.add(Fault.at("agentsPercent", "AGENTS_PART_OF_A_SHARE"));
    }
    if (form.getSignedOn() == null) {
      faults.add(Fault.at("signedOn", "REQUIRED"));
    } else {
      between("signedOn", form.getSignedOn(), SIGNED_FROM);
    }
    if (form.getValidFrom() == null) {
      faults.add(Fault.at("validFrom", "REQUIRED"));
    } else {
      boolean known = between("validFrom", form.getValidFrom(), SIGNED_FROM);
      if (form.getValidTo() != null && form.getValidTo().isBefore(form.getValidFrom())) {
        faults.add(Fault.at("validTo", "END_BEFORE_BEGINNING", form.getValidFrom()));
      } else if (form.getValidTo() != null) {
        between("validTo", form.getValidTo(), form.getValidFrom());
      }
      if (known && holder == PartnerKind.STATE && sound && isShare(agents)) {
        atMost("percent", percent, "STATE_SHARE_PERCENT", form.getValidFrom());
        atMost("agentsPercent", agents, "STATE_AGENTS_SHARE_PERCENT", form.getValidFrom());
      }
    }
    if (form.getDesignationDays() == null) {
      faults.add(Fault.at("designationDays", "REQUIRED"));
    } else if (form.getDesignationDays() < 1 || form.getDesignationDays() > MOST_DAYS) {
      faults.add(Fault.at("designationDays", "OUT_OF_RANGE", 1, MOST_DAYS));
    }
    if (sound && isShare(agents) && agents.compareTo(percent) > 0) {
      faults.add(Fault.at("agentsPercent", "OUT_OF_RANGE", 0, percent));
    }
  }

  private boolean between(String field, LocalDate day, LocalDate first) {
    boolean within = !day.isBefore(first) && !day.isAfter(LAST);
    if (!within) {
      faults.add(Fault.at(field, "DATE_OUT_OF_RANGE", first, LAST));
    }
    return within;
  }

  /** Whether a percentage at all: only then is it reckoned with, however large it was typed. */
  private static boolean isShare(BigDecimal percent) {
    return percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0 && percent.scale() <= 2;
  }

  /**
   * R.441-5-2: of each landlord's flow the State has so much at most, from the day that says so.
   */
  private void atMost(String field, BigDecimal percent, String parameter, LocalDate on) {
    reference
        .parameterIfAny(parameter, null, on)
        .map(RuleParameter::value)
        .filter(most -> percent.compareTo(most) > 0)
        .ifPresent(
            most ->
                faults.add(
                    Fault.at(
                        field,
                        "MORE_THAN_THE_STATE_MAY_HAVE",
                        most.stripTrailingZeros().toPlainString())));
  }

  /**
   * R.441-5: one agreement per holder at a time, and no more than there is to share. A dwelling is
   * shared out among those who may have it where it lies: what holders of other places have does
   * not count.
   */
  private void beside(AgreementForm form, Reach reach, List<Other> others) {
    List<Other> meanwhile =
        others.stream()
            .filter(other -> other.overlaps(form.getValidFrom(), form.getValidTo()))
            .toList();
    if (form.getHolderId() != null
        && meanwhile.stream().anyMatch(other -> other.holderId() == form.getHolderId())) {
      faults.add(Fault.at("holderId", "AGREEMENT_THERE_ALREADY"));
    }
    if (form.getPercent() == null || !isShare(form.getPercent())) {
      return;
    }
    BigDecimal most =
        meanwhile.stream()
            .map(
                other ->
                    other.validFrom().isAfter(form.getValidFrom())
                        ? other.validFrom()
                        : form.getValidFrom())
            .distinct()
            .map(day -> mostOn(day, reach, meanwhile))
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    if (most.add(form.getPercent()).compareTo(HUNDRED) > 0) {
      faults.add(
          Fault.at(
              "percent",
              "MORE_THAN_THE_FLOW",
              HUNDRED.subtract(most).stripTrailingZeros().toPlainString()));
    }
  }

  /** The most that others have on a day in any place where this holder gets dwellings, too. */
  private static BigDecimal mostOn(LocalDate day, Reach reach, List<Other> others) {
    List<Other> then =
        others.stream()
            .filter(other -> other.percent() != null && other.overlaps(day, day))
            .toList();
    BigDecimal anywhere = sum(then.stream().filter(other -> other.reach().everywhere()));
    return Stream.concat(Stream.of(reach), then.stream().map(Other::reach))
        .flatMap(one -> one.municipalities().stream())
        .filter(reach::covers)
        .distinct()
        .map(place -> sum(then.stream().filter(other -> other.reach().covers(place))))
        .reduce(anywhere, BigDecimal::max);
  }

  private static BigDecimal sum(Stream<Other> others) {
    return others.map(Other::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
