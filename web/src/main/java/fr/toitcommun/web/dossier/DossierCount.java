package fr.toitcommun.web.dossier;

import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a demand's page says of its documents: how many, to check, missing. */
@Named
@RequestScoped
public class DossierCount {
  @Inject private SupportingDocuments documents;
  @Inject private Texts texts;

  /** The counts in words: 3 pièces, 1 à vérifier, 2 manquantes. */
  public String of(String uniqueNumber) {
    Dossier dossier = documents.dossier(uniqueNumber);
    return texts.say(
        "dossier.counts", dossier.documents().size(), dossier.toCheck(), dossier.missing().size());
  }
}
