package fr.toitcommun.web.registration.letter;

import fr.toitcommun.ejb.registration.letter.LetterTemplates;
import fr.toitcommun.persistence.registration.letter.LetterTemplate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The texts of letters in force. */
@Named
@RequestScoped
public class ListTemplates {
  @Inject private LetterTemplates templates;

  private List<LetterTemplate> inForce;

  /** Reads them. */
  public void load() {
    inForce = templates.inForce();
  }

  public List<LetterTemplate> getInForce() {
    return inForce;
  }
}
