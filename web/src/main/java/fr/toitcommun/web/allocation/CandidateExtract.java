package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.CandidateFilter;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.ChosenCandidates;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.OfficeTable;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The list of a search as a file for office tools: {@code /candidates-extract?vacancy=…&filter=…},
 * a workbook, or with {@code &format=csv} plain text. Who takes it and whose names it holds is
 * journalled.
 */
@WebServlet("/candidates-extract")
public class CandidateExtract extends HttpServlet {
  @Inject private Matching matching;
  @Inject private ExtractTable table;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean plain = "csv".equals(request.getParameter("format"));
    try {
      ChosenCandidates list = matching.extract(vacancy(request), search(request));
      List<List<Object>> rows = table.of(list);
      OfficeTable.send(response, "candidats", "Candidats", rows, plain);
    } catch (NotInScope e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException e) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (RefusedInput e) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  private static Long vacancy(HttpServletRequest request) {
    String vacancy = request.getParameter("vacancy");
    if (vacancy == null) {
      return null;
    }
    // What is no number is nobody's dwelling.
    return vacancy.matches("\\d{1,18}") ? Long.valueOf(vacancy) : Long.valueOf(0);
  }

  private static CandidateSearch search(HttpServletRequest request) {
    String places = request.getParameter("municipality");
    String words = request.getParameter("filter");
    return new CandidateSearch(
        places == null ? List.of() : List.of(places.split("~")),
        word(DwellingType.values(), request.getParameter("type")),
        word(FundingScheme.values(), request.getParameter("scheme")),
        null,
        CandidateFilter.read(words == null ? List.of() : List.of(words.split("~"))));
  }

  private static <E extends Enum<E>> E word(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }
}
