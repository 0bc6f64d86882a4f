"use strict";

/* Draws the page from the data and the view, and listens. */

const MARKS = {
  YES: "good", NO: "bad", UNDETERMINED: "open",
  VALID: "good", INVALID: "bad", NOT_NEEDED: "quiet",
  NONE_NAMED: "quiet", NO_RULE: "unsaid",
  ...STATE_MARKS,
  ...SEVERITY_MARKS,
};
const FEW_VALUES = 8;
const COLUMNS = [
  {key: "worst", title: "Worst"},
  {key: "claim", title: "Claim"},
  {key: "payer", title: "Payer"},
  {key: "number", title: "Line"},
  {key: "code", title: "Code"},
  {key: "date", title: "Date of service"},
  {key: "codeApplies", title: "76496 applies?"},
  {key: "modifier26", title: "26 valid?"},
  {key: "documents", title: "Required documents"},
];

const unfolded = new Set();
let printing = false;

function draw() {
  const {lines, counts} = matchedLines();
  view.page = Math.min(view.page, Math.max(0, Math.ceil(lines.length / PAGE_SIZE) - 1));
  drawFacets(counts);
  drawChips();
  drawColumns();
  drawRows(sorted(lines).slice(view.page * PAGE_SIZE, (view.page + 1) * PAGE_SIZE));
  drawCount(lines.length);
  drawPager(lines.length);
  writeAddress();
}

/** Draws, and gives the focus back to the element of the same name that was drawn anew. */
function redraw() {
  const focused = document.activeElement && document.activeElement.dataset.focus;
  draw();
  if (focused) {
    const again = document.querySelector(`[data-focus="${CSS.escape(focused)}"]`);
    if (again) again.focus({preventScroll: true});
  }
}

function drawFacets(counts) {
  byId("facets").replaceChildren(...data.facets.filter(facet => facet.values.length > 0)
      .map(facet => drawFacet(facet, counts.get(facet.key))));
}

function drawFacet(facet, counts) {
  const picked = view.filters.get(facet.key) || new Set();
  const full = unfolded.has(facet.key) || facet.values.length <= FEW_VALUES + 1;
  const shown = facet.values.filter((value, i) => full || i < FEW_VALUES || picked.has(value.value));
  const bars = shown.map(value => element("li", {}, bar(facet, value, counts, picked)));
  return element(
      "section",
      {class: "facet", "aria-labelledby": "facet-" + facet.key},
      element("h3", {id: "facet-" + facet.key}, facet.title),
      element("ul", {}, bars),
      full ? null : unfoldButton(facet));
}

function bar(facet, value, counts, picked) {
  // Unfiltered, every line that was read counts; filtered, those that are listed.
  const lines = isFiltered() ? counts.get(value.value) || 0 : value.lines;
  const all = isFiltered() ? data.lines.length : data.totals.lines;
  const mark = facet.key === "edit" ? SEVERITY_MARKS[value.value.split(" ")[0]] : MARKS[value.value];
  const button = element(
      "button",
      {
        type: "button",
        class: `bar ${mark || "plain"} ${lines === 0 ? "none" : ""}`,
        "aria-pressed": String(picked.has(value.value)),
        "data-focus": `${facet.key} ${value.value}`,
        "data-facet": facet.key,
        "data-value": value.value,
        onclick: () => { toggleFilter(facet.key, value.value); redraw(); },
      },
      mark ? icon(mark) : null,
      element("span", {class: "label"}, label(facet, value)),
      element("span", {class: "number"}, lines.toLocaleString("en-US"), unseen(lines === 1 ? " line" : " lines")),
      element("span", {class: "track", "aria-hidden": "true"}, element("span", {class: "fill"})));
  button.querySelector(".fill").style.setProperty("width", `${(100 * lines) / Math.max(1, all)}%`);
  return button;
}

function label(facet, value) {
  if (facet.key !== "edit") {
    return breakable(value.words);
  }
  return [unseen(words.severity[value.value.split(" ")[0]] + ": "), ...breakable(value.words)];
}

/** Lets a long name break after a slash or an underscore. */
function breakable(name) {
  return name.split(/(?<=[/_#])/).flatMap(part => [part, element("wbr")]);
}

function unfoldButton(facet) {
  return element(
      "button",
      {type: "button", class: "more", "data-focus": "more " + facet.key,
        onclick: () => { unfolded.add(facet.key); redraw(); }},
      `All ${facet.values.length}`,
      unseen(`: ${facet.title}`));
}

function drawChips() {
  const chips = [];
  for (const facet of data.facets) {
    for (const value of facet.values.filter(value => (view.filters.get(facet.key) || new Set()).has(value.value))) {
      chips.push(chip(facet, value));
    }
  }
  if (isFiltered()) {
    chips.push(element("li", {}, element("button",
        {type: "button", class: "clear", "data-focus": "clear", onclick: clearAll}, "Clear all")));
  }
  byId("chips").replaceChildren(...chips);
  byId("chips").hidden = chips.length === 0;
}

function chip(facet, value) {
  return element("li", {}, element(
      "button",
      {type: "button", "data-focus": `chip ${facet.key} ${value.value}`,
        onclick: () => { toggleFilter(facet.key, value.value); redraw(); byId("search").focus({preventScroll: true}); }},
      unseen("Remove the filter "),
      element("span", {class: "of"}, facet.title), " ", value.words, icon("bad")));
}

function clearAll() {
  clearFilters();
  byId("search").value = "";
  draw();
  byId("search").focus({preventScroll: true});
}

function drawColumns() {
  byId("columns").replaceChildren(...COLUMNS.map(column => {
    const sort = view.sort === column.key ? (view.down ? "descending" : "ascending") : null;
    return element(
        "th",
        {scope: "col", role: "columnheader", class: column.key, "aria-sort": sort},
        element(
            "button",
            {type: "button", "data-focus": "sort " + column.key, "data-sort": column.key,
              onclick: () => { sortBy(column.key); redraw(); }},
            column.title,
            element("span", {class: "arrow", "aria-hidden": "true"}, sort ? (view.down ? "\u25bc" : "\u25b2") : "")));
  }));
  byId("sort").value = view.sort;
}

function sortBy(key) {
  view.down = view.sort === key && !view.down;
  view.sort = key;
  view.page = 0;
}

function drawRows(lines) {
  byId("rows").replaceChildren(...lines.flatMap(line => {
    const row = drawRow(line);
    return view.open.has(line.index) || printing ? [row, drawDetail(line)] : [row];
  }));
  byId("rows").closest("table").hidden = lines.length === 0;
}

function drawRow(line) {
  const open = view.open.has(line.index);
  const cells = {
    worst: expander(line, open),
    claim: [element("span", {class: "name"}, claimName(line)), element("span", {class: "under", title: data.files[line.file]}, data.files[line.file])],
    payer: payer(line),
    number: String(line.number),
    code: element("code", {}, "76496", line.modifiers.flatMap(modifier => [element("wbr"), "-" + modifier])),
    date: line.dateOfServiceEnd ? [line.dateOfService, element("span", {class: "under"}, `to ${line.dateOfServiceEnd}`)] : line.dateOfService,
    codeApplies: [
      marked(MARKS[line.codeApplies], words.codeAppliesInShort[line.codeApplies]),
      line.candidateCodes.length > 0 ? element("span", {class: "under"}, (line.codeApplies === "NO" ? "better: " : "look first at ") + line.candidateCodes.join(", ")) : null,
    ],
    modifier26: marked(MARKS[line.modifier26], words.modifier26InShort[line.modifier26]),
    documents: documents(line),
  };
  return element(
      "tr",
      {role: "row", class: `line ${SEVERITY_MARKS[line.worst]} ${open ? "open" : ""}`, "data-line": line.index,
        onclick: event => { if (isPlainClick(event)) toggleRow(line); }},
      COLUMNS.map(column => element(
          "td",
          {role: "cell", class: column.key},
          element("span", {class: "column", "aria-hidden": "true"}, column.title),
          element("div", {class: "value"}, cells[column.key]))));
}

/** A click that neither works a control nor ends a selection of text. */
function isPlainClick(event) {
  return !event.target.closest("a, button") && getSelection().isCollapsed;
}

function expander(line, open) {
  const severity = line.worst === "NONE" ? "Nothing found" : words.severity[line.worst];
  return element(
      "button",
      {
        type: "button",
        class: "expander",
        "aria-expanded": String(open),
        "aria-controls": open ? "detail-" + line.index : null,
        "data-focus": "line " + line.index,
        onclick: () => toggleRow(line),
        onkeydown: moveBetweenRows,
      },
      icon("chevron"),
      marked(SEVERITY_MARKS[line.worst], severity, "severity"),
      unseen(`, ${claimName(line)}, line ${line.number}: findings and documents`));
}

function payer(line) {
  const [family, plan] = data.payers[line.payer].name.split("/");
  return [
    element("span", {class: "name"}, breakable(family)),
    plan ? element("span", {class: "under"}, breakable(plan)) : null,
  ];
}

/** A box for each required document, and the count in words. */
function documents(line) {
  const documents = line.documents;
  if (line.codeApplies === "NO" && line.documentation.length > 0) {
    return [element("span", {class: "tally NONE_NAMED"}, "code does not apply")];
  }
  const boxes = ["MISSING", "NOT_DESCRIPTIVE", "UNKNOWN", "PRESENT"].flatMap(state =>
      Array.from({length: Math.min(6, documents[state])}, () => icon(STATE_MARKS[state])));
  const all = documents.MISSING + documents.NOT_DESCRIPTIVE + documents.UNKNOWN + documents.PRESENT;
  const text = {
    MISSING: `${documents.MISSING} of ${all} missing`,
    NOT_DESCRIPTIVE: "not descriptive",
    UNKNOWN: `${documents.UNKNOWN} of ${all} not confirmed`,
    PRESENT: `${all} of ${all} present`,
    NONE_NAMED: "none always required",
    NO_RULE: "no rule of the payer",
  }[documents.summary];
  return [
    boxes.length > 0 ? element("span", {class: "boxes", "aria-hidden": "true"}, boxes) : null,
    element("span", {class: "tally " + documents.summary}, text),
  ];
}

function toggleRow(line) {
  if (!view.open.delete(line.index)) {
    view.open.add(line.index);
  }
  const row = document.querySelector(`tr.line[data-line="${line.index}"]`);
  const focused = row.contains(document.activeElement);
  if (row.nextElementSibling && row.nextElementSibling.classList.contains("detail")) {
    row.nextElementSibling.remove();
  }
  const again = drawRow(line);
  row.replaceWith(again);
  if (view.open.has(line.index)) {
    again.after(drawDetail(line));
  }
  if (focused) again.querySelector(".expander").focus({preventScroll: true});
  writeAddress();
}

function drawDetail(line) {
  const open = view.open.has(line.index);
  return element(
      "tr",
      {role: "row", class: "detail " + (open ? "" : "print-only"), id: "detail-" + line.index},
      element("td", {role: "cell", colspan: COLUMNS.length}, detail(line)));
}

function moveBetweenRows(event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!step) {
    return;
  }
  const buttons = [...byId("rows").querySelectorAll(".expander")];
  const next = buttons[buttons.indexOf(event.currentTarget) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function drawCount(matched) {
  byId("count").textContent = isFiltered()
      ? `${matched.toLocaleString("en-US")} of ${counted(data.lines.length, "line")}`
      : counted(data.lines.length, "line");
  byId("empty").hidden = matched > 0;
}

function drawPager(matched) {
  const first = view.page * PAGE_SIZE;
  const last = Math.min(first + PAGE_SIZE, matched);
  byId("pager").hidden = matched <= PAGE_SIZE;
  byId("page").textContent = `${(first + 1).toLocaleString("en-US")}\u2013${last.toLocaleString("en-US")} of ${matched.toLocaleString("en-US")}`;
  byId("previous").disabled = view.page === 0;
  byId("next").disabled = last >= matched;
}

function turnPage(step) {
  view.page += step;
  draw();
  byId("lines").focus();
  byId("lines").scrollIntoView();
}

function drawOnce() {
  const {version, totals} = data;
  byId("version").textContent = `Library ${version.library}, rule set ${version.ruleSet}, dates of service ${version.coversFrom} through ${version.coversThrough}`;
  byId("totals").replaceChildren(
      total(totals.claims, "claims read"),
      total(totals.lines, "lines with 76496"),
      total(totals.errors, "errors", "error"),
      total(totals.warnings, "warnings", "warning"),
      total(totals.notRead, "not read", totals.notRead > 0 ? "bad" : "", "problems-title"));
  byId("broken-off").hidden = data.complete;
  byId("work").hidden = data.lines.length === 0;
  byId("ids").textContent = data.lines.some(line => line.claimId) ? ", and the claim ids that were asked for" : "";
  drawNothing();
  drawCap();
  const advice = adviceForEverybody();
  byId("advice").hidden = advice.length === 0;
  byId("advice").append(element("ul", {}, advice));
  drawInputs("problems", data.problems, totals.notRead);
  drawInputs("notices", data.notices, totals.notices);
  byId("sort").append(...COLUMNS.map(column => element("option", {value: column.key}, column.title)));
}

/** A number of the header; where it leads somewhere it is a button. */
function total(count, noun, mark = "", target = "") {
  const number = [mark && count > 0 ? icon(mark) : null, count.toLocaleString("en-US")];
  const shown = target && count > 0
      ? element("button", {type: "button", onclick: () => goTo(target)}, number, unseen(" " + noun + ": show"))
      : number;
  return element("div", {class: count > 0 ? mark : ""}, element("dt", {}, noun), element("dd", {}, shown));
}

function goTo(id) {
  byId(id).focus();
  byId(id).scrollIntoView();
}

function drawNothing() {
  const {claims, notRead} = data.totals;
  byId("nothing").hidden = data.lines.length > 0;
  byId("nothing").textContent = claims === 0
      ? (notRead > 0 ? "No claim could be read; what stood in the way is below." : "There was no claim to read.")
      : `No line is billed with 76496 in the ${counted(claims, "claim")} read, so there is nothing to answer.`;
}

function drawCap() {
  const all = data.totals.lines;
  byId("cap").hidden = all === data.lines.length;
  byId("cap").textContent = `Listed are the first ${counted(data.lines.length, "line")} of ${all.toLocaleString("en-US")}, in the order of the files; the others are only counted. The totals count all, search and filters look at the listed.`;
}

function drawInputs(id, listed, all) {
  byId(id).hidden = all === 0;
  const items = listed.map(one => element("li", {},
      element("span", {class: "name"}, [data.files[one.file], one.claimId, one.place].filter(Boolean).join(", ")),
      " ", one.reason));
  const rest = all - listed.length;
  byId(id).append(element("ul", {}, items));
  if (rest > 0) {
    byId(id).append(element("p", {}, `And ${rest.toLocaleString("en-US")} more, which are only counted.`));
  }
}

function chooseTheme(theme) {
  if (theme) {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
  byId("theme").value = theme;
}

/** A browser may refuse storage to a page that lies in a file. */
function stored(work) {
  try {
    return work(localStorage);
  } catch (refused) {
    return null;
  }
}

function setPrinting(on) {
  if (printing !== on) {
    printing = on;
    draw();
  }
}

function listen() {
  let typing;
  byId("search").addEventListener("input", event => {
    clearTimeout(typing);
    typing = setTimeout(() => { view.search = event.target.value; view.page = 0; redraw(); }, 120);
  });
  byId("clear").addEventListener("click", clearAll);
  byId("sort").addEventListener("change", event => { view.sort = event.target.value; view.down = false; view.page = 0; redraw(); });
  byId("previous").addEventListener("click", () => turnPage(-1));
  byId("next").addEventListener("click", () => turnPage(1));
  byId("theme").addEventListener("change", event => {
    chooseTheme(event.target.value);
    stored(storage => storage.setItem("76496-theme", event.target.value));
  });
  byId("rail-button").addEventListener("click", event => {
    const open = event.currentTarget.getAttribute("aria-expanded") !== "true";
    event.currentTarget.setAttribute("aria-expanded", String(open));
  });
  // The part after '#' holds the view, so that a link within the page must not change it.
  document.querySelector(".skip").addEventListener("click", event => { event.preventDefault(); goTo("lines"); });
  addEventListener("hashchange", () => { readAddress(); byId("search").value = view.search; redraw(); });
  addEventListener("beforeprint", () => setPrinting(true));
  addEventListener("afterprint", () => setPrinting(false));
  matchMedia("print").addEventListener("change", event => setPrinting(event.matches));
}

chooseTheme(stored(storage => storage.getItem("76496-theme")) || "");
prepareLines();
readAddress();
byId("search").value = view.search;
drawOnce();
listen();
draw();
