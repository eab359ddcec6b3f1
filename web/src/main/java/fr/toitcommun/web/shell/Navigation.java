package fr.toitcommun.web.shell;

import fr.toitcommun.persistence.partner.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * The way through the application: sections, and the pages of the section one is in. Who may not
 * open a page is not shown it; the boundary behind it refuses anyway.
 */
@Named
@RequestScoped
public class Navigation {
  private static final List<Section> ALL =
      List.of(
          new Section("home", List.of(new Entry("home"))),
          new Section("register", List.of(new Entry("register", Right.REGISTER))),
          new Section(
              "find",
              List.of(
                  new Entry("find", Right.CONSULT),
                  new Entry("duplicates", Right.REGISTER),
                  new Entry("labels", Right.CERTIFY))),
          new Section(
              "dwellings",
              List.of(
                  new Entry("vacancies", Right.MATCH),
                  new Entry("designations", Right.DESIGNATE),
                  new Entry("searches", Right.MATCH),
                  new Entry("stock", Right.PROPOSE),
                  new Entry("agreements", Right.PROPOSE, Right.DESIGNATE, Right.ADMINISTER))),
          new Section("proposals", List.of(new Entry("proposals", Right.PROPOSE))),
          new Section(
              "sessions",
              List.of(
                  new Entry("sessions", Right.DECIDE),
                  new Entry("session-month", Right.DECIDE),
                  new Entry("seats", Right.SIT),
                  new Entry("commission-report", Right.DECIDE))),
          new Section(
              "following",
              List.of(
                  new Entry("commitments", Right.OBSERVE), new Entry("efforts", Right.OBSERVE))),
          new Section(
              "observatory",
              List.of(
                  new Entry("observatory", Right.OBSERVE),
                  new Entry("tables", Right.OBSERVE),
                  new Entry("query", Right.OBSERVE),
                  new Entry("map", Right.OBSERVE),
                  new Entry("reports", Right.OBSERVE),
                  new Entry("extracts", Right.OBSERVE),
                  new Entry("quality", Right.OBSERVE),
                  new Entry("indicators", Right.OBSERVE),
                  new Entry("shapes", Right.ADMINISTER))),
          new Section(
              "management",
              List.of(
                  new Entry("letters", Right.ADMINISTER),
                  new Entry("jobs", Right.ADMINISTER),
                  new Entry("leases", Right.ADMINISTER))),
          new Section(
              "rules",
              List.of(
                  new Entry("grids", Right.ADMINISTER),
                  new Entry("size-grid", Right.ADMINISTER),
                  new Entry("thresholds", Right.ADMINISTER),
                  new Entry("collective", Right.ADMINISTER),
                  new Entry("districts", Right.ADMINISTER))));

  @Inject private Me me;

  /**
   * A section: its link leads to its first page.
   *
   * @param name its text is {@code nav.section.} and this name
   */
  public record Section(String name, List<Entry> entries) {
    /** Whether a page belongs here. */
    public boolean holds(String page) {
      return entries.stream().anyMatch(entry -> entry.page().equals(page));
    }
  }

  /**
   * A page.
   *
   * @param page its name: {@code page.xhtml}, its text {@code nav.page}
   * @param rights any of them opens it; none: everyone signed in may
   */
  public record Entry(String page, List<String> rights) {
    private Entry(String page, String... rights) {
      this(page, List.of(rights));
    }
  }

  /** The sections that this agent may enter. */
  public List<Section> getSections() {
    return ALL.stream()
        .map(section -> new Section(section.name(), allowed(section.entries())))
        .filter(section -> !section.entries().isEmpty())
        .toList();
  }

  /**
   * The pages of the section that a page belongs to; none where there is no choice.
   *
   * @param page the page's name, or null for a page outside all sections
   */
  public List<Entry> beside(String page) {
    return getSections().stream()
        .filter(section -> section.holds(page) && section.entries().size() > 1)
        .findFirst()
        .map(Section::entries)
        .orElse(List.of());
  }

  private List<Entry> allowed(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.rights().isEmpty() || entry.rights().stream().anyMatch(me::may))
        .toList();
  }
}
