package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody asks of a label, or certifies.
 *
 * @param code {@link PriorityGround}, ACD or ACI, or a code of QUOTA
 * @param rule the rule that proposed it; null: none did
 * @param proof what was seen, in words; certifying needs it
 * @param validUntil last day in force; null: as long as the rules say, a DALO without end
 * @param commissionReference of a DALO: reference of the mediation commission's decision
 * @param decisionDate of a DALO: its day
 */
public record LabelRequest(
    LabelKind kind,
    String code,
    DetectionRule rule,
    String proof,
    LocalDate validUntil,
    String commissionReference,
    LocalDate decisionDate) {
  private static final int LONGEST = 500;
  private static final int LONGEST_REFERENCE = 60;

  /** Whether a DALO is meant. */
  public boolean dalo() {
    return kind == LabelKind.GROUND && PriorityGround.DALO.name().equals(code);
  }

  /** What is wrong with it as a request. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (kind == null) {
      faults.add(Fault.at("kind", "REQUIRED"));
    }
    if (code == null) {
      faults.add(Fault.at("code", "REQUIRED"));
    } else if (kind != null && !Certifiers.codes(kind).contains(code)) {
      faults.add(Fault.at("code", "UNKNOWN_CODE", code.substring(0, Math.min(30, code.length()))));
    }
    text(faults, "proof", proof, LONGEST);
    text(faults, "commissionReference", commissionReference, LONGEST_REFERENCE);
    return faults;
  }

  /** What is wrong with it as a certification on that day. */
  public List<Fault> faultsToCertify(LocalDate today) {
    List<Fault> faults = faults();
    if (proof == null || proof.isBlank()) {
      faults.add(Fault.at("proof", "REQUIRED"));
    }
    if (validUntil != null && validUntil.isBefore(today)) {
      faults.add(Fault.at("validUntil", "DATE_IN_PAST"));
    }
    if (dalo()) {
      if (commissionReference == null || commissionReference.isBlank()) {
        faults.add(Fault.at("commissionReference", "REQUIRED"));
      }
      if (decisionDate == null) {
        faults.add(Fault.at("decisionDate", "REQUIRED"));
      } else if (decisionDate.isAfter(today)) {
        faults.add(Fault.at("decisionDate", "DATE_IN_FUTURE"));
      }
    }
    return faults;
  }

  private static void text(List<Fault> faults, String field, String text, int longest) {
    if (text != null && text.length() > longest) {
      faults.add(Fault.at(field, "TOO_LONG", longest));
    } else if (text != null && !PlainText.allows(text)) {
      faults.add(Fault.at(field, "ILLEGAL_CHARACTERS"));
    }
  }
}
