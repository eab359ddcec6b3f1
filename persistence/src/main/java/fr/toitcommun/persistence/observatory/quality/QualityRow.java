package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.job.DueCursor;
import java.time.LocalDate;
import java.util.List;

/**
 * A demand that an indicator finds.
 *
 * @param applicant name of the applicant, or of the body that asks
 * @param municipality the first one wished
 * @param desk name of the desk that registered it
 * @param number what the indicator counts on it: days, documents, proposals, persons; null: nothing
 * @param day the day that the indicator is about; null: none
 * @param doubts identifiers of the controls that doubt; empty for other indicators
 * @param link where it is corrected, relative to the pages
 * @param place its place in the list, where the next one is looked for
 */
public record QualityRow(
    String uniqueNumber,
    String applicant,
    String municipality,
    String desk,
    LocalDate initialDepositDate,
    Integer number,
    LocalDate day,
    List<String> doubts,
    String link,
    DueCursor place) {}
