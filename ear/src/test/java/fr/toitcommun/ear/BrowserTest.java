package fr.toitcommun.ear;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application as it is, and a browser that the tests of a class share. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
abstract class BrowserTest {
  static Browser browser;

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

  @BeforeAll
  static void open() {
    browser = Browser.start();
  }

  @AfterAll
  static void close() {
    browser.close();
  }
}
