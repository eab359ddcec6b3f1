package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.observatory.extract.Extracts;
import fr.toitcommun.ejb.observatory.extract.OpenedExtract;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Asks for extracts inside the container and waits for them. */
final class ExtractActs {
  private static final int MOST_LOOKS = 2400;

  private ExtractActs() {}

  static Extracts extracts() {
    return Acts.of(Extracts.class);
  }

  static NewExtract wanted(ExtractKind kind, ExtractFormat format) {
    return new NewExtract(
        "Essai " + kind,
        kind == ExtractKind.TABLE
            ? ExtractContent.table("indicator=ACTIVE&rows=AGE&columns=TRANSFER")
            : new ExtractContent(kind, null, null, null, Map.of(), List.of()),
        format,
        "fr");
  }

  static long ask(String login, ExtractKind kind, ExtractFormat format) throws Exception {
    return AsAgent.call(login, () -> extracts().ask(wanted(kind, format)));
  }

  /** Waits, in the database, until it is over. */
  static ExtractRow await(String login, long id) throws Exception {
    for (int look = 0; look < MOST_LOOKS; look++) {
      ExtractRow row = AsAgent.call(login, () -> extracts().open(id));
      if (!row.state().isUnderWay()) {
        return row;
      }
      Acts.text("select 'waited' || pg_sleep(0.05)");
    }
    throw new AssertionError("Still under way: " + id);
  }

  static String taken(String login, long id) throws Exception {
    OpenedExtract file = AsAgent.call(login, () -> extracts().take(id));
    try (InputStream content = file.content()) {
      byte[] bytes = content.readAllBytes();
      assertThat(bytes).hasSize((int) file.size());
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Its state once it is over, with why it failed where it did. */
  static String awaited(long id) {
    String state = "select state || coalesce(' ' || failure, '') from extract where id = " + id;
    for (int look = 0; look < MOST_LOOKS; look++) {
      String now = Acts.text(state);
      if (!now.equals("WAITING") && !now.equals("RUNNING")) {
        return now;
      }
      Acts.text("select 'waited' || pg_sleep(0.05)");
    }
    throw new AssertionError("Still under way: " + id);
  }

  /** Why it failed, once it is over; its state where it did not. */
  static String failure(long id) {
    return awaited(id).replaceFirst("^FAILED ", "");
  }

  /** Asks, and waits until it is over. */
  static long prepared(String login, ExtractKind kind, ExtractFormat format) throws Exception {
    long asked = ask(login, kind, format);
    await(login, asked);
    return asked;
  }
}
