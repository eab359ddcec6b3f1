package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.report.ReportFormat;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import fr.toitcommun.persistence.partner.PartnerName;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** What may be asked of reports, and whether what was asked may be. */
@Dependent
public class ReportOrders {
  /** Years that snapshots and events tell of. */
  private static final int YEARS = 10;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /** Years that may be asked for today, the latest first. */
  static List<Integer> years(LocalDate today) {
    int last = today.getYear();
    return IntStream.range(0, YEARS).mapToObj(back -> last - back).toList();
  }

  /** The year that is over. */
  static int lastOver(LocalDate today) {
    return today.getYear() - 1;
  }

  /** Why a year cannot be asked for; nothing when it can. */
  static Optional<Fault> yearFault(String field, int year, LocalDate today) {
    List<Integer> years = years(today);
    return years.contains(year)
        ? Optional.empty()
        : Optional.of(Fault.at(field, "REPORT_YEAR", years.get(YEARS - 1), years.get(0)));
  }

  /** Axes that a sheet may be about. */
  public static List<Axis> axes() {
    return Arrays.stream(Axis.values())
        .filter(axis -> !axis.isTime() && Indicator.ACTIVE.allows(axis))
        .toList();
  }

  /**
   * The order, when it may be.
   *
   * @throws RefusedInput naming every fault
   */
  ReportOrder order(ReportRequest asked) {
    List<Fault> faults = new ArrayList<>();
    ReportKind kind = ReportKind.named(String.valueOf(asked.kind())).orElse(null);
    if (kind == null) {
      faults.add(fault("kind", asked.kind()));
    }
    if (format(asked).isEmpty()) {
      faults.add(fault("format", asked.format()));
    }
    LocalDate today = LocalDate.now(clock);
    int year = asked.year() == null ? lastOver(today) : asked.year();
    yearFault("year", year, today).ifPresent(faults::add);
    ReportTerritory territory = null;
    if (asked.territory() != null && !asked.territory().isBlank()) {
      territory = territories().find(asked.territory().strip()).orElse(null);
      if (territory == null) {
        faults.add(fault("territory", asked.territory()));
      }
    }
    Axis axis = axis(kind, asked.axis(), faults);
    Long partner = kind != null && kind.ofPartner() ? partner(asked.partnerId(), faults) : null;
    RefusedInput.ifAny(faults);
    return new ReportOrder(
        kind,
        kind.ofPartner() ? null : territory,
        year,
        partner,
        axis,
        "en".equals(asked.language()) ? "en" : "fr");
  }

  /** The format asked for. */
  static Optional<ReportFormat> format(ReportRequest asked) {
    return asked.format() == null
        ? Optional.of(ReportFormat.PDF)
        : ReportFormat.named(asked.format());
  }

  private static Fault fault(String field, String given) {
    return given == null || given.isBlank()
        ? Fault.at(field, "REQUIRED")
        : Fault.at(field, "UNKNOWN_CODE", given.substring(0, Math.min(given.length(), 40)));
  }

  private static Axis axis(ReportKind kind, String name, List<Fault> faults) {
    if (kind == null || !kind.ofAxis()) {
      return null;
    }
    Optional<Axis> axis = Axis.named(String.valueOf(name)).filter(axes()::contains);
    if (axis.isEmpty()) {
      faults.add(fault("axis", name));
    }
    return axis.orElse(null);
  }

  /** An agent reads of their own partner's activity; the manager of everyone's. */
  private Long partner(Long asked, List<Fault> faults) {
    long own = agent.profile().partnerId();
    if (asked == null || asked == own) {
      return own;
    }
    if (!agent.profile().rights().contains(Right.ADMINISTER)) {
      faults.add(Fault.at("partner", "UNKNOWN_CODE", asked));
    } else if (PartnerName.all(jdbi).stream().noneMatch(one -> one.id() == asked)) {
      faults.add(Fault.at("partner", "UNKNOWN_CODE", asked));
    }
    return asked;
  }

  /** What the caller sees figures of. */
  ReportTerritories territories() {
    return new ReportTerritories(references.current(), agent.scope().departements());
  }
}
