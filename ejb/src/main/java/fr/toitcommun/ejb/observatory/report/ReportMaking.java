package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.map.Maps;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.report.ReportFormat;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Makes a report by a text. */
@Dependent
public class ReportMaking {
  private static final int LONGEST_NAME = 100;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private Observatory observatory;
  @Inject private Commitments commitments;
  @Inject private Maps maps;
  @Inject private ReportOrders orders;
  @Inject private ReportPdf pdf;

  /**
   * The report.
   *
   * @throws IllegalStateException when it cannot be written
   */
  MadeReport make(ReportOrder order, ReportTemplate template, ReportFormat format) {
    LocalDate today = LocalDate.now(clock);
    String subject = subject(order);
    ReportPaper paper =
        new ReportComposer(
                order,
                new ObservedFigures(
                    observatory,
                    commitments,
                    maps,
                    references.current(),
                    observatory.words(Locale.forLanguageTag(order.language())),
                    today),
                subject,
                today)
            .compose(template);
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
        ? orders.departements().stream().map(one -> one.name()).collect(Collectors.joining(", "))
        : order.territory().name();
  }

  /** A name that every system takes. */
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
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + "." + format.ending();
  }
}
