package fr.toitcommun.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/**
 * A number in an address: an identity or a page. What is no number is 0, which is nobody's and
 * stands for the first page.
 */
@FacesConverter("toit.link")
public class LinkNumber implements Converter<Long> {
  @Override
  public Long getAsObject(FacesContext faces, UIComponent parameter, String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    return written.matches("\\d{1,18}") ? Long.valueOf(written) : 0L;
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent parameter, Long number) {
    return number == null ? "" : number.toString();
  }
}
