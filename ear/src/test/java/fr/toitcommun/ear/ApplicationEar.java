package fr.toitcommun.ear;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The packaged application, as Arquillian deploys it.
 *
 * <pre>{@code
 * @Deployment
 * static EnterpriseArchive application() {
 *   return ApplicationEar.withTests(RegistrationsIT.class);
 * }
 * }</pre>
 */
public final class ApplicationEar {

  private static final String TESTS = "tests.war";

  private ApplicationEar() {}

  /** For tests that run outside, with {@code @Deployment(testable = false)}: the EAR as it is. */
  public static EnterpriseArchive alone() {
    return ShrinkWrap.create(ZipImporter.class, "toit-commun.ear")
        .importFrom(new File(System.getProperty("test.ear")))
        .as(EnterpriseArchive.class);
  }

  /**
   * For tests that run inside the server: the EAR with one more WAR, of these classes.
   *
   * @param tests the test classes and what they use of this module; {@link AsAgent} is always there
   */
  public static EnterpriseArchive withTests(Class<?>... tests) {
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, TESTS)
            .addClasses(tests)
            .addClasses(ApplicationEar.class, AsAgent.class)
            .addAsLibraries(jarOf(Assertions.class));
    EnterpriseArchive ear = alone();
    ear.addAsModule(Testable.archiveToTest(war));
    ear.setApplicationXML(new StringAsset(namingTheTests(ear)));
    return ear;
  }

  /** The application's own list of modules, and the tests. */
  private static String namingTheTests(EnterpriseArchive ear) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ear.get("META-INF/application.xml").getAsset().openStream(),
                StandardCharsets.UTF_8))) {
      String modules = lines.lines().collect(Collectors.joining("\n"));
      return modules.replaceFirst(
          "(?=\\s*<library-directory>|\\s*</application>)",
          "<module><web><web-uri>"
              + TESTS
              + "</web-uri><context-root>/tests</context-root></web></module>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
