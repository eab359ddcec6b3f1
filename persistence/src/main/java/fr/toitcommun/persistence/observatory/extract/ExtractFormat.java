package fr.toitcommun.persistence.observatory.extract;

import fr.toitcommun.persistence.observatory.report.ReportFormat;

/** The files that an extract can be. */
public enum ExtractFormat {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
  CSV("text/csv;charset=UTF-8", ".csv"),
  /** CSV with its schema.ini, for Microsoft Access. */
  ACCESS("application/zip", "-access.zip"),
  PARQUET("application/vnd.apache.parquet", ".parquet"),
  /** Reports as PDF in a zip. */
  PDF(ReportFormat.PDF),
  /** Reports as OpenDocument text in a zip. */
  ODT(ReportFormat.ODT);

  private final String mediaType;
  private final String ending;
  private final ReportFormat reports;

  ExtractFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.reports = null;
  }

  ExtractFormat(ReportFormat reports) {
    this.mediaType = "application/zip";
    this.ending = "-" + reports.ending() + ".zip";
    this.reports = reports;
  }

  /** What each report in it is written as; null: it is of rows. */
  public ReportFormat reports() {
    return reports;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What the name of such a file ends with. */
  public String ending() {
    return ending;
  }
}
