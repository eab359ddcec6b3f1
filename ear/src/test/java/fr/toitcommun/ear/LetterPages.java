package fr.toitcommun.ear;

import com.microsoft.playwright.Page;

/** Letters as people at a desk and the manager deal with them in a browser. */
final class LetterPages {
  private LetterPages() {}

  /** A desk writes to an applicant that no answer came. */
  static void askForNotice(Page desk, String demand) {
    desk.navigate(Browser.address("/demand.xhtml?number=" + demand));
    desk.locator("[data-opens=letter-dialog]").click();
    desk.selectOption("#letter_kind", "UNREACHABLE_NOTICE");
    desk.click("#letter_ask");
    desk.locator(".notice.good").waitFor();
  }

  /**
   * The manager makes a batch.
   *
   * @return its identity
   */
  static long batch(Page manager, String kind, String departement) {
    manager.navigate(Browser.address("/letters.xhtml"));
    manager.selectOption("#batch_kind", kind);
    manager.selectOption("#batch_departement", departement);
    manager.click("#make");
    manager.waitForURL(url -> url.contains("batch.xhtml"));
    return Long.parseLong(manager.url().replaceAll(".*[?&]id=", ""));
  }
}
