/* Files go one by one with a bar each, so that one that is refused keeps no other out; fields that a kind does not need are hidden. Without this script the form sends all at once and shows every field. */
(function () {
  'use strict';

  var form = document.getElementById('deposit_form');
  if (!form) {
    return;
  }
  var kind = document.getElementById('kind');
  var person = document.getElementById('person');

  function among(codes) {
    return (codes || '').split(' ').indexOf(kind.value) >= 0;
  }

  function suit() {
    var needs = {'tax-year': among(form.dataset.taxYear), issued: among(form.dataset.issued), expires: among(form.dataset.expires)};
    form.querySelectorAll('[data-for]').forEach(function (slot) {
      slot.hidden = !needs[slot.dataset.for];
    });
    person.setAttribute('aria-required', String(among(form.dataset.ofPersons)));
  }

  function line(file) {
    var row = document.createElement('div');
    var name = document.createElement('span');
    var bar = document.createElement('progress');
    name.textContent = file.name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    row.append(name, bar);
    document.getElementById('uploads').append(row);
    return {row: row, bar: bar};
  }

  function say(at, text) {
    var fault = document.createElement('span');
    fault.className = 'fault';
    fault.textContent = text;
    at.row.append(fault);
  }

  /* The page that answers holds what the next file must send back. */
  function takeOver(page) {
    var answered = page.getElementById('deposit_form');
    form.querySelectorAll('input[type=hidden]').forEach(function (mine) {
      var theirs = answered && Array.prototype.find.call(answered.elements, function (one) { return one.name === mine.name; });
      if (theirs) {
        mine.value = theirs.value;
      }
    });
  }

  function send(file, at) {
    return new Promise(function (done) {
      var body = new FormData(form);
      body.delete('file');
      body.append('file', file);
      body.append('deposit', 'deposit');
      var request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.responseType = 'document';
      request.upload.onprogress = function (event) {
        if (event.lengthComputable) {
          at.bar.value = event.loaded / event.total;
        }
      };
      request.onload = function () {
        var page = request.response;
        var faults = page && page.querySelectorAll('#faults li');
        if (request.status !== 200 || !page || !page.getElementById('deposit_form')) {
          say(at, form.dataset.failed);
          done(false);
          return;
        }
        takeOver(page);
        faults.forEach(function (fault) {
          say(at, fault.textContent.trim().replace(/\s+/g, ' '));
        });
        at.bar.value = faults.length ? 0 : 1;
        done(faults.length === 0);
      };
      request.onerror = function () {
        say(at, form.dataset.failed);
        done(false);
      };
      request.send(body);
    });
  }

  async function sendAll(files) {
    var sent = 0;
    document.getElementById('uploads').textContent = '';
    var lines = files.map(line);
    for (var i = 0; i < files.length; i++) {
      sent += await send(files[i], lines[i]) ? 1 : 0;
    }
    document.getElementById('file').value = '';
    if (sent === files.length) {
      window.location.href = form.dataset.done + sent;
      return;
    }
    if (sent) {
      var link = document.createElement('a');
      link.href = form.dataset.done + sent;
      link.textContent = form.dataset.show;
      document.getElementById('uploads').append(link);
    }
    document.getElementById('file').focus();
  }

  form.addEventListener('submit', function (event) {
    var files = Array.from(document.getElementById('file').files);
    if (files.length) {
      event.preventDefault();
      sendAll(files);
    }
  });
  kind.addEventListener('change', suit);
  suit();
})();
