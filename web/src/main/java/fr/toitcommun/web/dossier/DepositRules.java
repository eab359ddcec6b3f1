package fr.toitcommun.web.dossier;

import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.persistence.registration.dossier.DocumentKind;
import fr.toitcommun.persistence.registration.dossier.Validity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the page of a deposit asks by the kind of document, and how much it takes. */
@Named
@RequestScoped
public class DepositRules {
  @Inject private SupportingDocuments documents;

  /** Megabytes that a document may have. */
  public int getMegabytes() {
    return documents.megabytes();
  }

  /** Codes of the kinds whose documents each belong to a person. */
  public String getKindsOfPersons() {
    return codes(DocumentKind::isOfOnePerson);
  }

  /** Codes of the kinds that last as this says. */
  public String kindsLasting(Validity validity) {
    return codes(kind -> kind.validity() == validity);
  }

  private String codes(Predicate<DocumentKind> which) {
    return documents.kinds().stream()
        .filter(which)
        .map(DocumentKind::code)
        .collect(Collectors.joining(" "));
  }
}
