package fr.toitcommun.persistence.observatory.quality;

import static fr.toitcommun.persistence.observatory.quality.QualityFamily.GHOST;
import static fr.toitcommun.persistence.observatory.quality.QualityFamily.LATE;
import static fr.toitcommun.persistence.observatory.quality.QualityFamily.MISSING;
import static fr.toitcommun.persistence.observatory.quality.QualityFamily.UNLIKELY;
import static fr.toitcommun.persistence.observatory.quality.QualitySeverity.CORRECT;
import static fr.toitcommun.persistence.observatory.quality.QualitySeverity.DUTY;
import static fr.toitcommun.persistence.observatory.quality.QualitySeverity.LOOK;

import java.util.Arrays;
import java.util.List;

/**
 * The indicators of the quality of the file, each defined once: a condition on an active demand
 * {@code d} as of {@code :day}, which counts, lists and past days all use. Those that look into
 * {@code q} go by what the rules of the form and of the dossier themselves found on that demand
 * ({@link QualityLooks}): no rule is written twice. Names and definitions are in {@link
 * QualityTexts}; thresholds are those of {@link QualityRules}.
 */
public enum QualityIndicator {
  /** A signer has not stated the reference tax income that ceilings are compared with. */
  INCOME_MISSING(
      MISSING,
      CORRECT,
      "R.441-2-2 e",
      "d.legal_name is null and d.annual_income is null",
      Place.MODIFY),
  /** The form lacks something it asks for (severity INCOMPLETE of the controls). */
  FORM_INCOMPLETE(MISSING, CORRECT, "R.441-2-2", "not d.complete", Place.MISSING_FIELDS),
  /** The dossier lacks a document that the form gives cause to ask for. */
  DOCUMENTS_MISSING(
      MISSING,
      CORRECT,
      "L.441-2-1",
      "q.missing_documents > 0",
      Place.DOCUMENTS,
      "q.missing_documents",
      null),

  /** Registered more days after its deposit than the threshold. */
  ENTRY_LATE(
      LATE,
      DUTY,
      "L.441-2-1",
      "(d.registered_at at time zone 'Europe/Paris')::date - d.initial_deposit_date > :entryDays"
          // A merged or parted demand bears the deposit of another: nobody was late.
          + " and not exists (select from demand_event e where e.demand_id = d.id and e.kind in"
          + " ('MERGED', 'SEPARATED'))",
      Place.HISTORY,
      "(d.registered_at at time zone 'Europe/Paris')::date - d.initial_deposit_date",
      null),
  /** A document that a desk has received is still not uploaded after the delay. */
  DOCUMENTS_LATE(
      LATE, DUTY, "L.441-2-1", "q.late_documents > 0", Place.DOCUMENTS, "q.late_documents", null),
  /** Ends within the delay of notice, or has ended, and the notice of renewal has not left. */
  NOTICE_LATE(
      LATE,
      DUTY,
      "R.441-2-7",
      "d.valid_until <= :noticeBy and not exists (select from letter n where n.demand_id = d.id and"
          + " n.kind = 'RENEWAL_NOTICE' and n.about = d.valid_until and sent_on(n) <= :day)",
      Place.DEMAND,
      null,
      "d.valid_until"),

  /** A control of the form finds something doubtful (severity DOUBTFUL). */
  DOUBTFUL_VALUES(UNLIKELY, LOOK, "R.441-2-2", "q.doubts <> '{}'", Place.DOUBTS),
  /** A signer has an employment contract, and the household's tax income is zero. */
  NO_INCOME_AT_WORK(
      UNLIKELY,
      LOOK,
      "R.441-2-2 e",
      "d.annual_income = 0 and exists (select from household_member m where m.demand_id = d.id and"
          + " m.role in ('APPLICANT', 'CO_APPLICANT') and m.work_contract in ('CDI', 'CDD'))",
      Place.MODIFY),
  /** Tax income and twelve months of the resources stated lie far apart. */
  INCOMES_APART(
      UNLIKELY,
      LOOK,
      "R.441-2-2 e",
      "d.annual_income > 0 and d.annual_resources > 0 and greatest(d.annual_income,"
          + " d.annual_resources) > :incomeRatio * least(d.annual_income, d.annual_resources)",
      Place.MODIFY,
      "round(greatest(d.annual_income, d.annual_resources)::numeric / least(d.annual_income,"
          + " d.annual_resources))::integer",
      null),
  /** None of the types sought fits the household by the grid of any municipality it wishes. */
  TYPES_UNFIT(
      UNLIKELY,
      LOOK,
      "R.441-2-2 h",
      "q.types_unfit",
      Place.MODIFY,
      "d.household_size::integer",
      null),

  /** In an open set of likely duplicates. */
  DUPLICATE(
      GHOST,
      CORRECT,
      "L.441-2-1",
      "exists (select from duplicate_member x join duplicate_set s on s.id = x.set_id where"
          + " x.demand_id = d.id and s.state = 'OPEN')",
      Place.DEMAND),
  /** A signer, by name and day of birth, signed a lease on another number since the deposit. */
  HOUSED(
      GHOST,
      LOOK,
      "R.441-2-8 a",
      // Found from the leases, once: names looked up for one demand after the other take the reads
      // of a hundred times as many pages, and a plan made for any département does just that.
      "d.id in (select mine.demand_id from lease l join person_name theirs on theirs.demand_id ="
          + " l.demand_id join person_name mine on mine.birth_date = theirs.birth_date and"
          + " mine.name_key = theirs.name_key and mine.demand_id <> theirs.demand_id join demand"
          + " own on own.id = mine.demand_id where l.cancelled_at is null and l.signed_on >="
          + " own.initial_deposit_date)",
      Place.DEMAND),
  /** Its validity is over and nobody has renewed it. */
  LAPSED(GHOST, LOOK, "R.441-2-8 e", "d.valid_until < :day", Place.DEMAND, null, "d.valid_until"),
  /** A registered notice asked for a sign of life, and nothing has come since. */
  UNREACHABLE(
      GHOST,
      LOOK,
      "R.441-2-8 c",
      "exists (select from letter n where n.demand_id = d.id and n.kind = 'UNREACHABLE_NOTICE' and"
          + " n.dropped_on is null and sent_on(n) <= :day and not exists (select from demand_event"
          + " e where e.demand_id = d.id and e.kind in ('MODIFIED', 'RENEWED') and e.occurred_at >"
          + " n.asked_at))",
      Place.DEMAND),
  /** The last e-mail came back, and the address was not changed since. */
  EMAIL_RETURNED(
      GHOST,
      CORRECT,
      "R.441-2-2 b",
      "d.email_agreed and exists (select from letter n where n.demand_id = d.id and n.email_state ="
          + " 'FAILED' and not exists (select from letter later where later.demand_id = d.id and"
          + " later.email_state = 'SENT' and later.asked_at > n.asked_at) and not exists (select"
          + " from demand_event e where e.demand_id = d.id and e.kind = 'MODIFIED' and"
          + " e.occurred_at > n.asked_at))",
      Place.MODIFY),
  /** Refused as many proposals as the threshold, or more. */
  REFUSALS(
      GHOST,
      LOOK,
      "R.441-2-8",
      ended("REFUSED", ":refusals"),
      Place.PROPOSALS,
      howOften("REFUSED"),
      null),
  /** Let as many proposals as the threshold, or more, pass without an answer. */
  SILENCES(
      GHOST,
      LOOK,
      "R.441-10",
      ended("LAPSED", ":silences"),
      Place.PROPOSALS,
      howOften("LAPSED"),
      null),
  /** Deposited and last modified longer ago than the threshold, renewals set aside. */
  UNCHANGED(
      GHOST,
      LOOK,
      "R.441-2-7",
      "d.initial_deposit_date <= :unchangedSince and not exists (select from demand_event e where"
          + " e.demand_id = d.id and e.kind in ('MODIFIED', 'PERSON_LEFT', 'SEPARATED') and"
          + " e.effective_on > :unchangedSince and e.effective_on <= :day)",
      Place.HISTORY,
      null,
      "coalesce((select max(e.effective_on) from demand_event e where e.demand_id = d.id and e.kind"
          + " in ('MODIFIED', 'PERSON_LEFT', 'SEPARATED')), d.initial_deposit_date)");

  /** Where in a demand's pages it is corrected. */
  public enum Place {
    DEMAND("demand.xhtml", ""),
    MISSING_FIELDS("demand.xhtml", "#missing"),
    DOUBTS("demand.xhtml", "#doubts"),
    PROPOSALS("demand.xhtml", "#proposals"),
    HISTORY("demand.xhtml", "#history"),
    DOCUMENTS("documents.xhtml", ""),
    MODIFY("modify.xhtml", "");

    private final String page;
    private final String fragment;

    Place(String page, String fragment) {
      this.page = page;
      this.fragment = fragment;
    }

    /** Address of it, relative to the pages. */
    public String of(String uniqueNumber) {
      return page + "?number=" + uniqueNumber + fragment;
    }
  }

  /** Those whose truth on a past day is told by dates that demands keep. */
  private static final List<QualityIndicator> TOLD_BY_DATES =
      List.of(ENTRY_LATE, REFUSALS, SILENCES, UNCHANGED);

  private final QualityFamily family;
  private final QualitySeverity severity;
  private final String article;
  private final String condition;
  private final Place place;
  private final String number;
  private final String date;

  QualityIndicator(
      QualityFamily family,
      QualitySeverity severity,
      String article,
      String condition,
      Place place) {
    this(family, severity, article, condition, place, null, null);
  }

  QualityIndicator(
      QualityFamily family,
      QualitySeverity severity,
      String article,
      String condition,
      Place place,
      String number,
      String date) {
    this.family = family;
    this.severity = severity;
    this.article = article;
    this.condition = condition;
    this.place = place;
    this.number = number;
    this.date = date;
  }

  private static String ended(String status, String times) {
    return "d.id in (select r.demand_id from proposal r where r.status = '"
        + status
        + "' and r.closed_on <= :day group by r.demand_id having count(*) >= "
        + times
        + ")";
  }

  private static String howOften(String status) {
    return "(select count(*)::integer from proposal r where r.status = '"
        + status
        + "' and r.demand_id = d.id and r.closed_on <= :day)";
  }

  /** Those of a family, in order. */
  public static List<QualityIndicator> of(QualityFamily family) {
    return Arrays.stream(values()).filter(one -> one.family == family).toList();
  }

  /** What it is about. */
  public QualityFamily family() {
    return family;
  }

  /** How certain it is. */
  public QualitySeverity severity() {
    return severity;
  }

  /** The article it goes by, or that the duty behind it comes from. */
  public String article() {
    return article;
  }

  /** Where it is corrected. */
  public Place place() {
    return place;
  }

  /** Whether the dates that demands keep tell what it was on a past day. */
  public boolean isToldByDates() {
    return TOLD_BY_DATES.contains(this);
  }

  /** The condition in SQL, on {@code d} and, where {@link #isLookedAt}, {@code q}. */
  String condition() {
    return condition;
  }

  /** Whether it goes by what the rules found on the demand as it was when it was looked at. */
  public boolean isLookedAt() {
    return condition.contains("q.");
  }

  /**
   * What it is selected from.
   *
   * @param demands the table of demands, or some of them
   */
  String from(String demands) {
    return demands
        + " d"
        + (isLookedAt()
            ? " join quality_look q on q.demand_id = d.id and q.version = d.version"
            : "");
  }

  /** What to tell of a demand it finds, a number; {@code null::integer}: nothing. */
  String number() {
    return number == null ? "null::integer" : number;
  }

  /** What to tell of a demand it finds, a day; {@code null::date}: nothing. */
  String date() {
    return date == null ? "null::date" : date;
  }

  /** What to tell of a demand it finds, controls that doubt. */
  String doubts() {
    return this == DOUBTFUL_VALUES ? "q.doubts" : "null::text[]";
  }
}
