package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Why a dwelling is sought, in order. */
@Embeddable
public class Motives {
  @Column(name = "main_motive")
  private String main;

  @Column(name = "second_motive")
  private String second;

  @Column(name = "third_motive")
  private String third;

  @Column(name = "motive_detail")
  private String detail;

  /** For the persistence provider. */
  protected Motives() {}

  static Motives of(MotivesForm form) {
    Motives motives = new Motives();
    motives.main = form.getMain();
    motives.second = form.getSecond();
    motives.third = form.getThird();
    motives.detail = form.getDetail();
    return motives;
  }

  MotivesForm form() {
    MotivesForm form = new MotivesForm();
    form.setMain(main);
    form.setSecond(second);
    form.setThird(third);
    form.setDetail(detail);
    return form;
  }
}
