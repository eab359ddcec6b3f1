package fr.toitcommun.persistence.registration.letter;

import java.io.Serializable;

/** The text of a letter while it is typed. */
public class TemplateForm implements Serializable {
  private String title;
  private String body;
  private String emailSubject;
  private String emailText;

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  /** Null for a letter that never goes by e-mail. */
  public String getEmailSubject() {
    return emailSubject;
  }

  public void setEmailSubject(String emailSubject) {
    this.emailSubject = emailSubject;
  }

  /** Null for a letter that never goes by e-mail. */
  public String getEmailText() {
    return emailText;
  }

  public void setEmailText(String emailText) {
    this.emailText = emailText;
  }
}
