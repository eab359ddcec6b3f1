package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Drafts;
import fr.toitcommun.persistence.registration.draft.DemandDraft;
import fr.toitcommun.persistence.registration.draft.KeptDraft;
import fr.toitcommun.web.shell.News;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The draft of a demand being typed, as the database has it. */
@Dependent
public class EntryDraft implements Serializable {
  @Inject private Drafts drafts;
  @Inject private News news;

  private UUID id;
  private int revision;
  private Instant keptAt;

  /** The draft that the address names; empty when nothing was kept under that name. */
  Optional<DemandDraft> find(String name) {
    Optional<DemandDraft> found = read(name).map(drafts::open);
    id = found.map(DemandDraft::id).or(() -> read(name)).orElseGet(UUID::randomUUID);
    found.ifPresent(
        draft -> {
          revision = draft.revision();
          keptAt = draft.updatedAt();
        });
    return found;
  }

  private static Optional<UUID> read(String name) {
    return name != null && name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(name))
        : Optional.empty();
  }

  /** Whether anything was kept yet. */
  boolean begun() {
    return revision > 0;
  }

  /** Keeps what is typed; says so where another window types into the same draft. */
  void keep(TypedDemand typed, EntryStep step, Collection<EntryStep> seen) {
    KeptDraft kept =
        drafts.keep(
            new DemandDraft(
                id,
                typed.uniqueNumber(),
                typed.versionRead(),
                typed.formRead(),
                typed.wordOf(),
                typed.form(),
                step.name(),
                seen.stream().map(EntryStep::name).toList(),
                revision,
                null,
                null));
    id = kept.id();
    revision = kept.revision();
    keptAt = kept.at();
    if (kept.apart()) {
      news.tell("entry.apart");
    }
  }

  /** Identity of the draft. */
  public UUID getId() {
    return id;
  }

  /** When it was last kept; null: not yet. */
  public Instant getKeptAt() {
    return keptAt;
  }
}
