package fr.toitcommun.persistence.registration;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person of the household can and needs (form section i: the handicap complement). Data on
 * health: never part of {@link DemandForm}, of a list or of a history.
 */
public class HandicapPersonForm {
  private Long personId;
  private String state;
  private String walking;
  private List<String> motor = new ArrayList<>();
  private List<String> sensory = new ArrayList<>();
  private List<String> technicalAids = new ArrayList<>();
  private List<String> adaptations = new ArrayList<>();
  private String detail;

  /** Which person of the demand: {@link PersonForm#getId}. */
  public Long getPersonId() {
    return personId;
  }

  public void setPersonId(Long personId) {
    this.personId = personId;
  }

  /** Code list HANDICAP_STATE. */
  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  /** Code list WALKING: the steps this person can climb. */
  public String getWalking() {
    return walking;
  }

  public void setWalking(String walking) {
    this.walking = walking;
  }

  /** Code list MOTOR. */
  public List<String> getMotor() {
    return motor;
  }

  public void setMotor(List<String> motor) {
    this.motor = motor;
  }

  /** Code list SENSORY. */
  public List<String> getSensory() {
    return sensory;
  }

  public void setSensory(List<String> sensory) {
    this.sensory = sensory;
  }

  /** Code list TECHNICAL_AID. */
  public List<String> getTechnicalAids() {
    return technicalAids;
  }

  public void setTechnicalAids(List<String> technicalAids) {
    this.technicalAids = technicalAids;
  }

  /** Code list ADAPTATION: what the dwelling needs. */
  public List<String> getAdaptations() {
    return adaptations;
  }

  public void setAdaptations(List<String> adaptations) {
    this.adaptations = adaptations;
  }

  /** Anything else that the dwelling must allow for. */
  public String getDetail() {
    return detail;
  }

  public void setDetail(String detail) {
    this.detail = detail;
  }
}
