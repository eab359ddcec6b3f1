package fr.toitcommun.persistence.registration.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
  private static final byte[] TEXT = "pièce".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path root;

  private static InputStream content() {
    return new ByteArrayInputStream(TEXT);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whatGoesInComesOutWithItsChecksum() throws IOException {
    ContentStore store = new ContentStore(root);
    UUID key = UUID.randomUUID();
    StoredContent stored = store.write(key, content(), TEXT.length);
    assertThat(stored.size()).isEqualTo(6);
    assertThat(stored.sha256())
        .isEqualTo("33769aca792e8af2ca7d7bc23c51795079d4486417236a545c088ca15d93afbd");
    try (InputStream out = store.open(key)) {
      assertThat(out.readAllBytes()).isEqualTo(TEXT);
    }
  }

  @Test
  void whatIsTooLongLeavesNothing() throws IOException {
    ContentStore store = new ContentStore(root);
    assertThatThrownBy(() -> store.write(UUID.randomUUID(), content(), TEXT.length - 1))
        .isInstanceOf(ContentTooLong.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void aStreamThatBreaksOffLeavesNothing() throws IOException {
    InputStream breaking =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given++ > 100_000) {
              throw new IOException("the line broke");
            }
            return 'x';
          }
        };
    ContentStore store = new ContentStore(root);
    assertThatThrownBy(() -> store.write(UUID.randomUUID(), breaking, 1_000_000))
        .isInstanceOf(ContentBrokenOff.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void whatIsDeletedIsGoneWithItsPreviews() throws IOException {
    ContentStore store = new ContentStore(root);
    UUID key = UUID.randomUUID();
    store.write(key, content(), TEXT.length);
    Files.write(store.preview(key, "small"), TEXT);
    store.delete(key);
    store.delete(key);
    assertThat(files()).isEmpty();
  }

  @Test
  void contentIsSweptOnceDueAndByOneServerOnly() {
    Jdbi jdbi = Reads.over(TestDatabase.empty());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    UUID due = UUID.randomUUID();
    jdbi.useHandle(handle -> ContentSweep.claim(handle, due, now));
    jdbi.useHandle(handle -> ContentSweep.claim(handle, UUID.randomUUID(), now.plusSeconds(1)));
    try (Handle one = jdbi.open();
        Handle other = jdbi.open()) {
      one.begin();
      assertThat(ContentSweep.due(one, now, 10)).containsExactly(due);
      other.begin();
      assertThat(ContentSweep.due(other, now, 10)).isEmpty();
      other.rollback();
      one.rollback();
    }
    assertThat(jdbi.<Boolean, RuntimeException>withHandle(h -> ContentSweep.settle(h, due)))
        .isTrue();
    assertThat(jdbi.<Boolean, RuntimeException>withHandle(h -> ContentSweep.settle(h, due)))
        .isFalse();
  }

  @Test
  void erasingDemandsDeletesTheirDocumentsAndClaimsTheirContent() {
    Jdbi jdbi = Reads.over(TestDatabase.demonstration());
    long[] demand = new long[1];
    int had =
        jdbi.withHandle(
            handle -> {
              demand[0] =
                  handle
                      .createQuery("select min(demand_id) from supporting_document")
                      .mapTo(Long.class)
                      .one();
              return handle
                  .createQuery("select count(*) from supporting_document where demand_id = :id")
                  .bind("id", demand[0])
                  .mapTo(Integer.class)
                  .one();
            });
    jdbi.useTransaction(
        handle -> {
          assertThat(ContentSweep.eraseAllOf(handle, List.of(demand[0])))
              .isEqualTo(had)
              .isPositive();
          assertThat(
                  handle
                      .createQuery("select count(*) from content_to_sweep")
                      .mapTo(Integer.class)
                      .one())
              .isEqualTo(had);
          handle.rollback();
        });
  }
}
