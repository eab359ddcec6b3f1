/* The counters of the observatory count themselves anew while somebody looks at them; a page left alone lets its session end. */
"use strict";
(() => {
  const EVERY = 30_000;
  const LOOKED_AT = 15 * 60_000;
  let last = Date.now();
  for (const sign of ["pointermove", "keydown", "scroll"]) {
    addEventListener(sign, () => { last = Date.now(); }, { passive: true });
  }
  setInterval(() => {
    if (document.visibilityState === "visible" && Date.now() - last < LOOKED_AT && typeof countAgain === "function") {
      countAgain();
    }
  }, EVERY);
})();
