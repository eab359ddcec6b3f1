package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotAllowed;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.observatory.extract.Deliveries;
import fr.toitcommun.persistence.observatory.extract.Delivery;
import fr.toitcommun.persistence.observatory.extract.DeliveryPage;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.observatory.extract.Rhythm;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.PartnerName;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Extracts that come regularly into a partner's folder: set up by its own agents, or by the file's
 * manager for any partner. They keep to the scope of the partner that gets them.
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class ExtractDeliveries {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private ExtractSources sources;

  /**
   * Sets one up; the next night begins it.
   *
   * @param partnerId to whose folder; null: to that of the caller's own partner
   * @return its identity
   * @throws NotAllowed when it is for another partner and the caller does not manage the file, or
   *     of rows that caller or partner may not have
   * @throws NotInScope when there is no such partner
   * @throws RefusedInput naming what is wrong with it, or when the folder gets as many as may be
   */
  @Act
  public long set(NewExtract wanted, Rhythm rhythm, Long partnerId) {
    AgentProfile me = agent.profile();
    long to = partnerId == null ? me.partnerId() : partnerId;
    if (to != me.partnerId() && !me.rights().contains(Right.ADMINISTER)) {
      throw new NotAllowed("delivery to partner " + to);
    }
    Scope scope =
        new AgentReader(jdbi).scopeOf(to).orElseThrow(() -> new NotInScope("partner " + to));
    sources.check(wanted, scope);
    if (rhythm == null) {
      throw RefusedInput.at("rhythm", "REQUIRED");
    }
    if (!ExtractRights.allow(wanted.content(), me.rights(), scope)) {
      throw new NotAllowed("delivery " + wanted.content().kind() + " to partner " + to);
    }
    Deliveries deliveries = new Deliveries(jdbi);
    int most = references.current().value("DELIVERIES_EACH", LocalDate.now(clock));
    if (deliveries.load(to) >= most) {
      throw RefusedInput.because("DELIVERIES_FULL", most);
    }
    LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
    LocalDate first = rhythm == Rhythm.DAY ? tomorrow : rhythm.after(LocalDate.now(clock));
    long id = deliveries.add(wanted, to, me.id(), rhythm, first, clock.instant());
    agent.about(
        "delivery "
            + id
            + " to partner "
            + to
            + " each "
            + rhythm
            + " "
            + wanted.format()
            + " "
            + wanted.content().told());
    return id;
  }

  /**
   * Ends one; what was delivered stays until its own end.
   *
   * @throws NotInScope when it is neither to the caller's partner nor set up by them
   * @throws NotAllowed when {@link #mayEnd} says no
   */
  @Act
  public void end(long id) {
    AgentProfile me = agent.profile();
    Delivery delivery =
        new Deliveries(jdbi)
            .find(id)
            .filter(one -> one.partnerId() == me.partnerId() || one.agentId() == me.id())
            .orElseThrow(() -> new NotInScope("delivery " + id));
    if (!mayEnd(delivery)) {
      throw new NotAllowed("delivery " + id);
    }
    new Deliveries(jdbi).remove(delivery.id());
    agent.about("delivery " + id);
  }

  /** Whether the caller may end one: who set it up, or may take out what it delivers. */
  public boolean mayEnd(Delivery delivery) {
    return ExtractRights.mayEnd(delivery.agentId(), agent.profile());
  }

  /**
   * Those to the folder of the caller's partner, and then those they set up for others.
   *
   * @param limit at most {@value PageBounds#MOST_ROWS}
   */
  public DeliveryPage list(int offset, int limit) {
    AgentProfile me = agent.profile();
    return new Deliveries(jdbi)
        .of(me.id(), me.partnerId(), PageBounds.offset(offset), PageBounds.rows(limit));
  }

  /** The partners to whom something may be delivered. */
  @RolesAllowed(Right.ADMINISTER)
  public List<PartnerName> partners() {
    return PartnerName.all(jdbi);
  }
}
