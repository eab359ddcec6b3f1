package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterTemplate;
import fr.toitcommun.persistence.registration.letter.TemplateStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * A real database with the reference data and a few partners, started once for the documents'
 * tests.
 */
final class DocumentDatabase {
  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  static final Clock CLOCK =
      Clock.fixed(
          TODAY.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant(), ZoneId.of("Europe/Paris"));
  static final Printer PRINTER = new Printer();

  private static final String PARTNERS =
      """
      insert into partner (id, kind, name, address, municipality_code, registering) values
        (1, 'LANDLORD', 'Habitat de l''Estuaire', '3 quai des Antilles, 44200 Nantes', '44109', true),
        (2, 'LANDLORD', 'Logis de la Brière <SA> & fils', '8 rue du Port', '44184', true),
        (3, 'STATE', 'Préfecture – Loire-Atlantique', '6 quai Ceineray, 44035 Nantes', '44109', true),
        (4, 'INFORMATION_AGENCY', 'ADIL – Loire-Atlantique', '12 rue du Président-Herriot, 44000 Nantes', '44109', false),
        (5, 'LOCAL_AUTHORITY', 'Nantes Métropole', '2 cours du Champ-de-Mars, 44000 Nantes', '44109', true),
        (6, 'LANDLORD', 'Vendée Toit', '1 place Napoléon, 85000 La Roche-sur-Yon', '85191', true);
      insert into partner_territory (partner_id, level, code) values
        (1, 'DEPARTEMENT', '44'), (2, 'DEPARTEMENT', '44'), (3, 'DEPARTEMENT', '44'),
        (4, 'DEPARTEMENT', '44'), (5, 'EPCI', '244400404'), (6, 'DEPARTEMENT', '85');
      insert into registration_desk (id, code, partner_id, name, address, municipality_code) values
        (1, 'G4401', 5, 'Guichet logement de Nantes Métropole', '2 cours du Champ-de-Mars', '44109');
      insert into dwelling (id, landlord_id, internal_reference, municipality_code, address, lift, category,
                            dwelling_type, surface, main_rent, charges, scheme, priority_district, wheelchair) values
        (1, 1, 'E-1', '44109', '1 rue A', true, 'A', 'T3', 65, 400, 50, 'PLUS', false, false),
        (2, 1, 'E-2', '44109', '2 rue A', true, 'A', 'T2', 45, 300, 50, 'PLUS', false, false),
        (3, 2, 'B-1', '44109', '3 rue A', true, 'A', 'T2', 45, 300, 50, 'PLUS', false, false),
        (4, 1, 'E-3', '44162', '4 rue A', true, 'A', 'T2', 45, 300, 50, 'PLUS', false, false)
      """;

  private static DocumentDatabase only;

  private final Jdbi jdbi;
  private final Reference reference;

  private DocumentDatabase() {
    DataSource database;
    try {
      database = EmbeddedPostgres.start().getPostgresDatabase();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Flyway.configure().dataSource(database).load().migrate();
    jdbi = Reads.over(database);
    jdbi.useHandle(handle -> handle.createScript(PARTNERS).execute());
    reference = Reference.load(jdbi);
  }

  static synchronized DocumentDatabase started() {
    if (only == null) {
      only = new DocumentDatabase();
    }
    return only;
  }

  Reference reference() {
    return reference;
  }

  Certificates certificates() {
    return new Certificates(jdbi, references(), CLOCK, PRINTER, letterWriter());
  }

  LetterWriter letterWriter() {
    return new LetterWriter(jdbi, references(), PRINTER);
  }

  LetterTemplate template(LetterKind kind) {
    return new TemplateStore(jdbi).inForce(kind, TODAY);
  }

  SessionDocuments sessionDocuments() {
    return new SessionDocuments(jdbi, references(), CLOCK, PRINTER);
  }

  ConveningLetters conveningLetters() {
    return new ConveningLetters(jdbi, references(), PRINTER);
  }

  DecisionWords decisionWords() {
    return new DecisionWords(references());
  }

  ReportDocuments reportDocuments() {
    return new ReportDocuments(references(), CLOCK, PRINTER);
  }

  MapDocuments mapDocuments() {
    return new MapDocuments(references(), PRINTER);
  }

  SubjectFiles subjectFiles() {
    return new SubjectFiles(jdbi, references(), CLOCK, PRINTER);
  }

  private References references() {
    return new References() {
      @Override
      public Reference current() {
        return reference;
      }
    };
  }
}
