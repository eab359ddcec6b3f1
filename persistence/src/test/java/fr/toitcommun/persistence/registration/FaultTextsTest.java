package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTextsTest {
  /** A call that names a fault, to the end of its statement. */
  private static final Pattern NAMING =
      Pattern.compile("(?:Fault\\.at|RefusedInput\\.at|RefusedInput\\.because)\\s*\\([^;]*;");

  private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)*)\"");

  @Test
  void everyCodeThatTheSourcesNameHasBothTexts() throws IOException {
    ResourceBundle french = FaultTexts.bundle(Locale.FRENCH);
    ResourceBundle english = FaultTexts.bundle(Locale.ENGLISH);
    List<String> without = new ArrayList<>();
    TreeSet<String> lists = codeLists();
    for (Path source : sources()) {
      Matcher naming = NAMING.matcher(Files.readString(source));
      while (naming.find()) {
        Matcher code = CODE.matcher(naming.group());
        while (code.find()) {
          if (!lists.contains(code.group(1))
              && !(french.containsKey(code.group(1)) && english.containsKey(code.group(1)))) {
            without.add(source.getFileName() + ": " + code.group(1));
          }
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void everyControlHasBothTexts() {
    assertThat(ControlTable.all())
        .allSatisfy(
            control -> {
              assertThat(FaultTexts.text(control, Locale.FRENCH)).isNotBlank();
              assertThat(FaultTexts.text(control, Locale.ENGLISH)).isNotBlank();
            });
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndArguments() {
    ResourceBundle french = FaultTexts.bundle(Locale.FRENCH);
    ResourceBundle english = FaultTexts.bundle(Locale.ENGLISH);
    assertThat(english.keySet()).isEqualTo(french.keySet());
    assertThat(french.keySet())
        .allSatisfy(
            key ->
                assertThat(arguments(english.getString(key)))
                    .isEqualTo(arguments(french.getString(key))));
  }

  @Test
  void signsStayWithTheirWordsInFrench() {
    ResourceBundle french = FaultTexts.bundle(Locale.FRENCH);
    assertThat(french.keySet())
        .allSatisfy(key -> assertThat(french.getString(key)).doesNotContainPattern(" [:;!?»]|« "));
  }

  @Test
  void datesAreWrittenAsTheLanguageWritesThem() {
    Fault fault = Fault.at("on", "RENEWAL_BEFORE_PERIOD", "2006-03-01");
    assertThat(FaultTexts.text(fault, Locale.FRANCE)).endsWith("le 01/03/2006.");
    assertThat(FaultTexts.text(fault, Locale.UK)).endsWith("on 1 March 2006.");
  }

  @Test
  void amountsAreWrittenAsTheLanguageWritesThem() {
    Fault fault = Fault.at("applicant.taxIncomeN2", "OUT_OF_RANGE", 0, 10_000_000);
    assertThat(FaultTexts.text(fault, Locale.FRANCE)).endsWith("entre 0 et 10\u202f000\u202f000.");
    assertThat(FaultTexts.text(fault, Locale.UK)).endsWith("between 0 and 10,000,000.");
  }

  @Test
  void anImpossibleDayIsShownAsItWasSent() {
    assertThat(FaultTexts.text(Fault.at("on", "IMPOSSIBLE_DATE", "2006-02-30"), Locale.FRENCH))
        .isEqualTo("La date 2006-02-30 n’existe pas.");
  }

  @Test
  void aReaderOfAnotherLanguageReadsFrench() {
    assertThat(FaultTexts.text(Fault.at("x", "REQUIRED"), Locale.GERMAN))
        .isEqualTo("Ce champ est obligatoire.");
  }

  @Test
  void whatWasTypedIsShownAsItIs() {
    assertThat(FaultTexts.text(Fault.at("x", "UNKNOWN_CODE", "{0}'{"), Locale.FRENCH))
        .endsWith(": {0}'{");
  }

  private static TreeSet<String> arguments(String text) {
    TreeSet<String> found = new TreeSet<>();
    Matcher argument = Pattern.compile("\\{\\d+(?:,number)?\\}").matcher(text);
    while (argument.find()) {
      found.add(argument.group());
    }
    return found;
  }

  /** Names of code lists, which stand beside fault codes in the same calls. */
  private static TreeSet<String> codeLists() throws IOException {
    TreeSet<String> lists = new TreeSet<>();
    Matcher row =
        Pattern.compile("\\('([A-Z_]+)', '")
            .matcher(
                Files.readString(Path.of("src/main/resources/db/migration/V3__code_lists.sql")));
    while (row.find()) {
      lists.add(row.group(1));
    }
    return lists;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("persistence", "ejb", "web")) {
      Path root = Path.of("..", module, "src", "main", "java");
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("demonstration"))
              .forEach(sources::add);
        }
      }
    }
    assertThat(sources).hasSizeGreaterThan(50);
    return sources;
  }
}
