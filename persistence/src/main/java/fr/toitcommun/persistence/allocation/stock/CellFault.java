package fr.toitcommun.persistence.allocation.stock;

/** A cell that cannot be read as what its column holds. */
final class CellFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String written;

  /** Named by a code of the texts of faults, with what stood there. */
  CellFault(String code, String written) {
    super(code);
    this.code = code;
    this.written = written.substring(0, Math.min(20, written.length()));
  }

  String code() {
    return code;
  }

  String written() {
    return written;
  }
}
