package fr.toitcommun.web.api;

import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualityPage;
import fr.toitcommun.persistence.observatory.quality.QualityTexts;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;

/**
 * Part of the demands that an indicator of quality finds, oldest deposit first.
 *
 * @param total how many it finds in all, exactly
 * @param next address of the next part; null on the last
 */
public record QualityDemands(
    QualityIndicator indicator, long total, String next, List<Found> demands) {

  /**
   * A demand.
   *
   * @param number what the indicator counts on it: days, documents, proposals, persons, times
   * @param day the day that it is about
   * @param doubts identifiers of the controls that doubt
   * @param finding the same in words, in the caller's language
   */
  public record Found(
      String uniqueNumber,
      String applicant,
      String desk,
      String municipality,
      LocalDate initialDepositDate,
      Integer number,
      LocalDate day,
      List<String> doubts,
      String finding) {}

  static QualityDemands of(QualityPage page, QualityTexts texts, UriInfo asked) {
    String next =
        page.next() == null
            ? null
            : asked
                .getRequestUriBuilder()
                .replaceQueryParam("after", page.next().written())
                .build()
                .toString();
    return new QualityDemands(
        page.indicator(),
        page.total(),
        next,
        page.rows().stream()
            .map(
                row ->
                    new Found(
                        row.uniqueNumber(),
                        row.applicant(),
                        row.desk(),
                        row.municipality(),
                        row.initialDepositDate(),
                        row.number(),
                        row.day(),
                        row.doubts(),
                        texts.told(page.indicator(), row)))
            .toList());
  }
}
