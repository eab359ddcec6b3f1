package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.report.ReportCollection;
import fr.toitcommun.persistence.observatory.report.ReportFormat;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplateStore;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Collections of reports: one of a kind for each territory of a partner's, made in one go. */
@ApplicationScoped
public class ReportCollections {
  /** Reports of one collection: more than the EPCI there are, less than a server's whole day. */
  public static final int MOST = 400;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ReportMaking making;

  /**
   * What is wrong with a collection, each at its field; nothing when it may be made.
   *
   * @param scope of the partner that it is for
   */
  public List<Fault> faults(ReportCollection wanted, Scope scope) {
    List<Fault> faults = new ArrayList<>();
    LocalDate today = LocalDate.now(clock);
    if (wanted.kind() == null) {
      faults.add(Fault.at("reports.kind", "REQUIRED"));
    } else if (!wanted.kind().collected()) {
      faults.add(Fault.at("reports.kind", "REPORT_NOT_COLLECTED"));
    } else if (wanted.kind().ofAxis()) {
      axisFault(wanted.axis(), faults);
    } else if (wanted.axis() != null) {
      faults.add(Fault.at("reports.axis", "NOT_OF_THIS_KIND", wanted.kind()));
    }
    if (wanted.year() != null) {
      ReportOrders.yearFault("reports.year", wanted.year(), today).ifPresent(faults::add);
    }
    boolean seen = wanted.within() == null || scope.departements().contains(wanted.within());
    if (!seen) {
      faults.add(Fault.at("reports.within", "UNKNOWN_CODE", wanted.within()));
    }
    if (wanted.level() == null) {
      faults.add(Fault.at("reports.level", "REQUIRED"));
    } else if (seen) {
      int reports = territories(wanted, scope).size();
      if (reports == 0) {
        faults.add(Fault.at("reports.level", "REPORT_NONE"));
      } else if (reports > MOST) {
        faults.add(Fault.at("reports.level", "REPORT_TOO_MANY", reports, MOST));
      }
    }
    return faults;
  }

  private static void axisFault(Axis axis, List<Fault> faults) {
    if (axis == null) {
      faults.add(Fault.at("reports.axis", "REQUIRED"));
    } else if (!ReportOrders.axes().contains(axis)) {
      faults.add(Fault.at("reports.axis", "UNKNOWN_CODE", axis));
    }
  }

  private List<ReportTerritory> territories(ReportCollection wanted, Scope scope) {
    return new ReportTerritories(
            references.current(),
            wanted.within() == null ? scope.departements() : List.of(wanted.within()),
            scope.departements())
        .of(wanted.level());
  }

  /**
   * The reports of a collection without faults, to be made one after the other.
   *
   * @param language {@code fr} or {@code en}
   * @param scope of the partner that they are for
   */
  public CollectedReports of(
      ReportCollection wanted, ReportFormat format, String language, Scope scope) {
    int year = wanted.year() == null ? ReportOrders.lastOver(LocalDate.now(clock)) : wanted.year();
    return new CollectedReports(
        new ReportOrder(wanted.kind(), null, year, null, wanted.axis(), language),
        territories(wanted, scope),
        making.ofEach(axis(wanted.level()), scope, language),
        new ReportTemplateStore(jdbi).latest(wanted.kind(), language),
        format);
  }

  private static Axis axis(TerritoryLevel level) {
    return switch (level) {
      case MUNICIPALITY -> Axis.MUNICIPALITY;
      case EPCI -> Axis.EPCI;
      case DEPARTEMENT -> Axis.DEPARTEMENT;
    };
  }
}
