package fr.toitcommun.persistence.allocation.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stock files: what is read, what is said of each line, and that all is written or nothing. */
class StockImportsTest {
  private static final String HEADERS =
      "reference;rpls;commune;adresse;type;surface;loyer;charges;plafonds;dpe;ascenseur\n";
  private Jdbi jdbi;
  private Reference reference;
  private StockImports imports;

  @BeforeEach
  void landlord() {
    jdbi = Reads.over(TestDatabase.empty());
    reference = Reference.load(jdbi);
    imports = new StockImports(jdbi);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into partner (id, kind, name, siren, address, registering) values"
                    + " (1, 'LANDLORD', 'Bailleur', '999000001', 'ici', true), (2, 'LANDLORD',"
                    + " 'Autre', '999000002', 'là', true); insert into agent (id, login,"
                    + " given_name, surname, partner_id) values (1, 'a', 'A', 'A', 1)"));
  }

  @Test
  void aFileIsCheckedThenWrittenAndAsksForNothingTheSecondTime() {
    String file = HEADERS + line("A-1", "T3") + line("A-2", "F2") + line("A-3", "3");
    StockImport checked = imports.find(check(file)).orElseThrow();
    assertThat(checked.created()).isEqualTo(3);
    assertThat(checked.applicable()).isTrue();
    assertThat(dwellings()).isZero();
    imports.apply(checked.id(), Instant.EPOCH);
    assertThat(dwellings()).isEqualTo(3);
    assertThat(one("select dwelling_type from dwelling where internal_reference = 'A-3'"))
        .isEqualTo("T3");
    assertThatThrownBy(() -> imports.apply(checked.id(), Instant.EPOCH))
        .isInstanceOf(RefusedInput.class);

    StockImport again = imports.find(check(file)).orElseThrow();
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(again.applicable()).isFalse();
  }

  @Test
  void whatWasNeverWrittenIsForgottenAndOfWhatWasTheLinesOnly() {
    long written = check(HEADERS + line("A-1", "T3"));
    Instant day = Instant.parse("2026-01-31T03:00:00Z");
    imports.apply(written, day);
    long left = check(HEADERS + line("A-2", "T3"));
    long faulty = check(HEADERS + "A-3;;99999;1 rue;T9x;douze;100;10;PLI;H;peut-être\n");
    jdbi.useHandle(handle -> handle.execute("update stock_import set checked_at = ?", day));
    imports.forget(day, day);
    assertThat(one("select count(*)::text from stock_import")).as("on the day").isEqualTo("3");
    imports.forget(day.plusSeconds(1), day);
    assertThat(imports.find(left)).isEmpty();
    assertThat(imports.find(faulty)).isEmpty();
    assertThat(one("select count(*)::text from stock_import_fault")).isEqualTo("0");
    assertThat(imports.report(written, null, 0, 10).lines()).hasSize(1);
    imports.forget(day, day.plusSeconds(1));
    assertThat(imports.find(written).orElseThrow().created()).isEqualTo(1);
    assertThat(imports.report(written, null, 0, 10).lines()).isEmpty();
    assertThat(dwellings()).isEqualTo(1);
  }

  @Test
  void aColumnThatIsNotInTheFileLeavesWhatIsThere() {
    write(HEADERS + line("A-1", "T3"));
    long id = check("IDENT_INT,LOYERPRINC,NBPIECE,inconnue\nA-1,\"512,40\",3,x\n");
    StockImport found = imports.find(id).orElseThrow();
    assertThat(found.changed()).isEqualTo(1);
    imports.apply(id, Instant.EPOCH);
    assertThat(one("select main_rent || ' ' || surface || ' ' || energy_class from dwelling"))
        .isEqualTo("512 66 C");
    assertThat(one("select version::text from dwelling")).isEqualTo("2");
  }

  @Test
  void oneFaultKeepsTheWholeFileOutAndEachIsNamedByLineAndField() {
    long id =
        check(
            HEADERS
                + line("A-1", "T3")
                + line("A-1", "T3")
                + "A-2;;99999;1 rue;T9x;douze;100;10;PLI;H;peut-être\n"
                + "A-3;;44109;1 rue;T2\n");
    StockImport found = imports.find(id).orElseThrow();
    assertThat(found.faulty()).isEqualTo(3);
    assertThat(found.applicable()).isFalse();
    assertThatThrownBy(() -> imports.apply(id, Instant.EPOCH)).isInstanceOf(RefusedInput.class);
    assertThat(dwellings()).isZero();
    List<ImportLine> lines = imports.report(id, "FAULT", 0, 10).lines();
    assertThat(lines).extracting(ImportLine::line).containsExactly(3, 4, 5);
    assertThat(lines.get(0).faults()).extracting(fault -> fault.code()).containsExactly("TWICE");
    assertThat(lines.get(1).faults())
        .extracting(fault -> fault.field() + " " + fault.code())
        .contains("surface NOT_A_NUMBER", "lift NEITHER_YES_NOR_NO");
    assertThat(lines.get(2).faults())
        .extracting(fault -> fault.code())
        .containsExactly("CELLS_UNEQUAL");
  }

  @Test
  void aDwellingChangedSinceTheCheckKeepsTheWholeImportOut() {
    write(HEADERS + line("A-1", "T3"));
    long id = check(HEADERS + line("A-1", "T4") + line("A-2", "T2"));
    jdbi.useHandle(handle -> handle.execute("update dwelling set version = version + 1"));
    assertThatThrownBy(
            () -> jdbi.useTransaction(handle -> imports(handle).apply(id, Instant.EPOCH)))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("IMPORT_OVERTAKEN");
    assertThat(dwellings()).isEqualTo(1);
    assertThat(one("select dwelling_type from dwelling")).isEqualTo("T3");
  }

  @Test
  void aNumberOfTheRegisterBelongsToOneDwelling() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into dwelling (id, landlord_id, stock_register_id, internal_reference,"
                    + " municipality_code, address, lift, category, dwelling_type, surface,"
                    + " main_rent, charges, scheme, priority_district, wheelchair) values (9, 2,"
                    + " '4410000001', 'X', '44109', 'là', false, 'A', 'T2', 40, 300, 30, 'PLUS',"
                    + " false, false)"));
    long id = check(HEADERS + "A-1;4410000001;44109;1 rue;T2;40;300;30;PLUS;C;oui\n");
    assertThat(imports.report(id, null, 0, 10).lines().get(0).faults())
        .extracting(fault -> fault.code())
        .containsExactly("DWELLING_KNOWN");
  }

  @Test
  void windowsAndUtf8WithAndWithoutMarkAreRead() {
    String file = HEADERS + "É-1;;44109;1 rue de l’Été;T2;40;300;30;PLUS;C;oui\n";
    for (byte[] bytes :
        List.of(
            file.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
            file.getBytes(Charset.forName("windows-1252")))) {
      long id = check(bytes);
      assertThat(imports.report(id, null, 0, 10).lines())
          .extracting(ImportLine::internalReference, ImportLine::outcome)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("É-1", "CREATED"));
    }
  }

  @Test
  void whatIsNoStockFileIsRefusedAsAWhole() {
    assertThatThrownBy(() -> check("")).hasMessageContaining("FILE_EMPTY");
    assertThatThrownBy(() -> check("a;b\n1;2\n")).hasMessageContaining("COLUMN_MISSING");
    assertThatThrownBy(() -> check("reference;IDENT_INT\n1;2\n"))
        .hasMessageContaining("COLUMN_TWICE");
    assertThatThrownBy(() -> check(HEADERS)).hasMessageContaining("FILE_EMPTY");
    assertThatThrownBy(() -> check("reference;adresse\nA;\"ouvert\n"))
        .hasMessageContaining("FILE_MALFORMED");
  }

  @Test
  void twentyThousandLinesTakeSeconds() {
    StringBuilder file = new StringBuilder(HEADERS);
    for (int i = 0; i < 20_000; i++) {
      file.append(line("L-" + i, "T3"));
    }
    long start = System.nanoTime();
    write(file.toString());
    assertThat(dwellings()).isEqualTo(20_000);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(60);
  }

  private static String line(String internal, String type) {
    return internal + ";;44109;12 rue des Lilas;" + type + ";66;410;90;PLUS;C;oui\n";
  }

  private void write(String file) {
    long id = check(file);
    jdbi.useTransaction(handle -> imports(handle).apply(id, Instant.EPOCH));
  }

  private static StockImports imports(org.jdbi.v3.core.Handle handle) {
    return new StockImports(Jdbi.create(handle.getConnection()));
  }

  private long check(String file) {
    return check(file.getBytes(StandardCharsets.UTF_8));
  }

  private long check(byte[] file) {
    return imports.check(
        1,
        1,
        "stock.csv",
        StockFile.open(file),
        List.of("44"),
        reference,
        TestDatabase.TODAY,
        Instant.EPOCH);
  }

  private long dwellings() {
    return Long.parseLong(one("select count(*)::text from dwelling"));
  }

  private String one(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
