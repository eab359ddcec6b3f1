package fr.toitcommun.persistence.registration;

/**
 * One monthly resource or payment of a person, in euros (form section e; code lists
 * RESOURCE_RECEIVED and RESOURCE_PAID).
 */
public class ResourceForm {
  private String code;
  private Integer amount;

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public Integer getAmount() {
    return amount;
  }

  public void setAmount(Integer amount) {
    this.amount = amount;
  }

  /** An empty line. */
  public ResourceForm() {}

  /** A line already filled. */
  public ResourceForm(String code, Integer amount) {
    this.code = code;
    this.amount = amount;
  }
}
