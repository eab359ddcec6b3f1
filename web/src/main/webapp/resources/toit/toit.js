/* What pages do beyond links and forms: dialogs, the way to a fault, a guard over what is typed. No page needs it to save.
   The guided entry of a demand has more in guided.js. */
(function () {
  'use strict';

  var typed = false;
  var leaving = false;

  function focusField(id) {
    var field = document.getElementById(id);
    if (!field) {
      return false;
    }
    var dialog = field.closest('dialog:not([open])');
    if (dialog) {
      show(dialog);
    }
    var inside = field.matches('input, select, textarea, button, a[href]') ? field : field.querySelector('input:not([type=hidden]), select, textarea, button');
    (inside || field).focus();
    return true;
  }

  /* A dialog gives the keyboard back to what had it: where a page comes with its dialog open, to the button that opens it. */
  function show(dialog) {
    var opener = document.querySelector('[data-opens="' + dialog.id + '"]');
    if (opener) {
      opener.focus();
    }
    dialog.showModal();
  }

  document.addEventListener('click', function (event) {
    var opener = event.target.closest('[data-opens]');
    if (opener) {
      show(document.getElementById(opener.dataset.opens));
      return;
    }
    var closer = event.target.closest('[data-closes]');
    if (closer) {
      document.getElementById(closer.dataset.closes).close();
      return;
    }
    var toFault = event.target.closest('#faults a[href^="#"]');
    if (toFault && focusField(toFault.hash.slice(1))) {
      event.preventDefault();
    }
  });

  document.addEventListener('keydown', function (event) {
    // Enter chooses from the list; before the list is there it must not save the whole form.
    if (event.key === 'Enter' && event.target.matches('.ui-autocomplete-input')) {
      event.preventDefault();
    }
  });

  document.addEventListener('input', function (event) {
    if (event.target.closest('form.guard')) {
      typed = true;
    }
  });

  /* What a row's button asks for opens in a window of its own; the row says that it is done, and the keyboard goes on to the next. */
  function workedDown(event) {
    var done = event.submitter;
    window.setTimeout(function () {
      var rest = Array.prototype.slice.call(event.target.querySelectorAll('input[type=submit]'));
      var next = rest[rest.indexOf(done) + 1];
      var word = document.createElement('span');
      word.className = 'tag good';
      word.setAttribute('role', 'status');
      word.textContent = event.target.dataset.worksDown;
      done.replaceWith(word);
      if (next) {
        next.focus();
      }
    });
  }

  document.addEventListener('submit', function (event) {
    if (event.defaultPrevented) {
      return;
    }
    if (event.target.dataset.sent) {
      // The second click of a double click.
      event.preventDefault();
      return;
    }
    if (event.target.dataset.worksDown) {
      workedDown(event);
      return;
    }
    if (event.submitter && event.submitter.formTarget === '_blank') {
      // What a window of its own shows leaves this page as it is.
      return;
    }
    leaving = true;
    if (event.target.method === 'post') {
      event.target.dataset.sent = 'true';
    }
  });

  window.addEventListener('beforeunload', function (event) {
    if (typed && !leaving) {
      event.preventDefault();
    }
  });

  window.addEventListener('pageshow', function () {
    leaving = false;
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
    });
  });

  function arrive() {
    var open = document.querySelector('dialog[data-open="true"]');
    if (open) {
      show(open);
      var wrong = open.querySelector('[aria-invalid="true"]');
      if (wrong) {
        wrong.focus();
      }
      return;
    }
    var first = document.getElementById('faults');
    if (first) {
      typed = true;
      first.focus();
      first.scrollIntoView({block: 'center'});
    }
  }

  /* For acts that change the page: said before PrimeFaces looks for the field that had the keyboard, which then leaves it alone. */
  window.toit = {
    focus: function (id) {
      if (window.PrimeFaces) {
        PrimeFaces.customFocus = true;
      }
      focusField(id);
    }
  };

  /* A name that PrimeFaces has in English only. */
  function translate() {
    var french = window.PrimeFaces && PrimeFaces.locales && PrimeFaces.locales.fr;
    if (french) {
      french.aria = Object.assign({}, french.aria, {listLabel: 'Liste des choix'});
    }
  }

  /* On a narrow screen, tables of lists are read row by row: every cell then bears the name of its column. What is shown as blocks is
     no table any more to those who listen, so its roles are said. */
  function name() {
    document.querySelectorAll('.table-scroll table').forEach(function (table) {
      var heads = Array.prototype.map.call(table.querySelectorAll('thead th'), function (head) {
        return head.querySelector('.unseen') ? '' : head.textContent.trim();
      });
      if (heads.length < 4 || !table.querySelector('tbody th')) {
        return;
      }
      table.classList.add('stacks');
      table.setAttribute('role', 'table');
      table.querySelectorAll('thead, tbody, tfoot').forEach(function (part) { part.setAttribute('role', 'rowgroup'); });
      table.querySelectorAll('thead th').forEach(function (head) { head.setAttribute('role', 'columnheader'); });
      table.querySelectorAll('tr').forEach(function (row) { row.setAttribute('role', 'row'); });
      table.querySelectorAll('tbody tr, tfoot tr').forEach(function (row) {
        Array.prototype.forEach.call(row.cells, function (cell, at) {
          cell.setAttribute('role', cell.tagName === 'TH' ? 'rowheader' : 'cell');
          if (cell.tagName === 'TD' && heads[at]) {
            cell.dataset.column = heads[at];
          }
        });
      });
    });
  }

  /* The page one is on is in sight, where the navigation is wider than the screen. */
  function showHere() {
    document.querySelectorAll('.main-nav ul, .al-tabs').forEach(function (bar) {
      var here = bar.querySelector('[aria-current="page"]');
      if (here && bar.scrollWidth > bar.clientWidth) {
        bar.scrollLeft = here.offsetLeft - bar.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
      }
    });
  }

  function start() {
    translate();
    name();
    // Parts of a page come anew while one looks at it.
    new MutationObserver(name).observe(document.querySelector('main'), {childList: true, subtree: true});
    showHere();
    if (!document.querySelector('form.guided')) {
      arrive();
    }
  }
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
