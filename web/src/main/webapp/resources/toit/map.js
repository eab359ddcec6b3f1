/* Maps: a name and a figure at the pointer, the arrows from one territory to the next, enlarging and moving, and a table that can be
   sorted. Without it the map, its legend and its table say the same. */
(function () {
  'use strict';

  var live = document.getElementById('map_live');
  var tip = document.createElement('div');
  var STEP = 1.5;
  var FINEST = 12;

  tip.className = 'mp-tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  document.body.appendChild(tip);

  /* The browser's own tip comes late and would stand over ours: the name moves to a label that both eyes and ears get at once. */
  function told(place) {
    var title = place.querySelector('title');
    if (title) {
      place.setAttribute('aria-label', title.textContent);
      title.remove();
    }
    return place.getAttribute('aria-label');
  }

  function placeAt(event) {
    return event.target.closest ? event.target.closest('[data-code]') : null;
  }

  function point(event) {
    var place = placeAt(event);
    if (!place) {
      tip.hidden = true;
      return;
    }
    tip.textContent = told(place);
    tip.hidden = false;
    var width = tip.offsetWidth;
    tip.style.left = Math.min(event.clientX + 14, document.documentElement.clientWidth - width - 4) + 'px';
    tip.style.top = event.clientY + 18 + 'px';
  }

  function Plan(box) {
    this.box = box;
    this.svg = box.querySelector('svg');
    this.places = Array.prototype.slice.call(this.svg.querySelectorAll('[data-code]'));
    var view = this.svg.viewBox.baseVal;
    this.whole = {x: view.x, y: view.y, width: view.width, height: view.height};
    this.now = Object.assign({}, this.whole);
    this.current = null;
    if (this.places.length) {
      this.places[0].setAttribute('tabindex', '0');
      this.current = this.places[0];
    }
  }

  Plan.prototype.show = function (x, y, width) {
    var least = this.whole.width / FINEST;
    var w = Math.max(least, Math.min(this.whole.width, width));
    var h = w * this.whole.height / this.whole.width;
    x = Math.max(this.whole.x, Math.min(x, this.whole.x + this.whole.width - w));
    y = Math.max(this.whole.y, Math.min(y, this.whole.y + this.whole.height - h));
    this.now = {x: x, y: y, width: w, height: h};
    this.svg.setAttribute('viewBox', [x, y, w, h].join(' '));
    this.box.classList.toggle('zoomed', w < this.whole.width);
  };

  /* So that the place under the pointer stays under it. */
  Plan.prototype.zoom = function (by, x, y) {
    var now = this.now;
    x = x === undefined ? now.x + now.width / 2 : x;
    y = y === undefined ? now.y + now.height / 2 : y;
    var width = Math.max(this.whole.width / FINEST, Math.min(this.whole.width, now.width / by));
    var share = width / now.width;
    this.show(x - (x - now.x) * share, y - (y - now.y) * share, width);
  };

  Plan.prototype.move = function (dx, dy) {
    this.show(this.now.x + dx * this.now.width, this.now.y + dy * this.now.height, this.now.width);
  };

  Plan.prototype.units = function (event) {
    var box = this.svg.getBoundingClientRect();
    return {
      x: this.now.x + (event.clientX - box.left) / box.width * this.now.width,
      y: this.now.y + (event.clientY - box.top) / box.height * this.now.height
    };
  };

  Plan.prototype.does = function (what) {
    var moves = {left: [-0.3, 0], right: [0.3, 0], up: [0, -0.3], down: [0, 0.3]};
    if (what === 'in') {
      this.zoom(STEP);
    } else if (what === 'out') {
      this.zoom(1 / STEP);
    } else if (what === 'whole') {
      this.show(this.whole.x, this.whole.y, this.whole.width);
    } else {
      this.move(moves[what][0], moves[what][1]);
    }
  };

  Plan.prototype.middles = function () {
    if (!this.known) {
      this.known = this.places.map(function (place) {
        var box = place.getBBox();
        return {place: place, x: box.x + box.width / 2, y: box.y + box.height / 2};
      });
    }
    return this.known;
  };

  /* The nearest place in a direction: what lies aside counts twice. */
  Plan.prototype.next = function (dx, dy) {
    var all = this.middles();
    var here = all[this.places.indexOf(this.current)];
    var best = null;
    var least = Infinity;
    all.forEach(function (one) {
      var along = (one.x - here.x) * dx + (one.y - here.y) * dy;
      var aside = Math.abs((one.x - here.x) * dy) + Math.abs((one.y - here.y) * dx);
      if (one.place !== here.place && along > 0 && aside <= 2 * along && along + 2 * aside < least) {
        least = along + 2 * aside;
        best = one.place;
      }
    });
    return best;
  };

  Plan.prototype.go = function (place) {
    if (!place) {
      return;
    }
    this.current.removeAttribute('tabindex');
    this.current = place;
    place.setAttribute('tabindex', '0');
    told(place);
    place.focus({preventScroll: true});
    var box = place.getBBox();
    var now = this.now;
    if (box.x < now.x || box.y < now.y || box.x + box.width > now.x + now.width || box.y + box.height > now.y + now.height) {
      this.show(box.x + box.width / 2 - now.width / 2, box.y + box.height / 2 - now.height / 2, now.width);
    }
  };

  Plan.prototype.key = function (event) {
    var arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    if (!placeAt(event) || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (arrows[event.key]) {
      this.go(this.next(arrows[event.key][0], arrows[event.key][1]));
    } else if (event.key === 'Home') {
      this.go(this.places[0]);
    } else if (event.key === 'End') {
      this.go(this.places[this.places.length - 1]);
    } else if (event.key === '+' || event.key === '=') {
      var box = this.current.getBBox();
      this.zoom(STEP, box.x + box.width / 2, box.y + box.height / 2);
    } else if (event.key === '-') {
      this.zoom(1 / STEP);
    } else if (event.key === '0') {
      this.does('whole');
    } else {
      return;
    }
    event.preventDefault();
  };

  Plan.prototype.start = function () {
    var plan = this;
    var held = null;
    this.svg.addEventListener('pointermove', function (event) {
      if (held) {
        var to = plan.units(event);
        plan.show(plan.now.x + held.x - to.x, plan.now.y + held.y - to.y, plan.now.width);
        tip.hidden = true;
      } else {
        point(event);
      }
    });
    this.svg.addEventListener('pointerleave', function () { tip.hidden = true; });
    this.svg.addEventListener('pointerdown', function (event) {
      point(event);
      if (plan.box.classList.contains('zoomed')) {
        held = plan.units(event);
      }
    });
    window.addEventListener('pointerup', function () { held = null; });
    this.svg.addEventListener('focusin', function (event) {
      var place = placeAt(event);
      if (place && live) {
        live.textContent = told(place);
      }
    });
    this.svg.addEventListener('click', function (event) { plan.go(placeAt(event)); });
    this.svg.addEventListener('keydown', function (event) { plan.key(event); });
    this.svg.addEventListener('wheel', function (event) {
      if (event.ctrlKey || plan.svg.contains(document.activeElement)) {
        var at = plan.units(event);
        plan.zoom(event.deltaY < 0 ? STEP : 1 / STEP, at.x, at.y);
        event.preventDefault();
      }
    }, {passive: false});
    this.box.addEventListener('click', function (event) {
      var button = event.target.closest('[data-do]');
      if (button) {
        plan.does(button.dataset.do);
      }
    });
  };

  function value(row, column) {
    var cell = row.children[column];
    if (column === 0) {
      return cell.textContent;
    }
    // Faces leaves out an attribute that is empty.
    return cell.dataset.sort ? Number(cell.dataset.sort) : null;
  }

  /* What has no figure comes last whatever the order. */
  function sort(button) {
    var head = button.closest('th');
    var column = Number(button.dataset.column);
    var body = button.closest('table').tBodies[0];
    var was = head.getAttribute('aria-sort');
    // Figures begin with the largest, names with A.
    var down = was ? was === 'ascending' : column > 0;
    var rows = Array.prototype.slice.call(body.rows);
    var words = new Intl.Collator(document.documentElement.lang);
    rows.sort(function (one, other) {
      var a = value(one, column);
      var b = value(other, column);
      if (a === null || b === null) {
        return a === b ? 0 : a === null ? 1 : -1;
      }
      var order = column === 0 ? words.compare(a, b) : a - b;
      return down ? -order : order;
    });
    Array.prototype.forEach.call(head.parentNode.children, function (one) { one.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    body.append.apply(body, rows);
  }

  function start(root) {
    root.querySelectorAll('.mp-map[data-map]').forEach(function (box) { new Plan(box).start(); });
  }

  /* Under a query's answer: the maps of the page of maps, fetched when they come near. */
  function fetched(place) {
    var said = place.querySelector('.mp-wait');
    said.textContent = place.dataset.wait;
    fetch(place.dataset.mapPage).then(function (response) {
      return response.ok ? response.text() : Promise.reject(new Error(response.status));
    }).then(function (page) {
      var other = new DOMParser().parseFromString(page, 'text/html');
      var maps = other.getElementById('map_pictures');
      if (!maps || other.getElementById('faults')) {
        throw new Error('no map');
      }
      // There they stand under a first heading, here under a third one.
      maps.querySelectorAll('h2').forEach(function (one) { one.setAttribute('aria-level', '4'); });
      maps.querySelectorAll('h3').forEach(function (one) { one.setAttribute('aria-level', '5'); });
      said.replaceWith(document.importNode(maps, true));
      start(place);
    }).catch(function () {
      said.textContent = place.dataset.failed;
    });
  }

  start(document);
  document.querySelectorAll('[data-map-page]').forEach(function (place) {
    var near = new IntersectionObserver(function (seen) {
      if (seen.some(function (one) { return one.isIntersecting; })) {
        near.disconnect();
        fetched(place);
      }
    }, {rootMargin: '300px'});
    near.observe(place);
  });
  document.querySelectorAll('.mp-sort').forEach(function (button) {
    button.addEventListener('click', function () { sort(button); });
  });
})();
