package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.Map;

/**
 * The thresholds of the indicators of quality as of a day; all are assumed, no text sets them.
 *
 * @param entryDays days from deposit to registration that are not late
 * @param refusals refused proposals from which on a demand is found
 * @param silences proposals without answer from which on it is found
 * @param unchangedMonths months without any change from which on it is found
 * @param incomeRatio how many times the smaller of tax income and resources the greater may be
 * @param noticeMonths months before the end of validity by which the notice is due (R.441-2-7)
 */
public record QualityRules(
    int entryDays,
    int refusals,
    int silences,
    int unchangedMonths,
    int incomeRatio,
    int noticeMonths) {

  /** Those in force on that day. */
  public static QualityRules on(Reference reference, LocalDate day) {
    return new QualityRules(
        reference.value("QUALITY_ENTRY_DAYS", day),
        reference.value("QUALITY_REFUSALS", day),
        reference.value("QUALITY_SILENCES", day),
        reference.value("QUALITY_UNCHANGED_MONTHS", day),
        reference.value("QUALITY_INCOME_RATIO", day),
        reference.value("RENEWAL_NOTICE_MONTHS", day));
  }

  /** What the conditions bind as of a day. */
  Map<String, Object> binds(LocalDate day) {
    return Map.of(
        "day", day,
        "entryDays", entryDays,
        "refusals", refusals,
        "silences", silences,
        "incomeRatio", incomeRatio,
        "unchangedSince", day.minusMonths(unchangedMonths),
        "noticeBy", day.plusMonths(noticeMonths));
  }

  /** The threshold that a definition mentions; null: none. */
  Integer of(QualityIndicator indicator) {
    return switch (indicator) {
      case ENTRY_LATE -> entryDays;
      case REFUSALS -> refusals;
      case SILENCES -> silences;
      case UNCHANGED -> unchangedMonths;
      case INCOMES_APART -> incomeRatio;
      case NOTICE_LATE -> noticeMonths;
      default -> null;
    };
  }

  /** Whether the threshold of an indicator is an assumption. */
  public static boolean isAssumed(QualityIndicator indicator) {
    return switch (indicator) {
      case ENTRY_LATE, REFUSALS, SILENCES, UNCHANGED, INCOMES_APART -> true;
      default -> false;
    };
  }
}
