package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.observatory.extract.ExtractBook.About;
import fr.toitcommun.ejb.observatory.report.CollectedReports;
import fr.toitcommun.ejb.observatory.report.MadeReport;
import fr.toitcommun.persistence.installation.OfficeCsv;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A collection of reports as one zip, with a list of what is in it. One report at a time is in
 * memory; all of them are there, or there is no zip.
 */
final class ReportZip {
  static final String CONTENTS = "sommaire.csv";

  private final ExtractTexts texts;
  private final List<About> about;
  private final CollectedReports reports;
  private final Followed.Follower follower;
  private final List<List<String>> written = new ArrayList<>();

  /** A report could not be made, and so neither can the collection. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String territory;

    Failed(String territory, RuntimeException cause) {
      super(cause);
      this.territory = territory;
    }

    /** Whose report. */
    String territory() {
      return territory;
    }
  }

  /**
   * The zip of these reports.
   *
   * @param about what the list of contents says first
   * @param follower is told how many are done
   */
  ReportZip(
      ExtractTexts texts, List<About> about, CollectedReports reports, Followed.Follower follower) {
    this.texts = texts;
    this.about = about;
    this.reports = reports;
    this.follower = follower;
  }

  /**
   * Makes the reports and writes them; the stream stays open.
   *
   * @throws Failed when one cannot be made
   * @throws Followed.Stopped when it is not to go on
   * @throws IOException when the stream refuses
   */
  void write(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    tell();
    for (ReportTerritory territory : reports.territories()) {
      MadeReport report = made(territory);
      zip.putNextEntry(new ZipEntry(report.fileName()));
      zip.write(report.content());
      zip.closeEntry();
      written.add(List.of(territory.code(), reports.nameOf(territory), report.fileName()));
      tell();
    }
    StringWriter contents = new StringWriter();
    contents(contents);
    zip.putNextEntry(new ZipEntry(CONTENTS));
    zip.write(contents.toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
  }

  private MadeReport made(ReportTerritory territory) {
    try {
      return reports.make(territory);
    } catch (RuntimeException fault) {
      throw new Failed(territory.name(), fault);
    }
  }

  private void tell() {
    if (!follower.goesOn(written.size(), reports.territories().size())) {
      throw new Followed.Stopped();
    }
  }

  /** What the collection is, and each report that was written with its territory. */
  void contents(Writer text) throws IOException {
    OfficeCsv csv = OfficeCsv.marked(text);
    for (About line : about) {
      csv.row(List.of(line.what(), line.said()));
    }
    csv.row(List.of());
    csv.row(
        List.of(
            texts.say("contents.code"), texts.say("contents.name"), texts.say("contents.file")));
    for (List<String> one : written) {
      csv.row(one);
    }
  }
}
