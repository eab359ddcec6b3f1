package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.map.ShapeImports;
import fr.toitcommun.persistence.observatory.map.MapImport;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/** The manager brings in the shapes that maps are drawn from. */
@Named
@ViewScoped
public class ImportShapes implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ShapeImports imports;
  @Inject private Me me;
  @Inject private Language language;

  private Long id;
  private transient Part file;
  private String source;
  private Integer year;
  private String property;
  private boolean incomplete;
  private transient ShapeImports.State current;
  private transient ShapeImports.State checked;
  private transient List<MapImport> latest;

  /** Reads what is in use, and the import that the address names. */
  public void load() {
    me.require(Right.ADMINISTER);
    current = imports.current(language.getLocale());
    latest = imports.latest();
    checked = id == null ? null : imports.open(id, language.getLocale());
  }

  /** Checks the file chosen and shows it. */
  public void check() throws IOException {
    try {
      if (file == null || file.getSubmittedFileName().isEmpty()) {
        throw RefusedInput.at("file", "REQUIRED");
      }
      try (InputStream content = file.getInputStream()) {
        long made =
            imports.check(file.getSubmittedFileName(), content, source, year, property, incomplete);
        Done.go("/shapes.xhtml?id=" + made, null);
      }
    } catch (RefusedInput refused) {
      load();
      throw refused;
    }
  }

  /** Uses what was checked. */
  public void apply() {
    imports.apply(id);
    Done.go("/shapes.xhtml", "shapes.applied");
  }

  /** Goes back to shapes derived from points. */
  public void derive() {
    imports.derive();
    Done.go("/shapes.xhtml", "shapes.derivedAgain");
  }

  /** What is in use. */
  public ShapeImports.State getCurrent() {
    return current;
  }

  /** What was checked and may be used; null: nothing. */
  public ShapeImports.State getChecked() {
    return checked;
  }

  public List<MapImport> getLatest() {
    return latest;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public String getProperty() {
    return property;
  }

  public void setProperty(String property) {
    this.property = property;
  }

  public boolean isIncomplete() {
    return incomplete;
  }

  public void setIncomplete(boolean incomplete) {
    this.incomplete = incomplete;
  }
}
