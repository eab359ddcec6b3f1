package fr.toitcommun.ear;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application as it is, called from outside as systems call it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
abstract class ApiTest {
  static final String DESK = "guichet.nantes";

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }
}
