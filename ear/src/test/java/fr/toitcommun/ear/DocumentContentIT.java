package fr.toitcommun.ear;

import static fr.toitcommun.ear.Paperwork.DESK;
import static fr.toitcommun.ear.Paperwork.LANDLORD;
import static fr.toitcommun.ear.Paperwork.STORE;
import static fr.toitcommun.ear.Paperwork.delete;
import static fr.toitcommun.ear.Paperwork.deposit;
import static fr.toitcommun.ear.Paperwork.document;
import static fr.toitcommun.ear.Paperwork.dossier;
import static fr.toitcommun.ear.Paperwork.entries;
import static fr.toitcommun.ear.Paperwork.fault;
import static fr.toitcommun.ear.Paperwork.judge;
import static fr.toitcommun.ear.Paperwork.kept;
import static fr.toitcommun.ear.Paperwork.of;
import static fr.toitcommun.ear.Paperwork.open;
import static fr.toitcommun.ear.Paperwork.register;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.dossier.DocumentUpkeep;
import fr.toitcommun.ejb.dossier.Previews;
import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.dossier.ScanState;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to the content of documents: scanned, swept, made small. */
@ExtendWith(ArquillianExtension.class)
class DocumentContentIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        DocumentContentIT.class, Acts.class, Clamd.class, Papers.class, Paperwork.class);
  }

  @Test
  @SuppressWarnings("try")
  void theScannerRefusesAVirusAndLetsTheRestPass() throws Exception {
    String number = register("Inizan");
    List<Object> before = kept();
    long refused = entries(DESK, "REFUSED", "Deposits.infected");
    try (Clamd clamd = Clamd.answering()) {
      assertThat(fault(() -> deposit(DESK, number, of("OTHER", null), Papers.pdf(Clamd.EICAR))))
          .isEqualTo("DOCUMENT_INFECTED");
      assertThat(kept()).isEqualTo(before);
      assertThat(entries(DESK, "REFUSED", "Deposits.infected")).isEqualTo(refused + 1);
      long clean = deposit(DESK, number, of("OTHER", null), Papers.photo(7, 400));
      assertThat(document(DESK, number, clean).scan()).isEqualTo(ScanState.CLEAN);
      assertThat(open(DESK, number, clean).size()).isPositive();
    }
  }

  @Test
  @SuppressWarnings("try")
  void whileTheScannerIsSilentDocumentsWaitInQuarantine() throws Exception {
    String number = register("Jestin");
    long good;
    long infected;
    try (Clamd silent = Clamd.gone()) {
      good = deposit(DESK, number, of("OTHER", null), Papers.pdf("bon"));
      infected = deposit(DESK, number, of("OTHER", null), Papers.pdf(Clamd.EICAR));
      Acts.of(DocumentUpkeep.class).rescan();
    }
    Path content =
        STORE.path(
            UUID.fromString(
                Acts.text("select storage_key from supporting_document where id = " + infected)));
    assertThat(document(LANDLORD, number, good).scan()).isEqualTo(ScanState.AWAITED);
    assertThat(fault(() -> open(DESK, number, good))).isEqualTo("DOCUMENT_IN_QUARANTINE");
    assertThat(fault(() -> judge(good, number, DocumentStatus.TO_CHECK, null)))
        .isEqualTo("DOCUMENT_IN_QUARANTINE");
    try (Clamd back = Clamd.answering()) {
      Acts.of(DocumentUpkeep.class).rescan();
    }
    assertThat(open(DESK, number, good).size()).isPositive();
    assertThat(dossier(DESK, number).documents())
        .extracting(Dossier.Document::id)
        .containsExactly(good);
    Acts.of(DocumentUpkeep.class).sweep();
    assertThat(content).doesNotExist();
  }

  @Test
  @SuppressWarnings("try")
  void oneThatTheScannerCannotJudgeKeepsNoOtherWaiting() throws Exception {
    String number = register("Kerjean");
    long tooLarge;
    long good;
    try (Clamd silent = Clamd.gone()) {
      tooLarge = deposit(DESK, number, of("OTHER", null), Papers.pdf(Clamd.TOO_LARGE));
      good = deposit(DESK, number, of("OTHER", null), Papers.pdf("petit"));
    }
    try (Clamd back = Clamd.answering()) {
      Acts.of(DocumentUpkeep.class).rescan();
    }
    assertThat(document(DESK, number, good).scan()).isEqualTo(ScanState.CLEAN);
    assertThat(document(DESK, number, tooLarge).scan()).isEqualTo(ScanState.AWAITED);
  }

  @Test
  void whatACrashLeavesIsSweptAndWhatIsKeptIsNot() throws Exception {
    String number = register("Kerneis");
    long kept = deposit(DESK, number, of("OTHER", null), Papers.pdf("reste"));
    UUID orphan = UUID.randomUUID();
    Acts.database()
        .useHandle(handle -> ContentSweep.claim(handle, orphan, Instant.now().minusSeconds(1)));
    STORE.write(orphan, Papers.stream(Papers.pdf("orphelin")), 10_000);
    Acts.of(DocumentUpkeep.class).sweep();
    assertThat(STORE.path(orphan)).doesNotExist();
    assertThat(
            Acts.count(
                "select count(*) from content_to_sweep where storage_key = ?", orphan.toString()))
        .isZero();
    assertThat(STORE.path(open(DESK, number, kept).key())).exists();
  }

  @Test
  void previewsAreSmallAndRefuseNothingThatOpens() throws Exception {
    String number = register("Lannuzel");
    Previews previews = CDI.current().select(Previews.class).get();
    for (byte[] paper : List.of(Papers.photo(9, 1000), Papers.pdf("apercu"))) {
      long id = deposit(DESK, number, of("OTHER", null), paper);
      Path preview = previews.of(open(DESK, number, id), "small").orElseThrow();
      var picture = ImageIO.read(preview.toFile());
      assertThat(Math.max(picture.getWidth(), picture.getHeight())).isBetween(200, 241);
      delete(DESK, number, id, "WRONG_FILE");
      assertThat(preview).doesNotExist();
    }
  }
}
