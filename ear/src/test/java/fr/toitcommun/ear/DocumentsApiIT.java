package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Supporting documents as systems deposit and read them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DocumentsApiIT {
  private static final String DESK = "guichet.nantes";
  private static final String LANDLORD = "bailleur.nantes";
  private static final String DOCUMENTS = "/demands/{number}/documents";

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

  private static Response deposit(String login, String number, String query, byte[] content) {
    return as(login)
        .contentType("application/octet-stream")
        .body(content)
        .post(DOCUMENTS + "?" + query, number);
  }

  private static long deposited(String number, String query, byte[] content) {
    Number id = deposit(DESK, number, query, content).then().statusCode(201).extract().path("id");
    return id.longValue();
  }

  @Test
  void whatADeskDepositsALandlordReadsByteForByteAndNothingOfItRuns() {
    String number = Calls.register(DESK, Calls.form("Nédélec", "44109"));
    byte[] photo = Papers.photo(3, 900);
    assertThat(photo.length).isGreaterThan(1_000_000);
    Number person =
        as(DESK).get(DOCUMENTS, number).then().statusCode(200).extract().path("persons[0].id");
    as(DESK)
        .get(DOCUMENTS, number)
        .then()
        .body("missing.kind", hasItem("IDENTITY"))
        .body("documents", hasSize(0));
    long id = deposited(number, "kind=IDENTITY&person=" + person, photo);
    as(LANDLORD)
        .get(DOCUMENTS, number)
        .then()
        .body("missing.kind", not(hasItem("IDENTITY")))
        .body("documents[0].kind", equalTo("IDENTITY"))
        .body("documents[0].mediaType", equalTo("image/png"))
        .body("documents[0].sha256", equalTo(Papers.sha256(photo)));
    Response read = as(LANDLORD).get(DOCUMENTS + "/" + id + "/content", number);
    read.then()
        .statusCode(200)
        .contentType("image/png")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", containsString("inline"))
        .header("Content-Security-Policy", containsString("sandbox"));
    assertThat(read.asByteArray()).isEqualTo(photo);
  }

  @Test
  void everyFaultIsAProblemThatNamesItsField() {
    String number = Calls.register(DESK, Calls.form("Omnès", "44109"));
    deposit(DESK, number, "kind=TAX_NOTICE&receivedOn=demain", Papers.pdf("x"))
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("faults[0].field", equalTo("receivedOn"));
    deposit(DESK, number, "kind=TAX_NOTICE", Papers.pdf("x"))
        .then()
        .statusCode(422)
        .body("faults.field", equalTo(java.util.List.of("person", "taxYear")));
    deposit(DESK, number, "kind=OTHER", "<html>".getBytes(StandardCharsets.US_ASCII))
        .then()
        .statusCode(422)
        .body("faults[0].field", equalTo("file"))
        .body("faults[0].code", equalTo("DOCUMENT_TYPE"));
    deposit(DESK, number, "kind=OTHER", new byte[11 * 1024 * 1024])
        .then()
        .statusCode(422)
        .body("faults[0].code", equalTo("DOCUMENT_TOO_LARGE"));
    deposit("adil.44", number, "kind=OTHER", Papers.pdf("x")).then().statusCode(403);
    deposit("commune.saint-nazaire", number, "kind=OTHER", Papers.pdf("x")).then().statusCode(404);
    as(DESK).get(DOCUMENTS + "/1/content", number).then().statusCode(404);
    as(DESK).get(DOCUMENTS, number).then().body("documents", hasSize(0));
  }

  @Test
  void aMistakeIsDeletedByWhoDepositedIt() {
    String number = Calls.register(DESK, Calls.form("Pennec", "44109"));
    long id = deposited(number, "kind=OTHER", Papers.pdf("erreur"));
    as(LANDLORD).delete(DOCUMENTS + "/" + id + "?reason=WRONG_FILE", number).then().statusCode(403);
    as(DESK).delete(DOCUMENTS + "/" + id, number).then().statusCode(422);
    as(DESK).delete(DOCUMENTS + "/" + id + "?reason=WRONG_FILE", number).then().statusCode(204);
    as(DESK).get(DOCUMENTS + "/" + id + "/content", number).then().statusCode(404);
  }

  @Test
  void anUploadThatBreaksOffIsNotThere() throws IOException {
    String number = Calls.register(DESK, Calls.form("Quéré", "44109"));
    String credentials =
        Base64.getEncoder()
            .encodeToString((DESK + ":" + AsAgent.PASSWORD).getBytes(StandardCharsets.UTF_8));
    byte[] photo = Papers.photo(5, 400);
    String head =
        "POST /api/v1/demands/%s/documents?kind=OTHER HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nContent-Type: image/png\r\nContent-Length: %d\r\n\r\n"
            .formatted(number, credentials, photo.length);
    try (Socket socket = new Socket("localhost", Integer.getInteger("test.http.port"))) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(photo, 0, photo.length / 2);
      out.flush();
      socket.shutdownOutput();
      // The answer, or the end of the connection: the server has seen the break by then.
      socket.getInputStream().readAllBytes();
    }
    as(DESK).get(DOCUMENTS, number).then().statusCode(200).body("documents", hasSize(0));
  }
}
