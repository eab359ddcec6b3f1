package fr.toitcommun.persistence.registration;

/**
 * Why a dwelling is sought, up to three motives in order (form section g; code list DEMAND_MOTIVE).
 */
public class MotivesForm {
  private String main;
  private String second;
  private String third;
  private String detail;

  public String getMain() {
    return main;
  }

  public void setMain(String main) {
    this.main = main;
  }

  public String getSecond() {
    return second;
  }

  public void setSecond(String second) {
    this.second = second;
  }

  public String getThird() {
    return third;
  }

  public void setThird(String third) {
    this.third = third;
  }

  /** Precision, asked for by motive 23. */
  public String getDetail() {
    return detail;
  }

  public void setDetail(String detail) {
    this.detail = detail;
  }
}
