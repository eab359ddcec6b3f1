package fr.toitcommun.ejb.observatory.map;

/** What a map can be had as. */
public enum MapFormat {
  SVG("image/svg+xml"),
  PNG("image/png"),
  PDF("application/pdf");

  private final String mediaType;

  MapFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Its media type. */
  public String mediaType() {
    return mediaType;
  }
}
