package fr.toitcommun.web.commission;

import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How what a commission is told of a candidate reads. */
@Named
@RequestScoped
public class SheetWords {
  @Inject private Texts texts;

  /**
   * Why a candidate asks for a dwelling; that it is protected, where a commission may know no more.
   *
   * @param code of DEMAND_MOTIVE, or {@link SessionDetail#PROTECTED_MOTIVE}; null: a dash
   */
  public String motive(Object code) {
    return SessionDetail.PROTECTED_MOTIVE.equals(code)
        ? texts.say("sheet.protectedMotive")
        : texts.code("DEMAND_MOTIVE", code);
  }
}
