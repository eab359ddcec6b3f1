package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.persistence.allocation.ProposalFilter;
import fr.toitcommun.persistence.allocation.ProposalPage;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The landlord's proposals, by where they stand. */
@Named
@ViewScoped
public class FollowProposals implements Serializable {
  private static final int ROWS = 25;

  @Inject private Proposals proposals;

  private ProposalFilter filter;
  private Long number;
  private ProposalPage page;

  /** Reads the part asked for. */
  public void load() {
    page = proposals.list(getFilter(), (Pages.first(number) - 1) * ROWS, ROWS);
  }

  /** What lists there are. */
  public List<ProposalFilter> getFilters() {
    return List.of(ProposalFilter.values());
  }

  public ProposalPage getPage() {
    return page;
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, page.total());
  }

  public ProposalFilter getFilter() {
    return filter == null ? ProposalFilter.UNDER_WAY : filter;
  }

  public void setFilter(ProposalFilter filter) {
    this.filter = filter;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
