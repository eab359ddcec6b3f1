package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Behind;
import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.observatory.BehindPage;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.work.WorkRow;
import fr.toitcommun.web.shell.Faults;
import fr.toitcommun.web.shell.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The demands behind a figure. */
@Named
@RequestScoped
public class LookBehind {
  private static final int ROWS = 50;

  @Inject private Behind behind;
  @Inject private Observatory observatory;
  @Inject private Language language;
  @Inject private HttpServletRequest request;

  private Question question;
  private BehindPage page;
  private ObservatoryWords words;

  /** Reads the list. */
  public void load() {
    words = observatory.words(language.getLocale());
    Map<String, String> parts = new LinkedHashMap<>();
    request.getParameterMap().forEach((key, values) -> parts.put(key, values[0]));
    try {
      question = QuestionLink.read(parts);
      String after = parts.get("after");
      page = behind.page(question, place(after), ROWS);
    } catch (RefusedInput refused) {
      Faults.show(FacesContext.getCurrentInstance(), refused);
    }
  }

  /** A place that a link states; anything else is the beginning. */
  private static DueCursor place(String written) {
    try {
      return written == null || written.isEmpty() ? null : DueCursor.read(written);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** What the figure counts, in words. */
  public List<ObservatoryWords.Filter> getFilters() {
    return question == null ? List.of() : words.filters(question);
  }

  /** The address of the part that follows; null where this is the last. */
  public String getNext() {
    if (page == null || !page.more()) {
      return null;
    }
    WorkRow last = page.rows().get(page.rows().size() - 1);
    return "behind.xhtml?" + QuestionLink.write(question) + "&after=" + last.place().written();
  }

  public Question getQuestion() {
    return question;
  }

  public BehindPage getPage() {
    return page;
  }

  public ObservatoryWords getWords() {
    return words;
  }
}
