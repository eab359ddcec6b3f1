package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.StockImporting;
import fr.toitcommun.persistence.allocation.stock.ImportReport;
import fr.toitcommun.persistence.allocation.stock.StockColumn;
import fr.toitcommun.persistence.allocation.stock.StockImport;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/** Bringing the stock in by a file: checked line by line, then written all or not at all. */
@Named
@ViewScoped
public class ImportStock implements Serializable {
  private static final int ROWS = 50;

  @Inject private StockImporting imports;
  @Inject private Me me;

  private Long id;
  private String outcome;
  private Long number;
  private transient Part file;
  private transient StockImport checked;
  private transient ImportReport report;
  private transient List<StockImport> latest;

  /** Reads the import that the address names. */
  public void load() {
    me.require(Right.PROPOSE);
    latest = imports.latest();
    if (id != null) {
      checked = imports.open(id);
      report = imports.report(id, outcome, (Pages.first(number) - 1) * ROWS, ROWS);
    }
  }

  /** Checks the file chosen and shows its report. */
  public void check() throws IOException {
    if (file == null || file.getSubmittedFileName().isEmpty()) {
      load();
      throw RefusedInput.at("file", "REQUIRED");
    }
    long made;
    try (InputStream content = file.getInputStream()) {
      made = imports.check(file.getSubmittedFileName(), content);
    } catch (RefusedInput refused) {
      load();
      throw refused;
    }
    Done.go("/import-stock.xhtml?id=" + made, null);
  }

  /** Writes what was checked. */
  public void confirm() {
    load();
    imports.confirm(id);
    Done.go("/import-stock.xhtml?id=" + id, "import.done", checked.created(), checked.changed());
  }

  /** The column in which a fault lies, as the file names it. */
  public String column(Fault fault) {
    return StockColumn.ofField(fault.field()).map(StockColumn::header).orElse("");
  }

  /** The columns that a file may have. */
  public List<StockColumn> getColumns() {
    return List.of(StockColumn.values());
  }

  /** The import shown; null: none. */
  public StockImport getChecked() {
    return checked;
  }

  public ImportReport getReport() {
    return report;
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, report.total());
  }

  public List<StockImport> getLatest() {
    return latest;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  /** Which lines are shown; null: all. */
  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
