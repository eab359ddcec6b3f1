package fr.toitcommun.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * French and English say the same things, and every text that a page or class asks for is there.
 */
class BundlesTest {
  private static final Path TEXTS = Path.of("src/main/resources/fr/toitcommun/web");
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CLASSES = Path.of("src/main/java");

  /** A key asked for whole, in a page: {@code msg['x']} or {@code texts.say('x'}. */
  private static final Pattern ASKED_BY_PAGE =
      Pattern.compile(
          "(?:(?:msg|alloc|stk|elig|mtc|flw|com|obs|qual|mp|ext|rep|qry)\\[|texts\\.say\\()['\"]([A-Za-z0-9_.]+)['\"][],)]");

  /** The beginning of a key that a code completes: {@code msg['x.'.concat(}. */
  private static final Pattern BEGUN_BY_PAGE =
      Pattern.compile(
          "(?:msg|alloc|stk|elig|mtc|flw|com|obs|qual|mp|ext|rep|qry)\\['([A-Za-z0-9_.]+\\.)'\\.concat");

  private static final Pattern ASKED_BY_CLASS =
      Pattern.compile("(?:\\bsay|news\\.at|news\\.warn)\\(\\s*\"([A-Za-z0-9_.]+)\"[,)]");

  private static final Pattern QUOTED = Pattern.compile("[\"']([A-Za-z0-9_.]+)[\"']");

  @Test
  void everyBundleSaysTheSameInBothLanguages() throws IOException {
    assertThat(bundles()).isNotEmpty();
    for (String name : bundles()) {
      Properties fr = load(name);
      Properties en = load(name + "_en");
      assertThat(en.stringPropertyNames()).as(name).isEqualTo(fr.stringPropertyNames());
      assertThat(fr.values()).as(name).noneMatch(text -> text.toString().isBlank());
      assertThat(en.values()).as(name + "_en").noneMatch(text -> text.toString().isBlank());
      // Without it a server whose own language is English answers English to the French.
      assertThat(TEXTS.resolve(name + "_fr.properties")).exists();
      assertThat(load(name + "_fr")).isEmpty();
    }
  }

  /** A rule that changes is not written down in a text. */
  @Test
  void howLongACollectionIsKeptIsSaidAsTheReferenceHasIt() throws IOException {
    for (String language : List.of("", "_en")) {
      String text = load("reports" + language).getProperty("reports.collectionTakes");
      assertThat(new MessageFormat(text, Locale.ENGLISH).format(new Object[] {72}))
          .as("reports" + language)
          .contains("72")
          .doesNotContain("48");
    }
  }

  /** Whoever asks for a text does not say which bundle it is in. */
  @Test
  void aKeyStandsInOneBundle() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (String name : bundles()) {
      assertThat(load(name).stringPropertyNames()).as(name).noneMatch(seen::contains);
      seen.addAll(load(name).stringPropertyNames());
    }
  }

  private static List<String> bundles() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[A-Za-z]+\\.properties"))
          .map(name -> name.replace(".properties", ""))
          .toList();
    }
  }

  private static Set<String> everyKey() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String name : bundles()) {
      keys.addAll(load(name).stringPropertyNames());
    }
    return keys;
  }

  /** A sign with a space before it must not begin a line: the space is one that does not break. */
  @Test
  void signsStayWithTheirWordsInFrench() throws IOException {
    for (String name : bundles()) {
      assertThat(load(name).values())
          .as(name)
          .noneMatch(text -> text.toString().matches(".*( [:;?!»€%]|« | m²|n° ).*"));
    }
  }

  @Test
  void everyTextThatPagesAskForIsThere() throws IOException {
    Set<String> known = everyKey();
    Set<String> missing = new TreeSet<>();
    for (String page : texts(PAGES, ".xhtml")) {
      for (String key : found(ASKED_BY_PAGE, page)) {
        if (!known.contains(key)) {
          missing.add(key);
        }
      }
      for (String begun : found(BEGUN_BY_PAGE, page)) {
        if (known.stream().noneMatch(key -> key.startsWith(begun))) {
          missing.add(begun + "*");
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextThatClassesOfRegistrationAskForIsThere() throws IOException {
    Set<String> known = everyKey();
    Set<String> missing = new TreeSet<>();
    for (String room : List.of("registration", "observatory", "shell")) {
      for (String source : texts(CLASSES.resolve("fr/toitcommun/web/" + room), ".java")) {
        missing.addAll(found(ASKED_BY_CLASS, source));
      }
    }
    missing.removeAll(known);
    assertThat(missing).filteredOn(key -> !key.endsWith(".")).isEmpty();
  }

  /** A text is asked for whole, or by its beginning with a code or a word of the page after it. */
  @Test
  void everyTextOfTheObservatoryIsAskedFor() throws IOException {
    Set<String> said = new TreeSet<>();
    for (List<String> sources :
        List.of(texts(PAGES, ".xhtml"), texts(PAGES, ".js"), texts(CLASSES, ".java"))) {
      sources.forEach(source -> said.addAll(found(QUOTED, source)));
    }
    Set<String> unused = new TreeSet<>();
    for (String name : List.of("observatory", "maps", "query", "reports", "extracts", "quality")) {
      load(name).stringPropertyNames().stream()
          .filter(key -> !said.contains(key) && !isBegun(key, said))
          .forEach(unused::add);
    }
    assertThat(unused).isEmpty();
  }

  private static boolean isBegun(String key, Set<String> said) {
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      String rest = key.substring(dot + 1);
      boolean completed =
          rest.equals(rest.toUpperCase(Locale.ROOT))
              || said.contains(rest)
              || said.contains(rest.substring(0, rest.indexOf('.') + 1));
      if (said.contains(key.substring(0, dot + 1)) && completed) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyEnumThatPagesNameHasItsTexts() throws IOException {
    Set<String> known = everyKey();
    assertThat(known)
        .containsAll(
            keys("event.", fr.toitcommun.persistence.registration.DemandEventKind.values()));
    assertThat(known)
        .containsAll(keys("word.", fr.toitcommun.persistence.registration.WordOf.values()));
    assertThat(known)
        .containsAll(
            keys("proposal.", fr.toitcommun.persistence.allocation.ProposalStatus.values()));
    assertThat(known)
        .containsAll(
            keys("letter.", fr.toitcommun.persistence.registration.letter.LetterKind.values()));
    assertThat(known)
        .containsAll(
            keys("mailfault.", fr.toitcommun.persistence.registration.letter.MailFault.values()));
    assertThat(known)
        .containsAll(
            keys("field.", fr.toitcommun.persistence.registration.letter.LetterField.values()));
    assertThat(known)
        .containsAll(
            keys("cancelled.", fr.toitcommun.persistence.registration.CancellationReason.values()));
  }

  @Test
  void everythingThatRankingAndFiltersNameHasItsText() throws IOException {
    Set<String> known = everyKey();
    assertThat(known)
        .containsAll(keys("trait.", fr.toitcommun.persistence.allocation.CandidateTrait.values()));
    assertThat(known)
        .containsAll(
            keys("fact.", fr.toitcommun.persistence.allocation.scoring.ScoringFact.values()));
    assertThat(known)
        .containsAll(
            keys(
                "ground.",
                fr.toitcommun.persistence.registration.priority.PriorityGround.values()));
  }

  private static List<String> keys(String begun, Enum<?>[] values) {
    return Stream.of(values).map(value -> begun + value.name()).toList();
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        if (matcher.group(i) != null) {
          found.add(matcher.group(i));
        }
      }
    }
    return found;
  }

  private static List<String> texts(Path folder, String ending) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.filter(path -> path.toString().endsWith(ending)).collect(Collectors.toList());
    }
    List<String> texts = new ArrayList<>();
    for (Path path : paths) {
      texts.add(Files.readString(path));
    }
    return texts;
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(TEXTS.resolve(name + ".properties"))) {
      properties.load(reader);
    }
    return properties;
  }
}
