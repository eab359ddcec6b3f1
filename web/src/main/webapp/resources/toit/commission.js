/* Commissions: an agenda moved by pointer or keyboard, the keys of the live session, the screen that follows it.
   Without it the arrows of an agenda, the links of a session and a reload do the same. */
(function () {
  'use strict';

  var lifted = null;

  function live(text) {
    var region = document.getElementById('agenda_live');
    if (region) {
      region.textContent = text;
    }
  }

  function words(key, values) {
    var text = document.getElementById('agenda_live').dataset[key];
    return values.reduce(function (so, value, at) { return so.replace('{' + at + '}', value); }, text);
  }

  function siblings(row) {
    return Array.prototype.filter.call(row.parentNode.children, function (one) { return one.hasAttribute('data-place'); });
  }

  function place(row) {
    return siblings(row).indexOf(row);
  }

  function rowOf(grip) {
    return grip.closest('[data-place]');
  }

  function lift(grip) {
    var row = rowOf(grip);
    lifted = {grip: grip, row: row, from: place(row), next: row.nextSibling};
    row.classList.add('co-lifted');
    grip.setAttribute('aria-pressed', 'true');
    live(words('lifted', [grip.dataset.name, place(row) + 1, siblings(row).length]));
  }

  function shift(by) {
    var all = siblings(lifted.row);
    var to = place(lifted.row) + by;
    if (to < 0 || to >= all.length) {
      return;
    }
    lifted.row.parentNode.insertBefore(lifted.row, by < 0 ? all[to] : all[to].nextSibling);
    lifted.grip.focus();
    live(words('moved', [lifted.grip.dataset.name, to + 1, all.length]));
  }

  function putDown() {
    var was = lifted;
    was.row.classList.remove('co-lifted');
    was.grip.setAttribute('aria-pressed', 'false');
    lifted = null;
    return was;
  }

  function cancel() {
    var was = putDown();
    was.row.parentNode.insertBefore(was.row, was.next);
    was.grip.focus();
    live(words('cancelled', [was.grip.dataset.name]));
  }

  function drop() {
    var was = putDown();
    var by = place(was.row) - was.from;
    if (by === 0) {
      live(words('cancelled', [was.grip.dataset.name]));
      return;
    }
    document.getElementById('moved_item').value = was.grip.dataset.item;
    document.getElementById('moved_candidate').value = was.grip.dataset.candidate || '';
    document.getElementById('moved_by').value = String(by);
    try {
      sessionStorage.setItem('toit.moved', was.grip.dataset.candidate || 'item' + was.grip.dataset.item);
    } catch (full) {
      // The keyboard only loses its place.
    }
    document.getElementById('moved_drop').click();
  }

  document.addEventListener('keydown', function (event) {
    var grip = event.target.closest ? event.target.closest('.co-grip') : null;
    if (grip) {
      if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        if (lifted) {
          drop();
        } else {
          lift(grip);
        }
      } else if (lifted && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        shift(event.key === 'ArrowUp' ? -1 : 1);
      } else if (lifted && (event.key === 'Escape' || event.key === 'Tab')) {
        event.preventDefault();
        cancel();
      }
      return;
    }
    var stage = document.querySelector('.co-live');
    if (!stage || event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input, select, textarea')) {
      return;
    }
    var target = document.querySelector('[data-key="' + event.key + '"]');
    if (target) {
      event.preventDefault();
      target.click();
    }
  });

  document.addEventListener('pointerdown', function (event) {
    var grip = event.target.closest('.co-grip');
    if (!grip || event.button !== 0 || lifted) {
      return;
    }
    // No text is marked on the way.
    event.preventDefault();
    lift(grip);
    var over = function (move) {
      if (!lifted) {
        return;
      }
      var all = siblings(lifted.row);
      all.some(function (one, at) {
        var box = one.getBoundingClientRect();
        if (one !== lifted.row && move.clientY > box.top && move.clientY < box.bottom) {
          var down = at > place(lifted.row);
          if (down ? move.clientY > box.top + box.height / 2 : move.clientY < box.top + box.height / 2) {
            lifted.row.parentNode.insertBefore(lifted.row, down ? one.nextSibling : one);
          }
          return true;
        }
        return false;
      });
    };
    var up = function (done) {
      document.removeEventListener('pointermove', over);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
      if (lifted) {
        if (done.type === 'pointerup' && place(lifted.row) !== lifted.from) {
          drop();
        } else if (done.type === 'pointerup') {
          putDown();
        } else {
          cancel();
        }
      }
    };
    // A row that is moved in the page loses a captured pointer: the page listens.
    document.addEventListener('pointermove', over);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
  });

  /* The second screen asks for a state that names nobody, and reads the page again only when it has changed. */
  function follow(stage) {
    setInterval(function () {
      fetch(stage.dataset.follows, {credentials: 'same-origin', headers: {Accept: 'application/json'}})
        .then(function (answer) { return answer.ok ? answer.json() : null; })
        .then(function (screen) {
          if (screen && screen.state !== stage.dataset.state) {
            location.reload();
          }
        })
        .catch(function () { /* The network comes back. */ });
    }, 2000);
  }

  /* What was moved has the keyboard again, and is said to be where it is. */
  function found(moved) {
    var grip = document.querySelector(moved.indexOf('item') === 0 ? '.co-grip[data-item="' + moved.slice(4) + '"]:not([data-candidate])' : '.co-grip[data-candidate="' + moved + '"]');
    if (grip) {
      grip.focus();
      live(words('dropped', [grip.dataset.name, place(rowOf(grip)) + 1]));
    }
  }

  function start() {
    var moved;
    try {
      moved = sessionStorage.getItem('toit.moved');
      sessionStorage.removeItem('toit.moved');
    } catch (denied) {
      moved = null;
    }
    if (moved) {
      // The browser gives the keyboard to what the address names once all is loaded: the grip takes it back after that.
      var back = function () { setTimeout(function () { found(moved); }, 0); };
      if (document.readyState === 'complete') {
        back();
      } else {
        window.addEventListener('load', back);
      }
    }
    var stage = document.querySelector('.co-live.co-screen');
    if (stage) {
      follow(stage);
    }
  }
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
