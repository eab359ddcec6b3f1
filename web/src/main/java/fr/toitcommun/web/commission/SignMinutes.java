package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.DecisionLetters;
import fr.toitcommun.ejb.commission.SessionMinutes;
import fr.toitcommun.persistence.registration.letter.LetterReader;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What follows a closed session: its minutes are signed, its letters made. */
@Named
@ViewScoped
public class SignMinutes implements Serializable {
  @Inject private SessionMinutes minutes;
  @Inject private DecisionLetters letters;
  @Inject private CommissionSessions sessions;

  private long id;
  private List<String> signers = List.of();
  private LetterReader.OfSession told;
  private String signer;
  private String subject;
  private String words;

  /** Reads who may sign and what letters there are. */
  public void load() {
    signers = sessions.open(id).signers();
    told = letters.of(id);
  }

  /** The president signs. */
  public void sign() {
    minutes.sign(id, signer);
    back("minutes.signed");
  }

  /** An annex rectifies what was signed. */
  public void rectify() {
    minutes.rectify(id, subject, words, signer);
    back("annex.signed");
  }

  /** Makes the letters that are owed. */
  public void makeLetters() {
    Done.go("/session.xhtml?id=" + id + "#h-letters", "told.done", letters.make(id));
  }

  private void back(String said) {
    Done.go("/session.xhtml?id=" + id + "#h-minutes", said);
  }

  /** Those who may sign. */
  public List<String> getSigners() {
    return signers;
  }

  /** How many letters are owed and made. */
  public LetterReader.OfSession getTold() {
    return told;
  }

  public String getSigner() {
    return signer;
  }

  public void setSigner(String signer) {
    this.signer = signer;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
