package fr.toitcommun.web.registration.letter;

import fr.toitcommun.ejb.allocation.OfferLetters;
import fr.toitcommun.ejb.document.BoundLeaves;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.letter.LetterTemplates;
import fr.toitcommun.ejb.registration.letter.Letters;
import fr.toitcommun.ejb.registration.letter.Mailings;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.letter.LetterBatch;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Letters as files under {@code /documents/letters/}: {@code 12.pdf} is a letter; {@code
 * offer/5.pdf} the one that offers a dwelling by a proposal; {@code batch/3/1.pdf} a batch's first
 * file for the printer, {@code batch/3.zip} all of them, made one after the other while they are
 * fetched, {@code batch/3/addresses.csv} their addresses; {@code template/CANCELLED/2.pdf?number=…}
 * a version of a text tried on a demand.
 */
@WebServlet(urlPatterns = "/documents/letters/*")
public class LetterFiles extends HttpServlet {
  private static final String PDF = "application/pdf";
  private static final Pattern ONE = Pattern.compile("/(\\d{1,18})\\.pdf");
  private static final Pattern OFFER = Pattern.compile("/offer/(\\d{1,18})\\.pdf");
  private static final Pattern FILE = Pattern.compile("/batch/(\\d{1,18})/(\\d{1,6})\\.pdf");
  private static final Pattern ALL = Pattern.compile("/batch/(\\d{1,18})\\.zip");
  private static final Pattern ADDRESSES = Pattern.compile("/batch/(\\d{1,18})/addresses\\.csv");
  private static final Pattern PREVIEW =
      Pattern.compile("/template/([A-Z_]{1,40})/(\\d{1,6})\\.pdf");

  @Inject private Letters letters;
  @Inject private OfferLetters offers;
  @Inject private Mailings mailings;
  @Inject private LetterTemplates templates;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      answer(String.valueOf(request.getPathInfo()), request.getParameter("number"), response);
    } catch (NotInScope absent) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private void answer(String path, String number, HttpServletResponse response) throws IOException {
    Matcher one = ONE.matcher(path);
    Matcher offer = OFFER.matcher(path);
    Matcher file = FILE.matcher(path);
    Matcher all = ALL.matcher(path);
    Matcher addresses = ADDRESSES.matcher(path);
    Matcher preview = PREVIEW.matcher(path);
    if (one.matches()) {
      send(response, PDF, "courrier-" + one.group(1) + ".pdf", letters.print(id(one)));
    } else if (offer.matches()) {
      send(response, PDF, "proposition-" + offer.group(1) + ".pdf", offers.print(id(offer)));
    } else if (file.matches()) {
      int rank = Integer.parseInt(file.group(2));
      send(response, PDF, name(id(file), rank), bound(id(file), rank));
    } else if (addresses.matches()) {
      send(
          response,
          "text/csv;charset=UTF-8",
          "courriers-lot-" + id(addresses) + "-adresses.csv",
          mailings.addresses(id(addresses)).file());
    } else if (all.matches()) {
      zip(id(all), response);
    } else if (preview.matches()) {
      preview(preview.group(1), Integer.parseInt(preview.group(2)), number, response);
    } else {
      throw new NotInScope("letter file");
    }
  }

  private static long id(Matcher path) {
    return Long.parseLong(path.group(1));
  }

  private static String name(long batch, int file) {
    return "courriers-lot-%d-%03d.pdf".formatted(batch, file);
  }

  private LetterBatch batch(long batch) {
    return mailings.open(batch, 0, 1).batch();
  }

  /** A file for the printer, its parts laid out one after the other. */
  private byte[] bound(long batch, int file) throws IOException {
    LetterBatch whole = batch(batch);
    int first = (file - 1) * whole.partsOfAFile() + 1;
    int last = Math.min(whole.parts(), file * whole.partsOfAFile());
    if (first > last) {
      throw new NotInScope("letter file");
    }
    try (BoundLeaves leaves = new BoundLeaves()) {
      for (int part = first; part <= last; part++) {
        leaves.add(mailings.part(batch, part).file());
      }
      return leaves.bytes();
    }
  }

  private void preview(String kind, int version, String number, HttpServletResponse response)
      throws IOException {
    if (Arrays.stream(LetterKind.values()).noneMatch(one -> one.name().equals(kind))
        || !UniqueNumber.isOne(number)) {
      throw new NotInScope("preview");
    }
    byte[] pdf =
        templates.preview(LetterKind.valueOf(kind), version, UniqueNumber.read(number).value());
    send(response, PDF, "apercu.pdf", pdf);
  }

  /** One file after the other, so that memory holds one at a time. */
  private void zip(long batch, HttpServletResponse response) throws IOException {
    int files = batch(batch).files();
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"courriers-lot-" + batch + ".zip\"");
    response.setHeader("Cache-Control", "no-store");
    try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
      for (int file = 1; file <= files; file++) {
        zip.putNextEntry(new ZipEntry(name(batch, file)));
        zip.write(bound(batch, file));
        zip.closeEntry();
      }
    }
  }

  private static void send(HttpServletResponse response, String type, String name, byte[] content)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(content.length);
    response.setHeader(
        "Content-Disposition",
        (type.equals(PDF) ? "inline" : "attachment") + "; filename=\"" + name + "\"");
    // Letters name people: no copy stays in a browser's cache.
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(content);
  }
}
