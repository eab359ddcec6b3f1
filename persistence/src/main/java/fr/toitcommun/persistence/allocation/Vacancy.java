package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A dwelling to let again, from the notice of its tenant to the next lease. */
@Entity
public class Vacancy {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vacancy")
  @SequenceGenerator(name = "vacancy", sequenceName = "vacancy_seq", allocationSize = 50)
  private Long id;

  @Version private int version;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "dwelling_id")
  private Dwelling dwelling;

  @Column(name = "available_from")
  private LocalDate availableFrom;

  @Column(name = "declared_on")
  private LocalDate declaredOn;

  private String quota;

  @Enumerated(EnumType.STRING)
  private VacancyStatus status;

  /** For the persistence provider. */
  protected Vacancy() {}

  /** Declares a dwelling vacant. */
  public Vacancy(Dwelling dwelling, LocalDate availableFrom, LocalDate declaredOn, String quota) {
    this.dwelling = dwelling;
    this.availableFrom = availableFrom;
    this.declaredOn = declaredOn;
    this.quota = quota;
    this.status = VacancyStatus.OPEN;
  }

  /**
   * The dwelling has its tenant.
   *
   * @throws RefusedInput when it is not to let any more
   */
  public void let() {
    requireOpen();
    status = VacancyStatus.LET;
  }

  /**
   * Its lease was signed by mistake: it is to let again.
   *
   * @throws RefusedInput when it has no tenant
   */
  public void takeBackLease() {
    if (status != VacancyStatus.LET) {
      throw RefusedInput.because("VACANCY_NOT_LET");
    }
    status = VacancyStatus.OPEN;
  }

  /**
   * Makes sure that the dwelling is still to let.
   *
   * @throws RefusedInput when it is not
   */
  public void requireOpen() {
    if (status != VacancyStatus.OPEN) {
      throw RefusedInput.because("VACANCY_CLOSED");
    }
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** The dwelling. */
  public Dwelling dwelling() {
    return dwelling;
  }

  /** Whose contingent it is, code list QUOTA. */
  public String quota() {
    return quota;
  }

  /** Where it stands. */
  public VacancyStatus status() {
    return status;
  }
}
