package fr.toitcommun.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;

/**
 * A number with decimals as people type it: 12,5 or 12.5; spaces and a percent sign are let pass.
 */
@FacesConverter("toit.decimal")
public class DecimalNumber implements Converter<BigDecimal> {
  @Override
  public BigDecimal getAsObject(FacesContext faces, UIComponent field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String digits = typed.replaceAll("[\\s\\u00a0\\u202f%]", "").replace(',', '.');
    return digits.matches("-?\\d{1,9}(\\.\\d{1,6})?")
        ? new BigDecimal(digits)
        : Refusals.unreadable(faces, "NOT_A_NUMBER", typed);
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent field, BigDecimal number) {
    if (number == null) {
      return "";
    }
    String written = number.stripTrailingZeros().toPlainString();
    return "en".equals(faces.getViewRoot().getLocale().getLanguage())
        ? written
        : written.replace('.', ',');
  }
}
