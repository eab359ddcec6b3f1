package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.report.ReportFormat;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplate;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes reports in one language for one partner, by a text. Serves one thread; made by {@link
 * ReportMaking}.
 */
final class ReportMaker {
  private static final int LONGEST_NAME = 100;

  private final ReportSource figures;
  private final ReportTerritories territories;
  private final Jdbi jdbi;
  private final ReportPdf pdf;
  private final LocalDate today;

  ReportMaker(
      ReportSource figures,
      ReportTerritories territories,
      Jdbi jdbi,
      ReportPdf pdf,
      LocalDate today) {
    this.figures = figures;
    this.territories = territories;
    this.jdbi = jdbi;
    this.pdf = pdf;
    this.today = today;
  }

  /**
   * The report.
   *
   * @throws IllegalStateException when it cannot be written
   */
  MadeReport make(ReportOrder order, ReportTemplate template, ReportFormat format) {
    String subject = subject(order);
    String named =
        order.territory() == null
            ? subject
            : new ReportWords(order.language()).named(order.territory());
    ReportPaper paper = new ReportComposer(order, figures, named, today).compose(template);
    byte[] content =
        switch (format) {
          case PDF -> pdf.write(paper);
          case ODT -> ReportOdt.write(paper);
        };
    return new MadeReport(fileName(order, subject, format), format.mediaType(), content);
  }

  /** Whom a report is about, in words. */
  private String subject(ReportOrder order) {
    if (order.partnerId() != null) {
      return jdbi.withHandle(
          handle ->
              handle
                  .createQuery("select name from partner where id = :id")
                  .bind("id", order.partnerId())
                  .mapTo(String.class)
                  .one());
    }
    return order.territory() == null
        ? territories.departements().stream()
            .map(ReportTerritory::name)
            .collect(Collectors.joining(", "))
        : order.territory().name();
  }

  /** A name that every system takes, and that no other territory's report has. */
  static String fileName(ReportOrder order, String subject, ReportFormat format) {
    String name =
        Stream.of(
                order.kind().name(),
                order.axis() == null ? "" : order.axis().name(),
                String.valueOf(order.year()),
                subject)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("-"));
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("^-|-$", "")
            .toLowerCase(Locale.ROOT);
    String code =
        order.territory() == null ? "" : "-" + order.territory().code().toLowerCase(Locale.ROOT);
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME))
        + code
        + "."
        + format.ending();
  }
}
