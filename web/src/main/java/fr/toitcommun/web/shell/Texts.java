package fr.toitcommun.web.shell;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** How values read on a page, in the agent's language. */
@Named
@RequestScoped
public class Texts {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String NONE = "–";

  @Inject private Language language;
  @Inject private CodeLists lists;

  /** Today, where the file is kept. */
  public LocalDate getToday() {
    return lists.today();
  }

  /** The year so many years from now, as a text: tax years are told by their number. */
  public String year(int from) {
    return String.valueOf(lists.today().getYear() + from);
  }

  /** The codes of a list in use today. */
  public List<CodeItem> items(String list) {
    return lists.items(list);
  }

  /** The label of a code; a dash for none. */
  public String code(String list, Object code) {
    return code == null ? NONE : lists.label(list, code.toString(), language.getLocale());
  }

  /** A day; a dash for none. */
  public String date(LocalDate day) {
    return day == null ? NONE : DAY.format(day);
  }

  /** A moment in Paris; a dash for none. */
  public String moment(Instant moment) {
    return moment == null ? NONE : MOMENT.format(moment.atZone(PARIS));
  }

  /** A moment already in Paris; a dash for none. */
  public String local(LocalDateTime moment) {
    return moment == null ? NONE : MOMENT.format(moment);
  }

  /** A count or an amount with its thousands apart; a dash for none. */
  public String number(Number number) {
    return number == null
        ? NONE
        : NumberFormat.getIntegerInstance(language.getLocale()).format(number);
  }

  /** An amount in euros; a dash for none. */
  public String euros(Number amount) {
    return amount == null ? NONE : number(amount) + "\u00a0€";
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

  /** Reason and sub-reason of a cancellation, as an event keeps them. */
  public String cancellation(String detail) {
    if (detail == null) {
      return NONE;
    }
    String[] codes = detail.split(" ", 2);
    String reason = code("CANCELLATION_REASON", codes[0]);
    return codes.length == 1 ? reason : reason + " : " + code("CANCELLATION_SUB_REASON", codes[1]);
  }

  /** A text of the bundle, with its arguments. */
  public String say(String key, Object... arguments) {
    Locale locale = language.getLocale();
    String pattern = ResourceBundle.getBundle("fr.toitcommun.web.messages", locale).getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }
}
