package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LikelyGround;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How priorities read. */
@Named
@RequestScoped
public class LabelWords {
  @Inject private Texts texts;

  /** What a label recognises, in words; that it is protected, where no more may be known. */
  public String name(LabelRow label) {
    return label.code() == null
        ? texts.say("label.hidden")
        : texts.code(label.kind().list(), label.kind().listed(label.code()));
  }

  /** The ground that a rule finds, in words. */
  public String name(LikelyGround likely) {
    return texts.code(LabelKind.GROUND.list(), likely.ground().code());
  }

  /** What may be chosen to be certified, {@code KIND CODE}, in words. */
  public String named(String choice) {
    String[] parts = choice.split(" ");
    LabelKind kind = LabelKind.valueOf(parts[0]);
    return texts.say("label.kind." + kind) + " · " + texts.code(kind.list(), kind.listed(parts[1]));
  }
}
