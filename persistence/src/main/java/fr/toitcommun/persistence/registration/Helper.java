package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who helped to fill in the form. */
@Embeddable
public class Helper {
  @Column(name = "helper_structure")
  private String structure;

  @Column(name = "helper_name")
  private String name;

  @Column(name = "helper_phone")
  private String phone;

  @Column(name = "helper_email")
  private String email;

  /** For the persistence provider. */
  protected Helper() {}

  static Helper of(HelperForm form) {
    Helper helper = new Helper();
    helper.structure = form.getStructure();
    helper.name = form.getName();
    helper.phone = PlainText.tidy(form.getPhone());
    helper.email = PlainText.tidy(form.getEmail());
    return helper;
  }

  HelperForm form() {
    HelperForm form = new HelperForm();
    form.setStructure(structure);
    form.setName(name);
    form.setPhone(phone);
    form.setEmail(email);
    return form;
  }
}
