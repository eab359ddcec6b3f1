package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.allocation.OfferRow;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DemandCalendar;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.EnvelopeAddress;
import fr.toitcommun.persistence.registration.letter.LetterField;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterTemplate;
import fr.toitcommun.persistence.registration.letter.LetterText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the fields of a letter to one applicant hold. */
final class LetterValues {
  private static final String NOT_RENEWED = "RADREN";
  private static final String INCOME_TOO_HIGH = "IRRRES";

  private final DemandFile file;
  private final CertificateFacts facts;
  private final LetterWriter.Particulars particulars;
  private final LocalDate day;
  private final Reference reference;
  private final DemandCalendar calendar;
  private final Words words;
  private final Printer printer;

  /** Whether the motives are a commission's own, and not one of inadmissibility. */
  private boolean refused;

  LetterValues(
      DemandFile file,
      CertificateFacts facts,
      LetterWriter.Particulars particulars,
      LocalDate day,
      Reference reference,
      Words words,
      Printer printer) {
    this.file = file;
    this.facts = facts;
    this.particulars = particulars;
    this.day = day;
    this.reference = reference;
    this.calendar = RegistrationRules.calendar(reference, day);
    this.words = words;
    this.printer = printer;
  }

  WrittenLetter write(LetterTemplate template) {
    refused = template.kind() == LetterKind.NON_ALLOCATION;
    EnvelopeAddress address = address();
    Map<LetterField, String> values = new EnumMap<>(LetterField.class);
    String email = template.emailText() == null ? "" : template.emailText();
    String subject = template.emailSubject() == null ? "" : template.emailSubject();
    for (LetterField field : LetterText.fieldsOf(template.body() + subject + email)) {
      values.put(field, field.alone() ? part(field) : text(field));
    }
    Map<String, Object> page = new HashMap<>();
    page.put("facts", facts);
    page.put("address", address);
    page.put("alerts", template.kind().certificate() ? alerts() : List.of());
    page.put("day", day);
    page.put("title", template.title());
    page.put("footer", words.text("letter.footer", number(), words.date(day)));
    page.put("text", LetterText.html(template.body(), values));
    return new WrittenLetter(
        template.title(),
        address,
        printer.text("letter", words, page),
        template.emailSubject() == null ? null : LetterText.plain(subject, values),
        template.emailText() == null ? null : LetterText.plain(email, values));
  }

  /** What a certificate of a demand that no longer stands must not hide. */
  private List<String> alerts() {
    if (file.cancelledOn() != null) {
      return List.of(
          words.text(
              "certificate.cancelled",
              words.date(file.cancelledOn()),
              words.label("CANCELLATION_REASON", file.cancellationReason().name())));
    }
    return file.expired()
        ? List.of(
            words.text(
                "certificate.expired",
                words.date(file.validUntil()),
                words.date(file.cancelledForNonRenewalOn())))
        : List.of();
  }

  private String number() {
    return UniqueNumber.read(file.uniqueNumber()).readable();
  }

  private String name(PersonForm person) {
    return String.join(
            " ",
            words.label("CIVILITY", person.getCivility()),
            filled(person.getGivenName()),
            filled(person.getSurname()))
        .replaceAll(" +", " ")
        .strip();
  }

  private static String filled(String text) {
    return text == null ? "" : text;
  }

  /** A body's letters are to it, in the hands of who signs for it. */
  private EnvelopeAddress address() {
    List<String> names = new ArrayList<>();
    if (file.form().getLegalPerson() != null) {
      names.add(file.form().getLegalPerson().getName());
    }
    names.add(name(file.form().getApplicant()));
    return new PostalAddress(file.form().getContact(), reference, words).envelope(names);
  }

  private String text(LetterField field) {
    return switch (field) {
      case NUMBER -> number();
      case APPLICANT ->
          file.form().getLegalPerson() == null
              ? name(file.form().getApplicant())
              : file.form().getLegalPerson().getName();
      case TODAY -> words.date(day);
      case DESK -> place(facts.desk());
      case RECEIVED -> words.date(file.initialDepositDate());
      case RENEWED ->
          file.lastRenewalDate() == null
              ? words.text("letter.none")
              : words.date(file.lastRenewalDate());
      case VALID_UNTIL -> words.date(file.validUntil());
      case CANCELLED_UNLESS -> words.date(file.cancelledForNonRenewalOn());
      case NOTICE_DELAY -> words.text("letter.delay", calendar.unreachableNoticeMonths());
      // A text is tried on demands that have not left the file, too.
      case CANCELLED_ON -> words.date(file.cancelledOn() == null ? day : file.cancelledOn());
      case CANCELLATION_REASON ->
          words.label(
              "CANCELLATION_REASON",
              file.cancellationReason() == null ? NOT_RENEWED : file.cancellationReason().name());
      case MEDIATION_FROM -> words.date(file.abnormalDelayFrom());
      case MEDIATION_ADDRESS ->
          facts.state() == null ? words.text("mediation.noAddress") : place(facts.state());
      case DWELLING -> outcome().dwelling();
      case SAT_ON -> words.date(outcome().satOn());
      default -> throw new IllegalArgumentException(field + " stands alone");
    };
  }

  /** A text is tried on demands that no commission has examined, too. */
  private DueLetters.Outcome outcome() {
    return particulars.outcome() == null
        ? new DueLetters.Outcome(day, "–", words.text("decision.ALLOCATION"))
        : particulars.outcome();
  }

  /** A text is tried on demands to which nothing is offered, too. */
  private OfferRow offer() {
    return particulars.offer() == null
        ? new OfferRow(
            0,
            "–",
            "–",
            DwellingType.T3,
            65,
            1,
            true,
            "C",
            420,
            40,
            0,
            90,
            day,
            true,
            null,
            null,
            null,
            null,
            null,
            null)
        : particulars.offer();
  }

  /** When to answer an allocation, as of the day of the letter (R.441-10). */
  private List<String> answer(OfferRow offer) {
    if (offer.satOn() == null) {
      return List.of(words.text("decided.wait"));
    }
    if (offer.acceptedOn() != null) {
      return List.of(words.text("decided.accepted", words.date(offer.acceptedOn())));
    }
    if (offer.replyDeadline() != null) {
      return List.of(words.text("decided.answer", words.date(offer.replyDeadline())));
    }
    return List.of(
        words.text(
            offer.registered() ? "offer.registered" : "offer.sent",
            reference.value("OFFER_REPLY_DAYS", day)),
        words.text("offer.silence"));
  }

  private static String place(CertificateFacts.Place place) {
    return place.name() + ", " + place.address();
  }

  private String part(LetterField field) {
    Map<String, Object> model = new HashMap<>();
    model.put("part", field.name());
    model.put("file", file);
    model.put("facts", facts);
    switch (field) {
      case IDENTITY -> {
        PersonForm applicant = file.form().getApplicant();
        model.put("applicant", name(applicant));
        String birthName = filled(applicant.getBirthName());
        model.put("birthName", birthName.equals(applicant.getSurname()) ? "" : birthName);
        model.put("others", file.form().getCoApplicants().stream().map(this::name).toList());
        model.put("address", new PostalAddress(file.form().getContact(), reference, words).lines());
      }
      case MEDIATION_CASES ->
          model.put(
              "delayMonths",
              ChronoUnit.MONTHS.between(file.initialDepositDate(), file.abnormalDelayFrom()));
      case CONDITIONS -> model.put("calendar", calendar);
      case STEPS -> {
        model.put("minimumCandidates", reference.value("MINIMUM_CANDIDATES", day));
        model.put("replyDays", reference.value("OFFER_REPLY_DAYS", day));
      }
      case SUMMARY ->
          model.put("summary", new DemandSummaryTable(file, reference, words).sections());
      case GROUNDS -> {
        String subReason =
            particulars.subReason() == null ? INCOME_TOO_HIGH : particulars.subReason();
        model.put("reason", refused ? "" : words.label("CANCELLATION_SUB_REASON", subReason));
        model.put(
            "grounds",
            particulars.words() == null ? List.of() : particulars.words().lines().toList());
      }
      case OFFERED -> model.put("offer", offer());
      case ANSWER_BY -> {
        model.put("offer", offer());
        model.put("replyDays", reference.value("OFFER_REPLY_DAYS", day));
      }
      case DECISION ->
          model.put(
              "decided",
              Stream.concat(
                      Stream.ofNullable(outcome().decided()).flatMap(String::lines),
                      particulars.offer() == null
                          ? Stream.empty()
                          : answer(particulars.offer()).stream())
                  .toList());
      default -> {
        // The part needs nothing but the demand and what surrounds it.
      }
    }
    return printer.text("letter-part", words, model);
  }
}
