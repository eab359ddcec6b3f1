package fr.toitcommun.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A day as people type it at a desk: {@code 03/09/1985}, {@code 3.9.1985}, {@code 03091985} or
 * {@code 1985-09-03}. A day that no calendar has is refused, and stays as typed.
 */
@FacesConverter("toit.date")
public class DateText implements Converter<LocalDate> {
  private static final DateTimeFormatter WRITTEN = strict(parts("dd/MM/uuuu"));

  // A year of four digits, no more and without a sign: none of this file has another.
  private static final List<DateTimeFormatter> READ =
      List.of(
          strict(parts("d/M/").appendValue(ChronoField.YEAR, 4)),
          strict(parts("ddMM").appendValue(ChronoField.YEAR, 4)),
          strict(parts("").appendValue(ChronoField.YEAR, 4).appendPattern("-M-d")));

  private static DateTimeFormatterBuilder parts(String pattern) {
    return new DateTimeFormatterBuilder().appendPattern(pattern);
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder pattern) {
    return pattern.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }

  @Override
  public LocalDate getAsObject(FacesContext faces, UIComponent field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return read(typed).orElseGet(() -> Refusals.unreadable(faces, "IMPOSSIBLE_DATE", typed));
  }

  /** The day typed; nothing where it is none. */
  static Optional<LocalDate> read(String typed) {
    String text = typed.strip().replaceAll("[. ]+", "/");
    for (DateTimeFormatter format : READ) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeParseException e) {
        // The next way of writing it.
      }
    }
    return Optional.empty();
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent field, LocalDate day) {
    return day == null ? "" : WRITTEN.format(day);
  }
}
