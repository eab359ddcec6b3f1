package fr.toitcommun.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;

/**
 * A day as people type it at a desk: {@code 03/09/1985}, {@code 3.9.1985}, {@code 03091985} or
 * {@code 1985-09-03}. A day that no calendar has is refused, and stays as typed.
 */
@FacesConverter("toit.date")
public class DateText implements Converter<LocalDate> {
  private static final DateTimeFormatter WRITTEN = strict("dd/MM/uuuu");
  private static final List<DateTimeFormatter> READ =
      List.of(strict("d/M/uuuu"), strict("ddMMuuuu"), strict("uuuu-M-d"));

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  @Override
  public LocalDate getAsObject(FacesContext faces, UIComponent field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.strip().replaceAll("[. ]+", "/");
    for (DateTimeFormatter format : READ) {
      try {
        return LocalDate.parse(text, format);
      } catch (DateTimeParseException e) {
        // The next way of writing it.
      }
    }
    return Refusals.unreadable(faces, "IMPOSSIBLE_DATE", typed);
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent field, LocalDate day) {
    return day == null ? "" : WRITTEN.format(day);
  }
}
