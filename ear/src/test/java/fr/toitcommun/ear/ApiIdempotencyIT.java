package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.active;
import static fr.toitcommun.ear.Calls.form;
import static fr.toitcommun.ear.Calls.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a system sends again, once or many times at once, is done once. */
class ApiIdempotencyIT extends ApiTest {
  @Test
  void aRepeatedRegistrationGetsTheFirstAnswer() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> form = form("Répétée", "44109");
    String first =
        sending(DESK, form)
            .header("Idempotency-Key", key)
            .post("/demands")
            .then()
            .statusCode(201)
            .extract()
            .path("uniqueNumber");
    sending(DESK, form)
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(201)
        .body("uniqueNumber", equalTo(first));
    sending(DESK, form("Autre", "44109"))
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(422)
        .body("faults.code", contains("IDEMPOTENCY_KEY_REUSED"));
    // Keys are each account's own.
    sending("bailleur.nantes", form)
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(201)
        .body("uniqueNumber", not(first));
    sending(DESK, form).header("Idempotency-Key", "a b").post("/demands").then().statusCode(400);
  }

  @Test
  void equalRegistrationsAtOnceGiveOneDemand() throws Exception {
    String key = UUID.randomUUID().toString();
    Map<String, Object> form = form("Concurrente", "44109");
    long before = active();
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(
          () ->
              sending(DESK, form)
                  .header("Idempotency-Key", key)
                  .post("/demands")
                  .then()
                  .statusCode(201)
                  .extract()
                  .path("uniqueNumber"));
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    Set<String> numbers = new HashSet<>();
    for (Future<String> answer : pool.invokeAll(calls)) {
      numbers.add(answer.get());
    }
    pool.shutdown();
    assertThat(numbers).hasSize(1);
    assertThat(active()).isEqualTo(before + 1);
  }

  @Test
  void aRefusedRegistrationLeavesItsKeyFree() {
    String key = UUID.randomUUID().toString();
    sending(DESK, form("Refusée"))
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(422);
    sending(DESK, form("Refusée", "44109"))
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(201);
  }
}
