package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionReports;
import fr.toitcommun.ejb.commission.Commissions;
import fr.toitcommun.persistence.commission.CommissionReport;
import fr.toitcommun.persistence.commission.CommissionRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The yearly report of a commission. */
@Named
@RequestScoped
public class ReadReport {
  @Inject private CommissionReports reports;
  @Inject private Commissions commissions;

  private Long commission;
  private Long year;
  private CommissionReport report;
  private List<Integer> years;
  private List<CommissionRow> all;

  /** Counts. */
  public void load() {
    years = reports.years();
    all = commissions.list();
    report = reports.of(commission, year == null ? years.get(0) : Integer.valueOf(year.intValue()));
  }

  public CommissionReport getReport() {
    return report;
  }

  public List<Integer> getYears() {
    return years;
  }

  /** The landlord's commissions. */
  public List<CommissionRow> getAll() {
    return all;
  }

  public Long getCommission() {
    return commission;
  }

  public void setCommission(Long commission) {
    this.commission = commission;
  }

  public Long getYear() {
    return year;
  }

  public void setYear(Long year) {
    this.year = year;
  }
}
