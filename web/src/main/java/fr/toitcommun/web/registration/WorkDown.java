package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.DeskWork;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.registration.work.WorkList;
import fr.toitcommun.persistence.registration.work.WorkPage;
import fr.toitcommun.persistence.registration.work.WorkRow;
import fr.toitcommun.web.shell.News;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** A list of demands that await the desk: shown in parts, or worked down one after the other. */
@Named
@RequestScoped
public class WorkDown {
  private static final int ROWS = 25;
  private static final String PAGE = "work.xhtml?list=";

  @Inject private DeskWork work;
  @Inject private WorkInHand inHand;
  @Inject private News news;

  private WorkList list = WorkList.TO_COMPLETE;
  private String after;
  private String next;
  private WorkPage page;

  /** Reads a part of the list, or goes on to the demand after a place. */
  public String load() {
    if (next != null) {
      return next();
    }
    page = work.list(list, place(after), ROWS);
    return null;
  }

  private String next() {
    List<WorkRow> rows = work.list(list, place(next), 1).rows();
    if (rows.isEmpty()) {
      return news.at("work.endOfList", "/" + PAGE + list + "&faces-redirect=true");
    }
    WorkRow row = rows.get(0);
    take(row);
    return "/demand.xhtml?faces-redirect=true&number=" + row.uniqueNumber();
  }

  private void take(WorkRow row) {
    inHand.take(
        row.uniqueNumber(),
        list.name().toLowerCase(Locale.ROOT),
        PAGE + list,
        PAGE + list + "&next=" + row.place().written());
  }

  /** A place that a link states; anything else is the beginning. */
  private static DueCursor place(String written) {
    try {
      return written == null || written.isEmpty() ? null : DueCursor.read(written);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The way on from a demand; null when it was not taken from a list. */
  public WorkInHand.Way from(String number) {
    return inHand.of(number);
  }

  /** Address of a demand of this list: opening it takes it from there. */
  public String address(WorkList of, WorkRow row) {
    return PAGE
        + of
        + "&next="
        + new DueCursor(
                row.place().departementCode(), row.place().day(), row.place().demandId() - 1)
            .written();
  }

  /** The part shown. */
  public WorkPage getPage() {
    return page;
  }

  /** Where the list goes on; null at its end. */
  public String getFollowing() {
    List<WorkRow> rows = page.rows();
    return rows.size() < ROWS ? null : rows.get(rows.size() - 1).place().written();
  }

  public WorkList getList() {
    return list;
  }

  public void setList(WorkList list) {
    this.list = list;
  }

  /** The place after which the part shown begins; null: the beginning. */
  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }

  /** The place after which to go on at once with the next demand; null: the list is shown. */
  public String getNext() {
    return next;
  }

  public void setNext(String next) {
    this.next = next;
  }
}
