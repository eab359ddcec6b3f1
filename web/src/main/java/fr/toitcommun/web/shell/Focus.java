package fr.toitcommun.web.shell;

import org.primefaces.PrimeFaces;

/** Where the keyboard goes on after a part of the page was updated. */
public final class Focus {
  private Focus() {}

  /**
   * Goes on in this field. Lines come and go while the page is updated: where it is, is known to
   * the browser only then.
   *
   * @param field identity of the component on the page
   */
  public static void on(String field) {
    PrimeFaces.current().executeScript("toit.focus('" + field + "')");
  }
}
