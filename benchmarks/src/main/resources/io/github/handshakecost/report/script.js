
// Everything is readable without this. It adds: choosing places, views and colours; values of marks.
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (name, attributes, parent) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };
  root.classList.add('js');

  // Colours: as the system has them until the reader chooses.
  const theme = document.getElementById('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
  const show = () => theme.setAttribute('aria-pressed', String(isDark()));
  theme.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    show();
  });
  dark.addEventListener('change', show);
  show();

  // Places: each part says where it stands on each axis; "-" stands everywhere.
  const selects = all('.bar select');
  const tables = all('.t').filter(it => it.querySelector('[data-p]'));
  const sections = all('.sections>section').filter(it => it.querySelector('[data-p]'));
  const notes = sections.map(section => {
    const note = make('p', {hidden: ''}, section);
    note.textContent = 'Nothing to show at this choice.';
    return note;
  });
  const isEmpty = part => all('[data-p]', part).every(it => it.hidden);
  const choose = () => {
    for (const part of all('[data-p]')) {
      const at = part.dataset.p.split(',');
      part.hidden = selects.some((it, i) => it.value !== '' && at[i] !== '-' && at[i] !== it.value);
    }
    // A head without rows says nothing.
    for (const table of tables) table.hidden = isEmpty(table);
    sections.forEach((section, i) => { notes[i].hidden = !isEmpty(section); });
    // The first picture stays; its figures may be those of another place.
    for (const link of all('.intro figcaption a')) {
      link.hidden = document.querySelector(link.hash).closest('[hidden]') !== null;
    }
  };
  selects.forEach(it => it.addEventListener('change', choose));
  document.querySelector('.bar').hidden = false;
  choose();

  // Views of a picture.
  for (const figure of all('figure')) {
    const views = all('.v[data-v]', figure);
    if (views.length < 2) continue;
    const group = document.createElement('div');
    group.className = 'views';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', 'View');
    figure.prepend(group);
    const buttons = views.map(view => {
      const button = make('button', {type: 'button'}, group);
      button.textContent = view.dataset.v;
      button.addEventListener('click', () => pick(view));
      return button;
    });
    const pick = chosen => views.forEach((view, i) => {
      view.classList.toggle('on', view === chosen);
      view.classList.toggle('off', view !== chosen);
      buttons[i].setAttribute('aria-pressed', String(view === chosen));
    });
    pick(views[0]);
  }

  // What does not fit scrolls in its own box; the keyboard has to get there.
  const reach = () => {
    for (const box of all('.t,.v,pre')) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };
  addEventListener('resize', reach);
  reach();

  // Marks: the points of a path, each a figure of the table below the picture.
  const tip = document.getElementById('tip');
  // What is hidden when its text changes is not read out: the words stand in a place of their own too.
  const said = document.getElementById('said');
  const known = new Map();
  const pointsOf = d => {
    const points = [];
    let x = 0;
    let y = 0;
    for (const [, command, first, second] of d.matchAll(/([Mlh])(-?\d+)(?:,?(-?\d+))?/g)) {
      const a = Number(first);
      if (command === 'M') {
        x = a;
        y = Number(second);
        points.push([x, y]);
      } else if (command === 'l') {
        x += a;
        y += Number(second);
        points.push([x, y]);
      } else {
        points[points.length - 1][0] += a / 2;
        x += a;
      }
    }
    return points;
  };
  const marksOf = svg => {
    if (known.has(svg)) return known.get(svg);
    const figure = svg.closest('figure');
    const table = figure.querySelector('table');
    const series = [];
    for (const path of all('path[data-r],path[data-c]', svg)) {
      const which = path.dataset.i ? path.dataset.i.split(',').map(Number) : null;
      const marks = pointsOf(path.getAttribute('d')).map(([x, y], i) => {
        const other = which ? which[i] : i;
        const byRow = path.dataset.r !== undefined;
        const row = table.tBodies[0].rows[byRow ? Number(path.dataset.r) : other];
        const column = byRow ? other + 1 : Number(path.dataset.c);
        const value = row.cells[column].textContent;
        const names = [row.cells[0].textContent, table.tHead.rows[0].cells[column].textContent];
        return {x, y, value, names, unit: figure.dataset.u};
      });
      series.push(marks.filter(mark => mark.value !== '' && mark.value !== '0'));
    }
    const filled = series.filter(marks => marks.length > 0);
    known.set(svg, filled);
    return filled;
  };
  let ring = null;
  const hide = () => {
    tip.hidden = true;
    said.textContent = '';
    if (ring) ring.remove();
    ring = null;
  };
  const tell = (svg, mark) => {
    hide();
    ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    for (const [key, value] of [['class', 'ring'], ['cx', mark.x], ['cy', mark.y], ['r', 7]]) {
      ring.setAttribute(key, value);
    }
    svg.append(ring);
    const value = mark.value + ' ' + mark.unit;
    tip.replaceChildren();
    make('b', {}, tip).textContent = value;
    tip.append(mark.names.join(', '));
    said.textContent = value + ', ' + mark.names.join(', ');
    tip.hidden = false;
    const box = ring.getBoundingClientRect();
    const room = root.clientWidth - tip.offsetWidth - 8;
    tip.style.left = Math.max(8, Math.min(room, box.left + 16)) + scrollX + 'px';
    tip.style.top = box.top + scrollY - tip.offsetHeight - 8 + 'px';
  };
  for (const svg of all('figure svg')) {
    if (!svg.querySelector('[data-r],[data-c]') || !svg.closest('figure').querySelector('table')) continue;
    svg.tabIndex = 0;
    let line = 0;
    let place = -1;
    const point = event => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      let best = null;
      let least = 24;
      for (const mark of marksOf(svg).flat()) {
        const distance = Math.hypot(mark.x - at.x, mark.y - at.y);
        if (distance < least) [best, least] = [mark, distance];
      }
      if (best) tell(svg, best);
      else hide();
    };
    svg.addEventListener('pointermove', point);
    // A tap does not move; and the finger leaves at once, while its value is still to be read.
    svg.addEventListener('pointerdown', point);
    svg.addEventListener('pointerleave', event => {
      if (event.pointerType !== 'touch') hide();
    });
    // By then another picture may have been tapped.
    svg.addEventListener('blur', () => {
      if (ring && ring.parentNode === svg) hide();
    });
    svg.addEventListener('keydown', event => {
      const series = marksOf(svg);
      const step = {ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0]}[event.key];
      if (event.key === 'Escape') hide();
      if (!step || series.length === 0) return;
      event.preventDefault();
      if (step[0]) {
        line = (line + step[0] + series.length) % series.length;
        place = Math.min(Math.max(place, 0), series[line].length - 1);
      } else if (series[line][place + step[1]]) {
        place += step[1];
      } else {
        // At the end of a line the next one begins.
        line = (line + step[1] + series.length) % series.length;
        place = step[1] > 0 ? 0 : series[line].length - 1;
      }
      tell(svg, series[line][place]);
    });
  }
})();
