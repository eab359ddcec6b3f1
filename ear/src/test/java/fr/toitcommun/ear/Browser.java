package fr.toitcommun.ear;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium on the running application. Each page is a person of their own: nothing is
 * shared between two.
 *
 * <pre>{@code
 * try (Browser browser = Browser.start()) {
 *   Page page = browser.signedIn("guichet.nantes");
 *   page.navigate(Browser.address("/home.xhtml"));
 * }
 * }</pre>
 */
public final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int WIDE = 1280;

  /** Pixels across a phone. */
  static final int PHONE_WIDTH = 390;

  /** Pixels down a phone. */
  static final int PHONE_HEIGHT = 844;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /**
   * Starts the browser, without a window.
   *
   * @throws IllegalStateException saying how to install it, if it is not there
   */
  public static Browser start() {
    if (!Files.isExecutable(CHROMIUM)) {
      throw new IllegalStateException("Chromium is missing: apt-get install -y chromium");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    com.microsoft.playwright.Browser chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Browser(playwright, chromium);
  }

  /** Where the application under test answers. */
  public static String address(String path) {
    return "http://localhost:" + Integer.getInteger("test.http.port") + path;
  }

  /** A page on a desk's screen, nobody signed in. */
  public Page page() {
    return page(WIDE, 900);
  }

  /** A page on a phone, nobody signed in. */
  public Page phone() {
    return page(PHONE_WIDTH, PHONE_HEIGHT);
  }

  private Page page(int width, int height) {
    BrowserContext person =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setViewportSize(width, height));
    return person.newPage();
  }

  /** A page on a desk's screen, signed in with a demonstration account and at its home page. */
  public Page signedIn(String login) {
    return signIn(page(), login);
  }

  /** Signs in on a page with a demonstration account, through the form as a person does. */
  public static Page signIn(Page page, String login) {
    page.navigate(address("/home.xhtml"));
    page.locator("input[name=j_username]").fill(login);
    page.locator("input[name=j_password]").fill(AsAgent.PASSWORD);
    page.locator("input[name=j_password]").press("Enter");
    page.waitForURL(url -> !url.contains("login") && !url.contains("j_security_check"));
    return page;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
