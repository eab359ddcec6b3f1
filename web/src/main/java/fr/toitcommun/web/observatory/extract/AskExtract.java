package fr.toitcommun.web.observatory.extract;

import fr.toitcommun.ejb.observatory.extract.ExtractChoices;
import fr.toitcommun.ejb.observatory.extract.ExtractDeliveries;
import fr.toitcommun.ejb.observatory.extract.ExtractKept;
import fr.toitcommun.ejb.observatory.extract.Extracts;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.observatory.extract.Rhythm;
import fr.toitcommun.persistence.partner.PartnerName;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Asking for an extract, once or regularly. */
@Named
@ViewScoped
public class AskExtract implements Serializable {
  @Inject private Extracts extracts;
  @Inject private ExtractDeliveries deliveries;
  @Inject private Language language;
  @Inject private Me me;

  private final ExtractForm form = new ExtractForm();
  private transient ExtractChoices choices;

  /** Reads what may be asked for. */
  public void load() {
    me.require(Right.OBSERVE);
    choices = extracts.choices(language.getLocale());
    form.settle(choices);
  }

  private ExtractChoices choices() {
    if (choices == null) {
      choices = extracts.choices(language.getLocale());
    }
    return choices;
  }

  /** Asks for it, or sets the delivery up, and shows the list. */
  public void ask() {
    NewExtract wanted = form.wanted(language.getTag());
    if (form.getRhythm() == null) {
      try {
        extracts.ask(wanted);
      } catch (RefusedInput refused) {
        throw new RefusedInput(refused.faults().stream().map(this::onPage).toList());
      }
      Done.go("/extracts.xhtml", "extracts.asked");
    } else {
      deliveries.set(wanted, form.getRhythm(), form.getPartner());
      Done.go("/extracts.xhtml?list=DELIVERIES", "extracts.deliverySet");
    }
  }

  /** The day of a snapshot has a field of its own here. */
  private Fault onPage(Fault fault) {
    return form.getKind() == ExtractKind.SNAPSHOT && "from".equals(fault.field())
        ? new Fault("snapshot", fault.code(), fault.arguments())
        : fault;
  }

  /** How long files are kept. */
  public ExtractKept getKept() {
    return extracts.kept();
  }

  public ExtractForm getForm() {
    return form;
  }

  /** What may be chosen. */
  public ExtractChoices getChoices() {
    return choices();
  }

  /** What it may be made of: a table only where the way here names one. */
  public List<ExtractKind> getKinds() {
    return form.isTable()
        ? List.of(ExtractKind.TABLE)
        : List.of(ExtractKind.LIVE, ExtractKind.SNAPSHOT, ExtractKind.FACTS);
  }

  /** Those that rows are written as. */
  public List<ExtractFormat> getFormats() {
    return Arrays.stream(ExtractFormat.values()).filter(one -> one.reports() == null).toList();
  }

  public Rhythm[] getRhythms() {
    return Rhythm.values();
  }

  /** To whom it may be delivered; nobody to choose for who does not manage the file. */
  public List<PartnerName> getPartners() {
    return me.may(Right.ADMINISTER) ? deliveries.partners() : List.of();
  }
}
