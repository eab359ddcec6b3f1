package fr.toitcommun.persistence.registration;

import static fr.toitcommun.persistence.registration.FormPlaces.everyone;
import static fr.toitcommun.persistence.registration.FormPlaces.form;
import static fr.toitcommun.persistence.registration.FormPlaces.naturalSigners;
import static fr.toitcommun.persistence.registration.FormPlaces.signers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Controls of the registration itself, of who asks and where they may be reached (R.441-2-2 a and
 * b). A body fills in no other section than these and the dwelling sought.
 */
final class IdentityControls {
  /** Longest text of a field. */
  static final int LONGEST_TEXT = 120;

  /** Longest free explanation. */
  static final int LONGEST_DETAIL = 1000;

  /** A number nobody lived to. */
  static final int OLDEST_PERSON = 120;

  private static final int VERY_OLD = 110;

  // Emancipation, the one way to sign before being of age, is possible from 16 (Code civil, 413-2).
  private static final int YOUNGEST_SIGNER = 16;
  private static final int OF_AGE = 18;
  private static final LocalDate FIRST_BODIES = LocalDate.of(1500, 1, 1);

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{5,24}");
  private static final Pattern FRENCH_PHONE = Pattern.compile("(0|\\+33|0033)[1-9][0-9]{8}");
  private static final Pattern FOREIGN_PHONE = Pattern.compile("(\\+|00)(?!33)[0-9]{8,15}");
  private static final Pattern MISTYPED_DOMAIN =
      Pattern.compile(
          "(?i).+@(gm[ai]+l|gmial|gmal|gmaill|hotmial|hotmai|hotmal|yaho|yahou|oragne|ornge"
              + "|wanado|laposte)\\.(com?|fr|con|cm)|.+\\.(con|cmo|rf)");
  private static final Pattern RIGHT_DOMAIN = Pattern.compile("(?i).+@gmail\\.(com|fr)");
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9A-Z][0-9A-Z -]{2,9}");
  private static final Pattern SIREN = Pattern.compile("[0-9]{9}");
  private static final Pattern RNA = Pattern.compile("W[0-9A-Z]{9}");

  /** What a body says of the person who signs for it. */
  private static final Set<String> OF_SIGNATORY =
      Set.of("id", "civility", "surname", "givenName", "phone", "otherPhone", "email");

  static final List<Control<DemandForm>> ALL =
      Stream.of(registration(), persons(), body(), contact()).flatMap(List::stream).toList();

  private IdentityControls() {}

  private static List<Control<DemandForm>> registration() {
    var form = form(FormSection.REGISTRATION);
    return List.of(
        form.line(
            "TC-0001",
            Severity.INVALID,
            "",
            "TOO_LONG",
            List.of(LONGEST_TEXT),
            (place, context) -> tooLong(place.of())),
        form.line(
            "TC-0002",
            Severity.INVALID,
            "",
            "ILLEGAL_CHARACTERS",
            List.of(),
            (place, context) -> illegal(place.of())),
        form.invalid(
            "TC-0003",
            "identityChecked",
            "IDENTITY_NOT_CHECKED",
            (f, day) -> !f.isIdentityChecked()),
        form.days(
            "TC-0004", "depositDate", DemandForm::getDepositDate, d -> d.minusYears(1), d -> d),
        form.doubtful(
            "TC-0005",
            "depositDate",
            "DEPOSIT_LONG_AGO",
            (f, day) ->
                f.getDepositDate() != null && f.getDepositDate().isBefore(day.minusMonths(1))),
        form.doubtful("TC-0006", "", "SAME_PERSON_TWICE", (f, day) -> samePersonTwice(f)));
  }

  static Stream<Fault> tooLong(Object form) {
    return texts(form)
        .filter(text -> text.getValue().toString().length() > longest(text.getKey()))
        .map(text -> Fault.at(text.getKey(), "TOO_LONG", longest(text.getKey())));
  }

  static Stream<Fault> illegal(Object form) {
    return texts(form)
        .filter(text -> text.getValue().toString().length() <= longest(text.getKey()))
        .filter(text -> !PlainText.allows(text.getValue().toString()))
        .map(text -> Fault.at(text.getKey(), "ILLEGAL_CHARACTERS"));
  }

  private static Stream<Map.Entry<String, Object>> texts(Object form) {
    return FlatForm.of(form).entrySet().stream()
        .filter(field -> field.getValue() instanceof String);
  }

  private static int longest(String field) {
    return field.endsWith("detail") ? LONGEST_DETAIL : LONGEST_TEXT;
  }

  private static boolean samePersonTwice(DemandForm form) {
    List<String> persons =
        form.persons().stream()
            .filter(one -> one.getBirthDate() != null && one.getSurname() != null)
            .map(one -> NameKey.of(one.getSurname(), one.getGivenName()) + one.getBirthDate())
            .toList();
    return persons.stream().distinct().count() < persons.size();
  }

  private static List<Control<DemandForm>> persons() {
    var signers = signers(FormSection.IDENTITY);
    var natural = naturalSigners(FormSection.IDENTITY);
    var everyone = everyone(FormSection.IDENTITY);
    return List.of(
        signers.required("TC-0101", "surname", PersonForm::getSurname),
        signers.invalid("TC-0102", "surname", "NOT_A_NAME", (p, d) -> noName(p.getSurname())),
        signers.required("TC-0103", "givenName", PersonForm::getGivenName),
        signers.invalid("TC-0104", "givenName", "NOT_A_NAME", (p, d) -> noName(p.getGivenName())),
        natural.required("TC-0105", "birthDate", PersonForm::getBirthDate),
        everyone.days(
            "TC-0106",
            "birthDate",
            PersonForm::getBirthDate,
            day -> day.minusYears(OLDEST_PERSON),
            day -> day),
        natural.invalid(
            "TC-0107",
            "birthDate",
            "TOO_YOUNG",
            (p, day) -> younger(p, YOUNGEST_SIGNER, day),
            YOUNGEST_SIGNER),
        natural.doubtful(
            "TC-0108",
            "birthDate",
            "MINOR_SIGNER",
            (p, day) -> younger(p, OF_AGE, day) && !younger(p, YOUNGEST_SIGNER, day)),
        everyone.doubtful(
            "TC-0109",
            "birthDate",
            "VERY_OLD",
            (p, day) ->
                p.getBirthDate() != null && p.getBirthDate().isBefore(day.minusYears(VERY_OLD)),
            VERY_OLD),
        natural.required("TC-0110", "civility", PersonForm::getCivility),
        signers.code("TC-0111", "civility", PersonForm::getCivility, "CIVILITY"),
        natural.required("TC-0112", "nationality", PersonForm::getNationality),
        natural.code("TC-0113", "nationality", PersonForm::getNationality, "NATIONALITY"),
        everyone.code("TC-0114", "sex", PersonForm::getSex, "SEX"));
  }

  private static boolean noName(String name) {
    return name != null && !name.isBlank() && !LETTER.matcher(name).find();
  }

  /** Younger than this many years, and born already. */
  static boolean younger(PersonForm person, int years, LocalDate day) {
    LocalDate born = person.getBirthDate();
    return born != null && born.isAfter(day.minusYears(years)) && !born.isAfter(day);
  }

  private static List<Control<DemandForm>> body() {
    var body = FormPlaces.legalPerson();
    return List.of(
        body.required("TC-0120", "name", LegalPersonForm::getName),
        body.invalid("TC-0121", "name", "NOT_A_NAME", (b, d) -> noName(b.getName())),
        body.format("TC-0122", "siren", LegalPersonForm::getSiren, SIREN, "SIREN_FORMAT"),
        body.format("TC-0123", "rna", LegalPersonForm::getRna, RNA, "RNA_FORMAT"),
        body.days("TC-0124", "createdOn", LegalPersonForm::getCreatedOn, d -> FIRST_BODIES, d -> d),
        body.wanted("TC-0125", "createdOn", LegalPersonForm::getCreatedOn),
        form(FormSection.IDENTITY)
            .line(
                "TC-0126",
                Severity.INVALID,
                "",
                "NOT_OF_LEGAL_PERSON",
                List.of(),
                (place, context) -> notOfBody(place.of())));
  }

  /** A body has no household, work, income, housing of its own or motive (R.441-2-2). */
  private static Stream<Fault> notOfBody(DemandForm form) {
    if (form.getLegalPerson() == null) {
      return Stream.empty();
    }
    Stream<String> parts =
        Stream.of("coApplicants", "dependants", "currentHousing", "motives")
            .filter(part -> FlatForm.of(form).entrySet().stream().anyMatch(f -> of(part, f)));
    Stream<String> signatory =
        FlatForm.of(form.getApplicant()).entrySet().stream()
            .filter(field -> !OF_SIGNATORY.contains(field.getKey()) && said(field.getValue()))
            .map(field -> "applicant." + field.getKey());
    Stream<String> expected =
        Stream.of("expectedChildren")
            .filter(field -> Objects.requireNonNullElse(form.getExpectedChildren(), 0) > 0);
    return Stream.of(parts, signatory, expected)
        .flatMap(fields -> fields)
        .map(field -> Fault.at(field, "NOT_OF_LEGAL_PERSON"));
  }

  private static boolean of(String part, Map.Entry<String, Object> field) {
    return (field.getKey().startsWith(part + ".") || field.getKey().startsWith(part + "["))
        && said(field.getValue());
  }

  private static boolean said(Object value) {
    return !Boolean.FALSE.equals(value) && ControlLines.stated(value);
  }

  private static List<Control<DemandForm>> contact() {
    var contact = FormPlaces.one(FormSection.CONTACT, "contact", DemandForm::getContact);
    var helper = FormPlaces.one(FormSection.CONTACT, "helper", DemandForm::getHelper);
    var signers = signers(FormSection.CONTACT);
    return List.of(
        contact.required("TC-0201", "addressLine", ContactForm::getAddressLine),
        contact.required("TC-0202", "city", ContactForm::getCity),
        contact.invalid(
            "TC-0203",
            "postalCode",
            "REQUIRED",
            (c, d) -> !c.isAbroad() && !ControlLines.stated(c.getPostalCode())),
        contact.format(
            "TC-0204", "postalCode", ContactForm::getPostalCode, POSTAL_CODE, "POSTAL_CODE_FORMAT"),
        contact.line(
            "TC-0205",
            Severity.INVALID,
            "municipalityCode",
            "UNKNOWN_MUNICIPALITY",
            List.of(),
            (place, context) ->
                SoughtControls.unknownMunicipality(
                    place.at("municipalityCode"), place.of().getMunicipalityCode(), context)),
        contact.wanted("TC-0206", "country", ContactForm::isAbroad, ContactForm::getCountry),
        contact.line(
            "TC-0207",
            Severity.DOUBTFUL,
            "postalCode",
            "POSTAL_CODE_ELSEWHERE",
            List.of(),
            IdentityControls::elsewhere),
        form(FormSection.CONTACT)
            .wanted(
                "TC-0208",
                "applicant.phone",
                f -> !ControlLines.stated(f.getApplicant().getEmail()),
                f -> f.getApplicant().getPhone()),
        form(FormSection.CONTACT)
            .doubtful(
                "TC-0209",
                "contact.emailAgreed",
                "EMAIL_AGREED_WITHOUT_ONE",
                (f, d) ->
                    f.getContact().isEmailAgreed()
                        && !ControlLines.stated(f.getApplicant().getEmail())),
        signers.format("TC-0210", "email", PersonForm::getEmail, EMAIL, "EMAIL_FORMAT"),
        signers.format("TC-0211", "phone", PersonForm::getPhone, PHONE, "PHONE_FORMAT"),
        signers.format("TC-0212", "otherPhone", PersonForm::getOtherPhone, PHONE, "PHONE_FORMAT"),
        signers.doubtful("TC-0213", "email", "EMAIL_MISTYPED", (p, d) -> mistyped(p.getEmail())),
        signers.doubtful("TC-0214", "phone", "PHONE_UNUSUAL", (p, d) -> unusual(p.getPhone())),
        signers.doubtful(
            "TC-0215", "otherPhone", "PHONE_UNUSUAL", (p, d) -> unusual(p.getOtherPhone())),
        helper.format("TC-0216", "email", HelperForm::getEmail, EMAIL, "EMAIL_FORMAT"),
        helper.format("TC-0217", "phone", HelperForm::getPhone, PHONE, "PHONE_FORMAT"));
  }

  private static boolean mistyped(String email) {
    return email != null
        && MISTYPED_DOMAIN.matcher(email.strip()).matches()
        && !RIGHT_DOMAIN.matcher(email.strip()).matches();
  }

  private static boolean unusual(String phone) {
    if (!ControlLines.stated(phone) || !PHONE.matcher(phone.strip()).matches()) {
      return false;
    }
    String digits = phone.replaceAll("[^0-9+]", "").replaceFirst("^\\+330", "+33");
    return !FRENCH_PHONE.matcher(digits).matches() && !FOREIGN_PHONE.matcher(digits).matches();
  }

  private static Stream<Fault> elsewhere(
      ControlLines.Place<ContactForm> place, ControlContext<DemandForm> context) {
    ContactForm contact = place.of();
    return context.reference().municipality(contact.getMunicipalityCode()).stream()
        .filter(town -> ControlLines.stated(contact.getPostalCode()))
        .filter(town -> !town.postalCodes().isEmpty())
        .filter(town -> !List.of(town.postalCodes().split(",")).contains(contact.getPostalCode()))
        .map(
            town ->
                Fault.at(
                    place.at("postalCode"),
                    "POSTAL_CODE_ELSEWHERE",
                    town.name(),
                    town.postalCodes().replace(",", ", ")));
  }
}
