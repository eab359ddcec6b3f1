/* The query form: what goes with the measure chosen, what matters to the axes chosen, long lists searched. Without it the page says the same after sending. */
(function () {
  'use strict';

  var LONG = 12;
  var form = document.getElementById('question');
  if (!form) {
    return;
  }
  var measure = document.getElementById('indicator');
  var period = document.getElementById('period');

  function fitting() {
    var chosen = measure.selectedOptions[0];
    var axes = chosen.dataset.axes.split(' ');
    document.getElementById('definition').textContent = chosen.dataset.definition;
    form.querySelectorAll('select.qy-axis option').forEach(function (option) {
      // What is chosen stays to be seen, and is said to be wrong.
      option.disabled = option.value !== '' && !option.selected && axes.indexOf(option.value) < 0;
      option.hidden = option.disabled;
    });
  }

  function places() {
    var matters = ['rows', 'columns'].some(function (id) {
      return ['MUNICIPALITY', 'EPCI'].indexOf(document.getElementById(id).value) >= 0;
    }) || document.getElementById('f_MUNICIPALITY') || document.getElementById('f_EPCI');
    var rules = document.getElementById('countings');
    rules.hidden = !matters;
    rules.disabled = !matters;
  }

  function days() {
    document.getElementById('days').hidden = period.value !== 'other';
  }

  function plain(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  }

  function searched(values) {
    var lines = Array.prototype.slice.call(values.querySelectorAll('li'));
    if (lines.length <= LONG) {
      return;
    }
    var field = document.createElement('input');
    field.type = 'search';
    field.setAttribute('aria-label', values.dataset.find);
    field.placeholder = values.dataset.find;
    field.addEventListener('input', function () {
      var wanted = plain(field.value);
      lines.forEach(function (line) {
        line.hidden = plain(line.textContent).indexOf(wanted) < 0;
      });
    });
    field.addEventListener('keydown', function (event) {
      // Enter would send the question while one still looks for a value.
      if (event.key === 'Enter') {
        event.preventDefault();
      }
    });
    values.insertBefore(field, values.firstChild);
  }

  form.querySelectorAll('.qy-values').forEach(searched);
  measure.addEventListener('change', fitting);
  period.addEventListener('change', days);
  form.addEventListener('change', places);
  fitting();
  places();
  days();
  var fresh = form.querySelector('[data-fresh] summary');
  var faults = document.getElementById('faults-of-question');
  if (faults) {
    faults.focus();
  } else if (fresh) {
    fresh.focus();
  }
})();
