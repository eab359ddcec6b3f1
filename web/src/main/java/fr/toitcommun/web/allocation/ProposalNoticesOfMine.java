package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.persistence.allocation.ProposalNotice;
import fr.toitcommun.persistence.allocation.ProposalNotices;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What became of the landlord's proposals without it, until seen. */
@Named("proposalNotices")
@ViewScoped
public class ProposalNoticesOfMine implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FEW = 5;

  @Inject private Proposals proposals;
  @Inject private Me me;

  private ProposalNotices.Page page;

  /** Reads them. */
  @PostConstruct
  void load() {
    page = me.may(Right.PROPOSE) ? proposals.notices() : new ProposalNotices.Page(List.of(), 0);
  }

  /** The agent has seen them. */
  public void markSeen() {
    proposals.markSeen(page.latest());
    Done.go("/proposals.xhtml", "notices.marked");
  }

  public ProposalNotices.Page getPage() {
    return page;
  }

  /** What is new, or the latest few. */
  public List<ProposalNotice> getShown() {
    return page.rows().subList(0, (int) Math.min(page.rows().size(), Math.max(FEW, page.fresh())));
  }
}
