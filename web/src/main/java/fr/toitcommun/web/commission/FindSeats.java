package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSeats;
import fr.toitcommun.persistence.commission.SeatRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The votes from afar that a member is convened to. */
@Named
@RequestScoped
public class FindSeats {
  @Inject private CommissionSeats seats;

  private List<SeatRow> rows;

  /** Reads them. */
  public void load() {
    rows = seats.mine();
  }

  public List<SeatRow> getRows() {
    return rows;
  }
}
