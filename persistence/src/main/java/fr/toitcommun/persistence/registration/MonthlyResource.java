package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A monthly resource or payment of a person, euros. */
@Embeddable
public class MonthlyResource {
  @Column(name = "resource_code")
  private String code;

  private int amount;

  /** For the persistence provider. */
  protected MonthlyResource() {}

  MonthlyResource(ResourceForm form) {
    this.code = form.getCode();
    this.amount = form.getAmount();
  }

  ResourceForm form() {
    return new ResourceForm(code, amount);
  }
}
