package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Inquiries;
import fr.toitcommun.ejb.observatory.InquiryChoices;
import fr.toitcommun.ejb.observatory.InquiryView;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The question that the address of the query page says, and its answer. */
@Named
@RequestScoped
public class BuildQuery {
  @Inject private Inquiries inquiries;
  @Inject private HttpServletRequest request;
  @Inject private Language language;
  @Inject private Me me;
  @Inject private Texts texts;
  @Inject private FigureWords figures;

  private AskedParts asked;
  private InquiryChoices choices;
  private Inquiry inquiry;
  private InquiryView view;
  private AnswerTable table;
  private AnswerHead head;
  private AnswerChart chart;
  private List<Fault> faults = List.of();
  private boolean parsed;

  @PostConstruct
  void read() {
    asked = AskedParts.of(request.getParameterMap());
  }

  /** Answers the question, or says what is wrong with it; the form's way to say it is tidied. */
  public void load() throws IOException {
    me.require(Right.OBSERVE);
    FacesContext faces = FacesContext.getCurrentInstance();
    if (!faces.isPostback() && !asked.isTidy()) {
      faces
          .getExternalContext()
          .redirect(request.getContextPath() + "/query.xhtml?" + asked.query());
      return;
    }
    getView();
  }

  private void parse() {
    if (parsed || asked.isEmpty()) {
      return;
    }
    parsed = true;
    try {
      Inquiry said = Inquiry.read(asked.all());
      RefusedInput.ifAny(choices().faults(said));
      inquiry = said;
    } catch (RefusedInput refused) {
      faults = refused.faults();
    }
  }

  AskedParts asked() {
    return asked;
  }

  InquiryChoices choices() {
    if (choices == null) {
      choices = inquiries.choices(language.getLocale());
    }
    return choices;
  }

  /** The question; null where there is none, or none that can be answered. */
  Inquiry inquiry() {
    parse();
    return inquiry;
  }

  /** Whether there is a question that can be answered. */
  public boolean isAsked() {
    return inquiry() != null;
  }

  /** The answer; null where there is none. */
  public InquiryView getView() {
    if (view == null && inquiry() != null) {
      view = inquiries.answer(inquiry, language.getLocale());
    }
    return view;
  }

  /** The answer as a table. */
  public AnswerTable getTable() {
    if (table == null) {
      table = new AnswerTable(getView(), asked, figures, me.may(Right.CONSULT));
    }
    return table;
  }

  /** The answer in words: what, of what, when. */
  public AnswerHead getHead() {
    if (head == null) {
      head = new AnswerHead(getView(), choices().words(), texts);
    }
    return head;
  }

  /** The answer as a chart. */
  public AnswerChart getChart() {
    if (chart == null) {
      chart =
          new AnswerChart(
              getView(), getHead().getTitle(), getHead().getUnit(), texts, language.getLocale());
    }
    return chart;
  }

  /** What is wrong with the question. */
  public List<Fault> getFaults() {
    parse();
    return faults;
  }

  /** What is wrong with a part of the question; nothing where nothing is. */
  public List<Fault> faultsAt(String field) {
    return getFaults().stream().filter(fault -> fault.field().equals(field)).toList();
  }

  /** The question as the part of an address. */
  public String getLink() {
    return inquiry.write();
  }

  /** The question as the value of a parameter. */
  public String getEncoded() {
    return URLEncoder.encode(QuestionLink.write(inquiry.question()), StandardCharsets.UTF_8);
  }

  /** Address of the map of the same figures; null where no map shows them, or there are none. */
  public String getMap() {
    return MapRequest.isMapped(inquiry.question()) && !view.rows().isEmpty()
        ? "map.xhtml?" + asked.mapped()
        : null;
  }
}
