package fr.toitcommun.persistence.observatory.extract;

/** The files that an extract can be. */
public enum ExtractFormat {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
  CSV("text/csv;charset=UTF-8", ".csv"),
  /** CSV with its schema.ini, for Microsoft Access. */
  ACCESS("application/zip", "-access.zip"),
  PARQUET("application/vnd.apache.parquet", ".parquet");

  private final String mediaType;
  private final String ending;

  ExtractFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What the name of such a file ends with. */
  public String ending() {
    return ending;
  }
}
