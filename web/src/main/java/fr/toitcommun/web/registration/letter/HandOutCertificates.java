package fr.toitcommun.web.registration.letter;

import fr.toitcommun.ejb.registration.letter.Letters;
import fr.toitcommun.persistence.registration.letter.OwedCertificate;
import fr.toitcommun.persistence.registration.letter.OwedCertificates;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/** The certificates that wait at the desk for their applicants, handed out one after the other. */
@Named
@ViewScoped
public class HandOutCertificates implements Serializable {
  private static final int ROWS = 25;

  @Inject private Letters letters;

  private Long after;
  private transient OwedCertificates page;

  /** Reads a part of the list. */
  public void load() {
    page = letters.certificatesOwed(after, ROWS);
  }

  /** Hands a certificate out; what comes is the certificate itself, to print. */
  public void handOut(long letter) {
    letters.handOut(letter);
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      faces
          .getExternalContext()
          .redirect(
              faces.getExternalContext().getRequestContextPath()
                  + "/documents/letters/"
                  + letter
                  + ".pdf");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part shown. */
  public OwedCertificates getPage() {
    if (page == null) {
      load();
    }
    return page;
  }

  /** Where the list goes on; null at its end. */
  public Long getFollowing() {
    List<OwedCertificate> rows = getPage().rows();
    return rows.size() < ROWS ? null : rows.get(rows.size() - 1).letterId();
  }

  /** The letter after which the part shown begins; null: the beginning. */
  public Long getAfter() {
    return after;
  }

  public void setAfter(Long after) {
    this.after = after;
  }
}
