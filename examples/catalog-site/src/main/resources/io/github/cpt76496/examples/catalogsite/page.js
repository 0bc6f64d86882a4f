"use strict";

/* Filters of the edits, the card of the matrix, and the colors. */

const byId = id => document.getElementById(id);

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null && child !== ""));
  return made;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `icon ${name}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/* ---- colors */

byId("theme").addEventListener("change", event => {
  document.documentElement.dataset.theme = event.target.value;
});

/* ---- the edits */

const edits = [...document.querySelectorAll("details.edit")]
    .map(details => ({details, text: details.textContent.toLowerCase()}));
const filters = [...document.querySelectorAll("[data-filter]")];
const search = byId("search");

function matches(edit) {
  const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
  return words.every(word => edit.text.includes(word))
      && filters.every(f => !f.value || edit.details.dataset[f.dataset.filter] === f.value);
}

function filter() {
  let shown = 0;
  for (const edit of edits) {
    edit.details.hidden = !matches(edit);
    shown += edit.details.hidden ? 0 : 1;
  }
  for (const section of document.querySelectorAll(".question")) {
    section.hidden = !section.querySelector("details.edit:not([hidden])");
  }
  byId("count").textContent = shown === edits.length
      ? `${shown} edits` : `${shown} of ${edits.length} edits`;
  byId("empty").hidden = shown > 0;
}

function clear() {
  search.value = "";
  filters.forEach(f => { f.value = ""; });
  filter();
}

search.addEventListener("input", filter);
filters.forEach(f => f.addEventListener("change", filter));
byId("clear").addEventListener("click", () => { clear(); search.focus(); });
byId("unfold").addEventListener("click", event => {
  const shown = edits.map(edit => edit.details).filter(details => !details.hidden);
  const open = !shown.every(details => details.open);
  shown.forEach(details => { details.open = open; });
});
for (const {details} of edits) {
  details.addEventListener("toggle", () => {
    const shown = edits.map(edit => edit.details).filter(other => !other.hidden);
    byId("unfold").textContent = shown.every(other => other.open) ? "Fold those shown" : "Unfold those shown";
  });
}

/* An address that names an edit shows it, whatever is filtered. */
function goToEdit() {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches("details.edit")) {
    if (target.hidden) clear();
    target.open = true;
    target.scrollIntoView();
    target.querySelector("summary").focus({preventScroll: true});
  }
}
window.addEventListener("hashchange", goToEdit);

/* ---- the matrix */

const card = byId("card");
const table = byId("matrix-table");
const marks = [...table.querySelectorAll(".mark")];

function showCard(mark) {
  const line = (className, text) => element("p", {class: className}, text);
  card.replaceChildren(
      line("what", mark.dataset.what),
      line("", mark.dataset.title),
      line("quiet", mark.dataset.source),
      line("quiet", mark.dataset.dates));
  card.hidden = false;
  const at = mark.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left - 20), document.documentElement.clientWidth - card.offsetWidth - 8);
  const above = at.bottom + card.offsetHeight + 12 > window.innerHeight;
  const top = above ? at.top - card.offsetHeight - 6 : at.bottom + 6;
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${top + window.scrollY}px`;
  mark.setAttribute("aria-describedby", "card");
  light(mark.closest("td").cellIndex);
}

function hideCard() {
  card.hidden = true;
  marks.forEach(mark => mark.removeAttribute("aria-describedby"));
  light(-1);
}

/* Of a column only its heading is lit; the row is lit by the style. */
function light(column) {
  [...table.tHead.rows[1].cells].forEach((cell, i) => cell.classList.toggle("lit", i === column));
}

/* A family is shown beside each of its plans that is. */
const payerWords = byId("payer-words");
const payers = [...table.tBodies[0].rows].map(row => ({row, name: row.cells[0].textContent.toLowerCase()}));

function filterPayers() {
  const words = payerWords.value.toLowerCase().split(/\s+/).filter(word => word);
  let family = null;
  for (const payer of payers) {
    if (payer.row.classList.contains("family")) family = payer;
    const name = payer === family ? payer.name : `${family.name} ${payer.name}`;
    payer.row.hidden = !words.every(word => name.includes(word));
    if (!payer.row.hidden) family.row.hidden = false;
  }
  const shown = payers.filter(payer => !payer.row.hidden).length;
  byId("payer-count").textContent = shown === payers.length
      ? `${shown} payers and plans` : `${shown} of ${payers.length} payers and plans`;
}
payerWords.addEventListener("input", filterPayers);
filterPayers();

/* One stop for the tab key; from there the arrow keys go to the next mark that way. */
function moveTo(mark) {
  marks.forEach(other => { other.tabIndex = other === mark ? 0 : -1; });
  mark.focus();
}

function next(mark, key) {
  const cell = mark.closest("td");
  const place = other => {
    const td = other.closest("td");
    return {row: td.parentElement.rowIndex, column: td.cellIndex};
  };
  const here = place(mark);
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const inRow = marks.filter(other => place(other).row === here.row);
    return inRow[inRow.indexOf(mark) + (key === "ArrowRight" ? 1 : -1)];
  }
  if (key === "Home" || key === "End") {
    const inRow = [...cell.parentElement.querySelectorAll(".mark")];
    return key === "Home" ? inRow[0] : inRow[inRow.length - 1];
  }
  const way = key === "ArrowDown" ? 1 : -1;
  const others = marks.filter(other => !other.closest("tr").hidden)
      .map(other => ({other, at: place(other)}))
      .filter(o => way * (o.at.row - here.row) > 0);
  const distance = o => 1000 * Math.abs(o.at.row - here.row) + Math.abs(o.at.column - here.column);
  others.sort((a, b) => distance(a) - distance(b));
  return others.length > 0 ? others[0].other : undefined;
}

marks.forEach((mark, i) => {
  mark.tabIndex = i === 0 ? 0 : -1;
  mark.addEventListener("mouseenter", () => showCard(mark));
  mark.addEventListener("mouseleave", hideCard);
  mark.addEventListener("focus", () => showCard(mark));
  mark.addEventListener("blur", hideCard);
  mark.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      hideCard();
    } else if (/^(Arrow|Home$|End$)/.test(event.key)) {
      const to = next(mark, event.key);
      event.preventDefault();
      if (to) moveTo(to);
    }
  });
});

/* What scrolls must be reachable by keyboard; what does not need not be. */
function markScrolling() {
  for (const box of document.querySelectorAll("#matrix-scroll, #flow-scroll")) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", box.id === "flow-scroll" ? "Decision flow" : "Payers and documents");
    }
  }
}

markScrolling();
filter();
goToEdit();
