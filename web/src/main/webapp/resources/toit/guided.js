/* Guided entry of a demand: the keyboard goes through the steps as one reads the paper form, and what is typed is kept in passing. */
(function () {
  'use strict';

  var IDLE = 1500;
  /* A little less than a session lasts without a request: what is sent later would meet the login page. */
  var SESSION = 29 * 60 * 1000;
  var FIELDS = 'input:not([type=hidden]), select, textarea';

  var form = document.querySelector('form.guided');
  if (!form) {
    return;
  }
  var layout = form.querySelector('[data-address]');
  var timer = null;
  var keeping = null;
  var dirty = false;
  var leaving = false;
  var contact = Date.now();

  function step() {
    return form.querySelector('[id^="step_"]');
  }

  function seen(element) {
    return !element.disabled && element.getClientRects().length > 0 && !element.closest('details:not([open])');
  }

  /* The fields of this step in the order of the paper; of a group of radio buttons the one that the keyboard reaches. */
  function fields() {
    return Array.prototype.filter.call(step().querySelectorAll(FIELDS), function (field) {
      if (!seen(field)) {
        return false;
      }
      if (field.type !== 'radio') {
        return true;
      }
      var group = Array.prototype.slice.call(form.querySelectorAll('input[type=radio][name="' + CSS.escape(field.name) + '"]'));
      return field === (group.filter(function (one) { return one.checked; })[0] || group[0]);
    });
  }

  function press(ids) {
    for (var i = 0; i < ids.length; i++) {
      var button = document.getElementById(ids[i]);
      if (button) {
        button.click();
        return;
      }
    }
  }

  function forward() {
    press(['next', 'confirm', 'save_below']);
  }

  function onward(from) {
    var all = fields();
    var at = all.indexOf(from);
    if (at < 0 && from.type === 'radio') {
      at = all.findIndex(function (field) { return field.name === from.name; });
    }
    if (at === all.length - 1) {
      forward();
    } else {
      all[at + 1].focus();
      if (all[at + 1].select) {
        all[at + 1].select();
      }
    }
  }

  function add(from) {
    var area = [from.closest('.lines'), from.closest('.sub'), from.closest('.card')].filter(function (one) {
      return one && one.querySelector('.adds');
    })[0];
    if (area) {
      var buttons = area.querySelectorAll('.adds');
      buttons[buttons.length - 1].click();
    }
  }

  function reorder(from, way) {
    var place = from.closest('.ranked > li');
    var button = place && place.querySelector('[id^="location_' + way + '_"]');
    if (button && !button.disabled) {
      button.click();
    }
  }

  /* Whether Enter belongs to the list of choices under this input. */
  function choosing(input) {
    var list = document.getElementById(input.id.replace(/_input$/, '_panel'));
    return list && list.getClientRects().length > 0 && list.querySelector('.ui-autocomplete-item');
  }

  function key(event) {
    if (event.ctrlKey && event.key === 'Enter') {
      forward();
    } else if (event.altKey && event.key === 'ArrowRight') {
      forward();
    } else if (event.altKey && event.key === 'ArrowLeft') {
      press(['back']);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && event.target.closest('.ranked')) {
      reorder(event.target, event.key === 'ArrowUp' ? 'up' : 'down');
    } else if (event.key === 'Insert') {
      add(event.target);
    } else if (event.key === 'Enter' && !event.altKey && event.target.matches(FIELDS) && !event.target.matches('textarea, [type=submit]')) {
      if (event.target.matches('.ui-autocomplete-input') && choosing(event.target)) {
        return;
      }
      if (event.target.id !== 'sought_add_input' || !event.target.value) {
        onward(event.target);
      }
    } else {
      return;
    }
    event.preventDefault();
  }

  function later() {
    dirty = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, IDLE);
  }

  /* Sends the step as it is, to be kept as a draft; what is half typed and cannot be read yet is left out there. */
  function keep() {
    if (leaving) {
      return;
    }
    if (keeping) {
      later();
      return;
    }
    window.clearTimeout(timer);
    if (Date.now() - contact > SESSION) {
      lost();
      return;
    }
    dirty = false;
    var data = new URLSearchParams(new FormData(form));
    data.set('keep', 'keep');
    data.set('jakarta.faces.partial.ajax', 'true');
    data.set('jakarta.faces.source', 'keep');
    data.set('jakarta.faces.partial.event', 'click');
    data.set('jakarta.faces.partial.execute', 'form');
    keeping = fetch(form.action, {method: 'POST', body: data, keepalive: true, headers: {'Faces-Request': 'partial/ajax'}})
      .then(function (answer) { return answer.text(); })
      .then(told, lost)
      .finally(function () { keeping = null; });
  }

  function told(text) {
    var said = new DOMParser().parseFromString(text, 'text/xml').querySelector('extension[type="args"]');
    var kept = said ? JSON.parse(said.textContent) : {};
    if (!kept.address) {
      lost();
      return;
    }
    contact = Date.now();
    document.getElementById('kept').textContent = kept.kept;
    document.getElementById('lost').hidden = true;
    here(kept.address);
  }

  function lost() {
    dirty = true;
    document.getElementById('lost').hidden = false;
  }

  /* The address names draft and step, so that a reload, the way back and a bookmark find them. */
  function here(address) {
    layout.dataset.address = address;
    form.querySelector('input[name=resume]').value = address;
    document.getElementById('lost_resume').href = address;
    if (location.pathname.slice(1) + location.search !== address) {
      history.replaceState(null, '', address + location.hash);
    }
    var language = document.querySelector('a.language');
    language.href = address + '&lang=' + language.hreflang;
  }

  function focus(element) {
    if (element) {
      element.focus();
      element.scrollIntoView({block: 'center'});
    }
    return element;
  }

  function wrong() {
    var marked = step().querySelector('[aria-invalid="true"]');
    if (marked) {
      return marked;
    }
    var said = Array.prototype.filter.call(step().querySelectorAll('.fault'), function (fault) { return fault.textContent.trim(); })[0];
    return said && (said.closest('.field, .places') || step()).querySelector(FIELDS);
  }

  /* What seldom applies is folded, unless it says something, is wrong, or is where one wants to go. */
  function unfold() {
    var asked = location.hash && document.getElementById(location.hash.slice(1));
    step().querySelectorAll('details:not([open])').forEach(function (folded) {
      var said = Array.prototype.some.call(folded.querySelectorAll(FIELDS), function (field) {
        return field.type === 'checkbox' ? field.checked : field.value;
      });
      var wrong = Array.prototype.some.call(folded.querySelectorAll('.fault'), function (fault) { return fault.textContent.trim(); });
      folded.open = Boolean(said || wrong || asked && folded.contains(asked));
    });
  }

  function arrive() {
    here(layout.dataset.address);
    unfold();
    var current = layout.querySelector('.steps .current');
    current.parentNode.scrollLeft = current.offsetLeft - current.parentNode.offsetLeft;
    var asked = location.hash && document.getElementById(location.hash.slice(1));
    if (asked) {
      focus(asked.matches(FIELDS) ? asked : asked.querySelector(FIELDS) || asked);
      return;
    }
    var first = document.getElementById('conflict') ||
      (document.getElementById('confirm') && document.getElementById('duplicates_card')) ||
      wrong() || document.querySelector('#recap_faults a');
    if (focus(first)) {
      return;
    }
    var start = fields()[0] || step().querySelector('.adds') || document.getElementById('save_below');
    start.focus({preventScroll: true});
  }

  form.addEventListener('keydown', key, true);
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', later);
  }
  form.addEventListener('submit', function (event) {
    if (keeping) {
      /* Two requests on one page at a time would get in each other's way. */
      var button = event.submitter;
      event.preventDefault();
      keeping.finally(function () { form.requestSubmit(button); });
      return;
    }
    leaving = true;
    window.clearTimeout(timer);
  });
  window.addEventListener('beforeunload', function (event) {
    if (dirty && !leaving) {
      keep();
      event.preventDefault();
    }
  });
  window.addEventListener('pageshow', function () { leaving = false; });
  arrive();
})();
