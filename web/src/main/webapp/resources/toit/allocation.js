/* Candidates: the button says how many are ticked; a confirmation that has just come is read first. Nothing here is needed to propose. */
(function () {
  'use strict';

  function count() {
    var button = document.getElementById('confirm');
    if (!button) {
      return;
    }
    var ticked = document.querySelectorAll('.al-pick:checked').length;
    var text = ticked === 0 ? button.dataset.none : ticked === 1 ? button.dataset.one : button.dataset.many.replace('{0}', String(ticked));
    button.value = text;
  }

  document.addEventListener('change', function (event) {
    if (event.target.closest('.al-pick') || event.target.classList.contains('al-pick')) {
      count();
    }
  });

  function start() {
    count();
    var fresh = document.querySelector('[data-focus="true"]');
    if (fresh) {
      fresh.focus();
      fresh.scrollIntoView({block: 'center'});
    }
  }
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
