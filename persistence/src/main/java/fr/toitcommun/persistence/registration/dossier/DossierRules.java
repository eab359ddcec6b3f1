package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.PersonForm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which documents a demand lacks, derived from its form (annex of the arrêté of 22 December 2020):
 * what one partner has received is asked by none again (L.441-2-1), and what the form gives no
 * cause for is not asked.
 */
public final class DossierRules {
  /**
   * As much of a document as the rule looks at.
   *
   * @param person identity of whose it is; null: the whole household's
   */
  public record Held(
      String kind, Long person, Integer taxYear, LocalDate validUntil, DocumentStatus status) {}

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private final DocumentKinds kinds;
  private final LocalDate today;
  private final int uploadDays;

  /**
   * The rule as of a day.
   *
   * @param uploadDays days in which what was received is to be uploaded
   */
  public DossierRules(DocumentKinds kinds, LocalDate today, int uploadDays) {
    this.kinds = kinds;
    this.today = today;
    this.uploadDays = uploadDays;
  }

  /**
   * What is to be asked for.
   *
   * @param deposited when the demand was deposited: the applicant's identity document was seen then
   * @param held the documents that are there
   * @param received papers that a desk received and that are not there yet: they are to be
   *     uploaded, and not asked for
   */
  public List<Dossier.Missing> missing(
      DemandForm form, LocalDate deposited, List<Held> held, List<PapersReceived.Paper> received) {
    List<Dossier.Missing> missing = new ArrayList<>();
    for (DocumentKind kind : kinds.all()) {
      for (PersonForm person : kind.askedOf(form, today)) {
        Integer year =
            kind.validity() == Validity.TAX_YEAR
                ? today.getYear() - DocumentKind.TAX_YEARS_BACK
                : null;
        Dossier.Cause cause = cause(kind, person, year, held);
        if (cause != null) {
          boolean toRegister = kind.toRegister() && person == form.getApplicant();
          Optional<LocalDate> noted = received(received, kind, person, year);
          LocalDate due =
              noted
                  .map(this::dueOn)
                  .orElse(toRegister && cause == Dossier.Cause.ABSENT ? dueOn(deposited) : null);
          missing.add(
              new Dossier.Missing(
                  kind.code(),
                  person == null ? null : Dossier.Person.of(person),
                  year,
                  noted.isPresent() ? Dossier.Cause.RECEIVED : cause,
                  toRegister,
                  due,
                  due != null && today.isAfter(due),
                  kind.article(),
                  kind.assumed()));
        }
      }
    }
    return missing;
  }

  private static Optional<LocalDate> received(
      List<PapersReceived.Paper> papers, DocumentKind kind, PersonForm person, Integer taxYear) {
    return papers.stream()
        .filter(one -> one.kind().equals(kind.code()))
        .filter(one -> person == null || Objects.equals(person.getId(), one.person()))
        .filter(one -> Objects.equals(taxYear, one.taxYear()))
        .map(PapersReceived.Paper::on)
        .findFirst();
  }

  /** Last day to upload what the desk received that day. */
  public LocalDate dueOn(LocalDate received) {
    return received.plusDays(uploadDays);
  }

  /** Whether a document no longer serves. */
  public boolean obsolete(LocalDate validUntil) {
    return validUntil != null && validUntil.isBefore(today);
  }

  /** Null when one that serves is there. */
  private Dossier.Cause cause(
      DocumentKind kind, PersonForm person, Integer taxYear, List<Held> held) {
    Dossier.Cause cause = Dossier.Cause.ABSENT;
    for (Held one : held) {
      if (!kind.code().equals(one.kind())
          || person != null && !Objects.equals(person.getId(), one.person())) {
        continue;
      }
      if (one.status() == DocumentStatus.REFUSED) {
        cause = cause == Dossier.Cause.ABSENT ? Dossier.Cause.REFUSED : cause;
      } else if (obsolete(one.validUntil())) {
        cause = Dossier.Cause.OBSOLETE;
      } else if (taxYear == null || taxYear.equals(one.taxYear())) {
        return null;
      }
    }
    return cause;
  }

  /** The day of a moment, where the file is kept. */
  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }
}
