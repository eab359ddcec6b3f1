package fr.toitcommun.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.primefaces.context.PrimeApplicationContext;
import org.primefaces.context.PrimeFacesContext;

/**
 * The nonce of this page's scripts. A form sends it back, or its answer is refused; PrimeFaces'
 * script adds it to forms, but only on pages with a component of PrimeFaces.
 */
@Named
@RequestScoped
public class Nonce {
  /** The nonce; empty when the policy is off. */
  public String getValue() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return PrimeApplicationContext.getCurrentInstance(faces).getConfig().isCsp()
        ? PrimeFacesContext.getCspState(faces).getNonce()
        : "";
  }
}
