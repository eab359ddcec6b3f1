package fr.toitcommun.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** A whole number as people type it: spaces between thousands and a euro sign are let pass. */
@FacesConverter("toit.number")
public class WholeNumber implements Converter<Integer> {
  @Override
  public Integer getAsObject(FacesContext faces, UIComponent field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String digits = typed.replaceAll("[\\s\\u00a0\\u202f€]", "");
    try {
      return Integer.valueOf(digits);
    } catch (NumberFormatException e) {
      return Refusals.unreadable(faces, "NOT_A_NUMBER", typed);
    }
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent field, Integer number) {
    return number == null ? "" : number.toString();
  }
}
