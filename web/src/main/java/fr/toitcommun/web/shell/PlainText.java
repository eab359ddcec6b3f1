package fr.toitcommun.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** A text without the spaces around it; nothing but spaces is nothing. */
@FacesConverter("toit.text")
public class PlainText implements Converter<String> {
  @Override
  public String getAsObject(FacesContext faces, UIComponent field, String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent field, String text) {
    return text == null ? "" : text;
  }
}
