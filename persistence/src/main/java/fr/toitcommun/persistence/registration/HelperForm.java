package fr.toitcommun.persistence.registration;

/**
 * The structure or person who helped to fill in the form and may be asked about it (form section
 * a).
 */
public class HelperForm {
  private String structure;
  private String name;
  private String phone;
  private String email;

  /** A social service, an association… */
  public String getStructure() {
    return structure;
  }

  public void setStructure(String structure) {
    this.structure = structure;
  }

  /** The person in it. */
  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
