package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.stock.ImportReport;
import fr.toitcommun.persistence.allocation.stock.StockFile;
import fr.toitcommun.persistence.allocation.stock.StockImport;
import fr.toitcommun.persistence.allocation.stock.StockImports;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Bringing the caller's stock in by a file: checked first, then written all or not at all. */
@Stateless
@Gated
@RolesAllowed(Right.PROPOSE)
public class StockImporting {
  private static final int MOST_LINES = 1_000;
  private static final int LONGEST_NAME = 120;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /**
   * Reads a file and says of each line what it would do; no dwelling is touched.
   *
   * @param fileName as its sender calls it; null: it has no name
   * @return the import
   * @throws RefusedInput when it is no stock file at all
   */
  @Act
  public long check(String fileName, InputStream content) {
    byte[] bytes;
    try {
      bytes = content.readNBytes(StockFile.LONGEST + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = fileName == null || fileName.isBlank() ? "stock.csv" : fileName;
    return imports()
        .check(
            agent.profile().partnerId(),
            agent.profile().id(),
            name.substring(Math.max(0, name.length() - LONGEST_NAME))
                .replaceAll("\\p{Cc}|[<>]", " "),
            StockFile.open(bytes),
            agent.scope().departements(),
            references.current(),
            LocalDate.now(clock),
            clock.instant());
  }

  /**
   * Writes what was checked, all or nothing.
   *
   * @throws NotInScope when the import is not the caller's
   * @throws RefusedInput when a line has a fault, or a dwelling was changed since the check
   */
  @Act
  public void confirm(long importId) {
    open(importId);
    imports().apply(importId, clock.instant());
  }

  /**
   * An import.
   *
   * @throws NotInScope when it is not the caller's
   */
  public StockImport open(long importId) {
    return imports()
        .find(importId)
        .filter(found -> found.landlordId() == agent.profile().partnerId())
        .orElseThrow(() -> new NotInScope("import " + importId));
  }

  /** The latest imports, ten at most. */
  public List<StockImport> latest() {
    return imports().latest(agent.profile().partnerId());
  }

  /**
   * Part of an import's report, line by line.
   *
   * @param outcome CREATED, CHANGED, UNCHANGED or FAULT; null: all lines
   * @param limit at most a thousand
   * @throws NotInScope when it is not the caller's
   */
  public ImportReport report(long importId, String outcome, int offset, int limit) {
    open(importId);
    return imports()
        .report(importId, outcome, PageBounds.offset(offset), PageBounds.atMost(MOST_LINES, limit));
  }

  private StockImports imports() {
    return new StockImports(jdbi);
  }
}
