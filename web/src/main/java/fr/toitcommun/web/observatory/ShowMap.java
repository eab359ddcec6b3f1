package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.map.MapFormat;
import fr.toitcommun.ejb.observatory.map.MapKind;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.ejb.observatory.map.MapView;
import fr.toitcommun.ejb.observatory.map.Maps;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;

/**
 * A map of the observatory. All that it shows stands in its address, in the words of the query
 * page, and can be passed on.
 */
@Named
@RequestScoped
public class ShowMap {
  @Inject private HttpServletRequest request;
  @Inject private Maps maps;
  @Inject private Language language;

  private AskedParts asked;
  private MapRequest shown = MapRequest.USUAL;
  private MapView view;

  @PostConstruct
  void read() {
    asked = AskedParts.of(request.getParameterMap());
  }

  /**
   * Reads what the address asks for; the form's way to say it is tidied.
   *
   * @throws RefusedInput naming what cannot be; the usual map is shown then
   */
  public void load() throws IOException {
    if (!asked.isTidy()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(request.getContextPath() + "/map.xhtml?" + asked.query());
      return;
    }
    try {
      shown = MapRequest.read(asked.all());
      view = maps.view(shown, language.getLocale());
    } catch (RefusedInput refused) {
      shown = MapRequest.USUAL;
      view = maps.view(shown, language.getLocale());
      throw refused;
    }
  }

  AskedParts asked() {
    return asked;
  }

  MapRequest shown() {
    return shown;
  }

  public MapView getView() {
    return view;
  }

  public boolean isFlows() {
    return shown.kind() == MapKind.FLOWS;
  }

  /** Address of the same question's table and chart. */
  public String getQuery() {
    return "query.xhtml?" + shown.write() + "#answer";
  }

  /** Address of the same map as a file. */
  public String file(String format) {
    return "api/v1/observatory/map?"
        + shown.write()
        + "&format="
        + MapFormat.valueOf(format).name().toLowerCase(Locale.ROOT)
        + "&lang="
        + language.getTag();
  }
}
