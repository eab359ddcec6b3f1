package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.HandicapRows;
import fr.toitcommun.persistence.registration.dossier.ContentStore;
import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import fr.toitcommun.persistence.registration.dossier.Handover;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What the persons who go take along when a household separates: their documents and their part of
 * the handicap complement.
 */
@Dependent
class Belongings {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private ContentClaims claims;

  private final ContentStore store = ContentStore.configured();

  /**
   * What goes along.
   *
   * @param persons who each person was in the common demand, and is in the new one
   */
  record Packed(
      Map<Long, Long> persons, List<Handover.Paper> papers, List<HandicapPersonForm> complement) {}

  /**
   * Notes what goes along, as long as the persons are in the common demand.
   *
   * @param former identities in the common demand, in the order of the new one's persons
   * @param shared identities of those who stay in it, too
   */
  Packed pack(Demand common, Demand other, List<Long> former, Set<Long> shared) {
    Map<Long, Long> persons = new HashMap<>();
    List<Long> now = other.memberIds();
    for (int i = 0; i < former.size(); i++) {
      persons.put(former.get(i), now.get(i));
    }
    List<Long> going = former.stream().filter(one -> !shared.contains(one)).toList();
    return new Packed(
        persons,
        jdbi.withHandle(handle -> Handover.of(handle, common.id(), going, shared)),
        new HandicapRows(jdbi)
            .read(common.id()).getPersons().stream()
                .filter(one -> persons.containsKey(one.getPersonId()))
                .toList());
  }

  /**
   * Puts it into the new demand, once its persons are stored.
   *
   * @return whether there is a handicap complement among it
   */
  boolean unpack(Packed packed, Demand other) {
    jdbi.useHandle(
        handle -> {
          for (Handover.Paper paper : packed.papers()) {
            Long person = paper.person() == null ? null : packed.persons().get(paper.person());
            Handover.To to = new Handover.To(other.id(), other.deskId(), person);
            if (paper.stays()) {
              share(handle, paper, to);
            } else {
              Handover.give(handle, paper, to);
            }
          }
        });
    packed.complement().forEach(one -> one.setPersonId(packed.persons().get(one.getPersonId())));
    HandicapComplementForm complement = new HandicapComplementForm();
    complement.setPersons(packed.complement());
    if (!packed.complement().isEmpty()) {
      new HandicapRows(jdbi).replace(other.id(), complement, clock.instant(), agent.profile().id());
    }
    return !packed.complement().isEmpty();
  }

  /** Two demands never share a file: erasing one must be sure and not ask about the other. */
  private void share(Handle handle, Handover.Paper paper, Handover.To to) {
    UUID key = claims.next();
    try (InputStream content = store.open(paper.key())) {
      store.write(key, content, Long.MAX_VALUE);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
    Handover.share(handle, paper, to, key);
    if (!ContentSweep.settle(handle, key)) {
      throw new IllegalStateException("The content is no longer claimed");
    }
  }
}
