package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.SubjectRequests;
import fr.toitcommun.web.shell.News;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Notes what a person asked about their own data. */
@Named
@RequestScoped
public class SubjectRights {
  @Inject private SubjectRequests requests;
  @Inject private News news;

  private String answer;

  /** Notes a request for rectification of this demand. */
  public String note(String number) {
    requests.noteRectification(number, answer);
    return news.at("subject.noted", "/demand.xhtml?faces-redirect=true&number=" + number);
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }
}
