package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;

/** What every page must be, whatever it shows: without barrier, in words, and inside its window. */
final class Accessibility {
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  /** A key without text, an argument that nothing replaced, a code in the place of its label. */
  private static final String NO_TEXT = "(?s).*(\\?\\?\\?|\\{\\d|\\b[A-Z]{2,}_[A-Z_]*[A-Z]\\b).*";

  private Accessibility() {}

  /** WCAG 2.1 AA by axe, and nothing but texts to read. */
  static void check(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    // Every rule on every node; to describe each node that is right would take as long again.
    options.setResultTypes(List.of("violations"));
    // Without frames of others there is no need to gather results in a window of its own.
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(options).withTags(RULES);
    assertThat(axe.analyze().getViolations())
        .as(page.url())
        .extracting(violation -> violation.getId() + " " + violation.getNodes().get(0).getHtml())
        .isEmpty();
    assertThat(page.locator("body").innerText()).as(page.url()).doesNotMatch(NO_TEXT);
  }

  /** The same on a desk's screen and on a phone, where nothing runs out of the page. */
  static void everywhere(Page page) {
    check(page);
    onAPhone(page);
  }

  /** What is open, as wide as a phone: nothing runs out of it, and it passes the same check. */
  static void onAPhone(Page page) {
    ViewportSize desk = page.viewportSize();
    page.setViewportSize(Browser.PHONE_WIDTH, Browser.PHONE_HEIGHT);
    nothingRunsOut(page);
    check(page);
    page.setViewportSize(desk.width, desk.height);
  }

  /** Nobody must scroll sideways. */
  static void nothingRunsOut(Page page) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).as(page.url()).isLessThanOrEqualTo(0);
  }
}
