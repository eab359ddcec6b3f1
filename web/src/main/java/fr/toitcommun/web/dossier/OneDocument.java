package fr.toitcommun.web.dossier;

import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The document that is looked at: says that it is good, refuses it, or deletes a mistake. */
@Named
@ViewScoped
public class OneDocument implements Serializable {
  @Inject private SupportingDocuments documents;
  @Inject private News news;

  private String number;
  private Dossier.Document document;
  private String next;
  private String refusal;
  private String deletion;

  /**
   * Looks at a document.
   *
   * @param id null: at none
   * @param outcome page that follows an act
   * @throws NotInScope when the demand has no such document
   */
  void show(Dossier dossier, Long id, String outcome) {
    number = dossier.uniqueNumber();
    next = outcome;
    document =
        id == null
            ? null
            : dossier.documents().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotInScope(dossier.uniqueNumber()));
  }

  /** It proves what it is to prove. */
  public String check() {
    documents.judge(number, document.id(), document.status(), null);
    return news.at("dossier.checked", next);
  }

  /** It does not, for the reason chosen. */
  public String refuse() {
    if (refusal == null) {
      throw RefusedInput.at("refusal", "REQUIRED");
    }
    documents.judge(number, document.id(), document.status(), refusal);
    return news.at("dossier.refused", next);
  }

  /** It is there by mistake. */
  public String delete() {
    if (deletion == null) {
      throw RefusedInput.at("deletion", "REQUIRED");
    }
    documents.delete(number, document.id(), deletion);
    return news.at("dossier.deleted", next);
  }

  /** The demand it belongs to. */
  public String getNumber() {
    return number;
  }

  /** The document; null: none. */
  public Dossier.Document getDocument() {
    return document;
  }

  public String getRefusal() {
    return refusal;
  }

  public void setRefusal(String refusal) {
    this.refusal = refusal;
  }

  public String getDeletion() {
    return deletion;
  }

  public void setDeletion(String deletion) {
    this.deletion = deletion;
  }
}
