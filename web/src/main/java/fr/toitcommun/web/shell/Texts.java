package fr.toitcommun.web.shell;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.persistence.reference.SizeGrid;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How values read on a page, in the agent's language. */
@Named
@RequestScoped
public class Texts {
  private static final String DAY = "dd/MM/uuuu";

  /** Day and month are not torn apart at the end of a line, nor an hour from its sign. */
  private static final String DAY_IN_ENGLISH = "d\u00a0MMM\u00a0uuuu";

  private static final String HOUR = " 'à' H\u00a0'h'\u00a0mm";
  private static final String HOUR_IN_ENGLISH = ", HH:mm";
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String NONE = "–";

  /** Attribute of a field: what it held at first. */
  private static final String HELD = "held";

  /** Code of Monsieur in the list CIVILITY. */
  private static final String MISTER = "1";

  @Inject private Language language;
  @Inject private CodeLists lists;

  /** Today, where the file is kept. */
  public LocalDate getToday() {
    return lists.today();
  }

  /**
   * The year of a person's reference tax incomes, as a text: the one stated with them, or the one
   * the form asks for today.
   *
   * @param after 0: of the earlier amount; 1: of the later one
   */
  public String taxYear(PersonForm person, int after) {
    Integer stated = person.getTaxYear();
    return String.valueOf((stated == null ? lists.today().getYear() - 2 : stated) + after);
  }

  /** The year before last, as a text. */
  public String getLatestTaxYear() {
    return String.valueOf(lists.today().getYear() - 2);
  }

  /** A person by name; a child whose name the form does not ask, by its birth date. */
  public String person(String name, LocalDate birthDate) {
    return name == null ? say("common.childBorn", date(birthDate)) : name;
  }

  /** The codes of a list in use today. */
  public List<CodeItem> items(String list) {
    return lists.items(list);
  }

  /**
   * The codes of a list in use today, and what a field held when the page first showed it: that may
   * come back though it is no longer in use, also after another was chosen and kept as a draft.
   */
  public List<CodeItem> offered(String list, UIComponent field, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      field.getAttributes().putIfAbsent(HELD, value);
    }
    Object held = field.getAttributes().get(HELD);
    return lists.items(
        list,
        held instanceof Collection<?> several ? several : held == null ? List.of() : List.of(held));
  }

  /** The label of a code; a dash for none. */
  public String code(String list, Object code) {
    return code == null ? NONE : lists.label(list, code.toString(), language.getLocale());
  }

  /** The labels of codes of a list; a dash for none. */
  public String codes(String list, Collection<?> codes) {
    return codes.isEmpty()
        ? NONE
        : codes.stream().map(code -> code(list, code)).collect(Collectors.joining(", "));
  }

  /**
   * The label of a code that speaks of a person, which French has agree with them: Mariée for a
   * Madame, Marié for a Monsieur; both where the civility is not known.
   */
  public String codeOf(PersonForm person, String list, Object code) {
    String label = code(list, code);
    if (person.getCivility() == null) {
      return label;
    }
    return label.replace("(e)", MISTER.equals(person.getCivility()) ? "" : "e");
  }

  /** A day; a dash for none. */
  public String date(LocalDate day) {
    return day == null ? NONE : written(DAY, DAY_IN_ENGLISH).format(day);
  }

  /** A moment in Paris; a dash for none. */
  public String moment(Instant moment) {
    return moment == null ? NONE : local(moment.atZone(PARIS).toLocalDateTime());
  }

  /** The hour of a moment in Paris; a dash for none. */
  public String hour(Instant moment) {
    return moment == null
        ? NONE
        : DateTimeFormatter.ofPattern(english() ? "HH:mm" : "H'\u00a0h\u00a0'mm")
            .format(moment.atZone(PARIS));
  }

  /** The hour of a moment already in Paris. */
  public String hourOf(LocalDateTime moment) {
    return DateTimeFormatter.ofPattern(english() ? "HH:mm" : "H'\u00a0h\u00a0'mm").format(moment);
  }

  /** A moment already in Paris; a dash for none. */
  public String local(LocalDateTime moment) {
    return moment == null
        ? NONE
        : written(DAY + HOUR, DAY_IN_ENGLISH + HOUR_IN_ENGLISH).format(moment);
  }

  private DateTimeFormatter written(String inFrench, String inEnglish) {
    return english()
        ? DateTimeFormatter.ofPattern(inEnglish, Locale.UK)
        : DateTimeFormatter.ofPattern(inFrench, Locale.FRANCE);
  }

  private boolean english() {
    return Locale.ENGLISH.getLanguage().equals(language.getLocale().getLanguage());
  }

  /** A count or an amount with its thousands apart; a dash for none. */
  public String number(Number number) {
    return number == null
        ? NONE
        : NumberFormat.getIntegerInstance(language.getLocale()).format(number);
  }

  /** A number with its decimals, two at most; a dash for none. */
  public String decimal(Number number) {
    if (number == null) {
      return NONE;
    }
    NumberFormat format = NumberFormat.getNumberInstance(language.getLocale());
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /** An amount in euros; a dash for none. */
  public String euros(Number amount) {
    return amount == null ? NONE : say("common.euros", number(amount));
  }

  /** A share in percent; a dash for none. */
  public String percent(Integer share) {
    return share == null ? NONE : say("common.percent", number(share));
  }

  /** A likelihood from 0 to 1, in percent. */
  public String likely(double likelihood) {
    return percent((int) Math.round(likelihood * 100));
  }

  /** A telephone number as it is read aloud, two digits at a time; as typed when it is foreign. */
  public String phone(String number) {
    return number != null && number.matches("0\\d{9}")
        ? number.replaceAll("(\\d{2})(?!$)", "$1\u00a0")
        : text(number);
  }

  /**
   * Household sizes that a dwelling suits, as people say them: 2, or 2 ou 3, or 3 à 6, or 7 ou
   * plus.
   */
  public String sizes(Collection<Integer> sizes) {
    if (sizes.isEmpty()) {
      return NONE;
    }
    int least = Collections.min(sizes);
    int most = Collections.max(sizes);
    if (most == SizeGrid.MOST_PERSONS) {
      return say("common.atLeast", least);
    }
    return least == most
        ? say("demand.persons", least)
        : say(most == least + 1 ? "common.either" : "common.range", least, most);
  }

  /** A text; a dash for none. */
  public String text(Object text) {
    return text == null || text.toString().isBlank() ? NONE : text.toString();
  }

  /** A unique number in groups, as it is read aloud. */
  public String unique(String number) {
    return UniqueNumber.isOne(number) ? UniqueNumber.read(number).readable() : text(number);
  }

  /** Yes or no; a dash for unknown. */
  public String yes(Boolean value) {
    return value == null ? NONE : say(value ? "common.yes" : "common.no");
  }

  /** Time since a day, in years and months. */
  public String since(LocalDate day) {
    Period period = day.until(lists.today());
    if (period.toTotalMonths() < 1) {
      return say("common.lessThanAMonth");
    }
    String years = period.getYears() == 0 ? "" : say("common.years", period.getYears());
    String months = period.getMonths() == 0 ? "" : say("common.months", period.getMonths());
    return (years + " " + months).strip();
  }

  /** A municipality's name with its département; the code when nobody knows it. */
  public String municipality(String code) {
    return lists.municipality(code).map(Texts::named).orElseGet(() -> text(code));
  }

  /** A district of a municipality by its code. */
  public String district(String code) {
    return code == null ? "" : lists.districtName(code);
  }

  /** A municipality as lists offer it: name and first postal code. */
  public static String named(Municipality municipality) {
    return municipality.name() + " (" + municipality.postalCodes().split(",")[0] + ")";
  }

  /** Wished types in their order. */
  public String types(List<String> types) {
    return types.isEmpty()
        ? NONE
        : String.join(
            ", ",
            types.stream()
                .map(
                    type ->
                        "C".equals(type)
                            ? code("DWELLING_TYPE", type)
                            : "T6P".equals(type) ? "T6+" : type)
                .toList());
  }

  /** A monthly resource, received or paid. */
  public String resource(String code) {
    String received = code("RESOURCE_RECEIVED", code);
    return received.equals(code) ? code("RESOURCE_PAID", code) : received;
  }

  /** Age today, in years. */
  public String age(LocalDate born) {
    return born == null ? NONE : say("common.age", born.until(lists.today()).getYears());
  }

  /** The label of a kind of document; that it is sensitive, where no more may be known. */
  public String documentKind(String kind) {
    return kind == null ? say("dossier.sensitive") : code("DOCUMENT_KIND", kind);
  }

  /** Bytes as people read them, in thousands rounded up. */
  public String kilobytes(long bytes) {
    return say("dossier.kilobytes", number((bytes + 1023) / 1024));
  }

  /** What is wrong or missing, without its field. */
  public String fault(Fault fault) {
    return FaultTexts.text(fault, language.getLocale());
  }

  /** A text of the screens, with its arguments. */
  public String say(String key, Object... arguments) {
    return Bundles.text(language.getLocale(), key, arguments);
  }
}
