'use strict';

const cards = new Map();
const SPAN = 15 * 60;

const round = value => Number(Number(value).toPrecision(value >= 100 ? 4 : 3)).toString();
const percent = value => `${Math.round(100 * value)} %`;
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const known = estimate => estimate && estimate.value !== null;

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function showEstimate(element, estimate, format, unit) {
  element.textContent = '';
  if (!known(estimate)) {
    element.textContent = 'unknown';
    element.title = estimate ? estimate.explanation : '';
    return;
  }
  const bound = { lower_bound: 'at least ', upper_bound: 'at most ' }[estimate.verdict] || '';
  element.append(`${bound}${format(estimate.value)}${unit}`);
  element.title = estimate.explanation;
  if (estimate.low !== null && estimate.high !== null && estimate.low !== estimate.high) {
    const range = document.createElement('span');
    range.className = 'range';
    range.textContent = `${format(estimate.low)} to ${format(estimate.high)}`;
    element.append(range);
  }
}

function row(cells) {
  const tr = document.createElement('tr');
  for (const cell of cells) {
    const td = document.createElement('td');
    td.textContent = cell;
    tr.append(td);
  }
  return tr;
}

function value(estimate, unit) {
  return known(estimate) ? `${round(estimate.value)}${unit}` : 'unknown';
}

function resourceRow(resource) {
  return row([
    resource.resource,
    value(resource.in_use, ''),
    resource.limit === null ? 'unknown' : round(resource.limit),
    value(resource.demand_per_request, ' s'),
    value(resource.saturates_at, '/s'),
    resource.seen_up_to === null ? 'unknown' : percent(resource.seen_up_to),
    resource.cause,
  ]);
}

function documentLines(documents) {
  return documents.flatMap(document => document.figures.map(figure => {
    const live = figure.live === null ? 'not measured' : `${round(figure.live)} ${figure.unit}`;
    return `${document.document}: ${figure.quantity} ${figure.stated}; live ${live} (${figure.verdict})`;
  }));
}

function makeCard(service) {
  const card = document.getElementById('card').content.firstElementChild.cloneNode(true);
  card.id = service;
  card.dataset.service = service;
  document.getElementById('services').append(card);
  const made = { card, chart: makeChart(card.querySelector('canvas')), points: [], answer: null };
  cards.set(service, made);
  return made;
}

function makeChart(canvas) {
  const line = (label, extra) => ({ label, data: [], pointRadius: 0, borderWidth: 2, ...extra });
  return new Chart(canvas, {
    type: 'line',
    data: {
      datasets: [
        line('Demand', { tension: 0.2, borderWidth: 2.5 }),
        line('Full at', {}),
        line('low', { borderWidth: 0 }),
        line('high', { borderWidth: 0, fill: '-1' }),
        line('Safe up to', { borderDash: [6, 4] }),
        line('Document', { borderDash: [2, 4] }),
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      parsing: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: { type: 'linear', ticks: { maxTicksLimit: 5, maxRotation: 0, callback: clock } },
        y: { beginAtZero: true, title: { display: true, text: 'requests/s' } },
      },
      plugins: {
        legend: {
          position: 'bottom',
          labels: {
            boxHeight: 2,
            boxWidth: 22,
            filter: (item, data) => !['low', 'high'].includes(item.text)
              && data.datasets[item.datasetIndex].data.length > 0,
          },
        },
        tooltip: {
          filter: item => !['low', 'high'].includes(item.dataset.label),
          callbacks: { title: items => items.length ? clock(items[0].parsed.x) : '' },
        },
      },
    },
  });
}

function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

function draw(made) {
  const { chart, points, answer } = made;
  if (!answer) return;
  const now = Date.parse(answer.at) / 1000;
  const first = points.length ? Math.max(points[0].x, now - SPAN) : now - 60;
  const across = y => y === null || y === undefined ? [] : [{ x: first, y }, { x: now, y }];
  const stated = answer.documents.flatMap(d => d.figures)
    .find(f => f.quantity === 'pool.throughput_ideal' && f.unit === 'requests/second');
  const inks = ['demand', 'capacity', 'capacity', 'capacity', 'safe', 'document'].map(colour);
  const full = known(answer.capacity) ? answer.capacity : { value: null, low: null, high: null };
  const data = [points, across(full.value), across(full.low), across(full.high),
    across(answer.safe_capacity.value), across(stated ? stated.low : null)];
  chart.data.datasets.forEach((dataset, index) => {
    dataset.data = data[index];
    dataset.borderColor = inks[index];
    dataset.backgroundColor = index === 3 ? `${inks[index]}33` : inks[index];
  });
  chart.data.datasets[5].label = stated ? `Document: ${stated.stated}` : 'Document';
  const { x, y } = chart.options.scales;
  x.min = first;
  x.max = now;
  for (const axis of [x, y]) {
    axis.ticks.color = colour('soft');
    axis.grid = { color: colour('line') };
  }
  y.title.color = colour('soft');
  chart.options.plugins.legend.labels.color = colour('ink');
  chart.update('none');
}

function show(answer) {
  const made = cards.get(answer.service) || makeCard(answer.service);
  const find = name => made.card.querySelector(`.${name}`);
  const first = !made.answer;
  made.answer = answer;
  setText(find('service'), answer.service);
  setText(find('status'), answer.status);
  find('status').className = `status ${answer.status}`;
  setText(find('reason'), answer.reason ? (answer.status === 'unknown' ? `Why unknown: ${answer.reason}` : answer.reason) : '');
  showEstimate(find('headroom'), answer.headroom, percent, '');
  showEstimate(find('demand'), answer.demand, round, '/s');
  showEstimate(find('safe'), answer.safe_capacity, round, '/s');
  showEstimate(find('capacity'), answer.capacity, round, '/s');
  setText(find('bottleneck'), answer.bottleneck || 'unknown');
  setText(find('explanation'), answer.capacity.explanation);
  find('resources').replaceChildren(...answer.resources.map(resourceRow));
  find('documents').replaceChildren(...documentLines(answer.documents).map(text => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  }));
  setText(find('forecast'), answer.forecast.reason ? `Forecast: unknown, ${answer.forecast.reason}` : '');
  draw(made);
  if (first) demandOf(made);
}

function showAll(answers) {
  const empty = document.getElementById('empty');
  if (empty) empty.hidden = answers.length > 0;
  answers.forEach(show);
}

async function loadDemand(made) {
  if (!made.answer || made.answer.resources.length === 0) return;
  const service = encodeURIComponent(made.card.dataset.service);
  const reply = await fetch(`/services/${service}/signals?resource=requests&signal=acquired&step=5`);
  if (!reply.ok) return;
  const series = await reply.json();
  made.points = series.points.filter(point => point.value !== null)
    .map(point => ({ x: Date.parse(point.at) / 1000, y: point.value }));
  draw(made);
}

async function demandOf(made) {
  try {
    await loadDemand(made);
  } catch (failure) {
    setText(document.getElementById('connection'), 'Not connected');
  }
}

async function loadAll() {
  for (const made of cards.values()) await demandOf(made);
  setTimeout(loadAll, 5000);
}

function listen() {
  const state = document.getElementById('connection');
  const events = new EventSource('/events');
  events.addEventListener('headroom', event => {
    setText(state, 'Live');
    showAll(JSON.parse(event.data));
  });
  events.onerror = () => setText(state, 'Not connected; trying again');
}

listen();
setTimeout(loadAll, 5000);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => cards.forEach(draw));
