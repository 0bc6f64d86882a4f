"use strict";

/*
 * What is shown of the lines: filters, search, order, page and the rows that are open. All of it
 * stands in the address after '#', so that a reload, a bookmark or a colleague sees the same.
 */

const data = JSON.parse(byId("data").textContent);
const words = data.words;

const PAGE_SIZE = 100;
const SEVERITIES = ["ERROR", "WARNING", "INFO", "NONE"];

/** The values of a line for each chart. */
const FACET_VALUES = {
  worst: line => [line.worst],
  codeApplies: line => [line.codeApplies],
  modifier26: line => [line.modifier26],
  documents: line => [line.documents.summary],
  payer: line => [data.payers[line.payer].name],
  edit: line => [...new Set(line.findings.map(number => editValue(data.findings[number])))],
};

/** What each column sorts by; a line's index is its place in the files. */
const ORDERS = {
  worst: line => SEVERITIES.indexOf(line.worst),
  claim: line => line.index,
  payer: line => data.payers[line.payer].name,
  number: line => line.number,
  code: line => line.modifiers.join("-"),
  date: line => line.dateOfService,
  codeApplies: line => ["NO", "UNDETERMINED", "YES"].indexOf(line.codeApplies),
  modifier26: line => ["INVALID", "MISSING", "UNDETERMINED", "VALID", "NOT_NEEDED"].indexOf(line.modifier26),
  documents: line => -(line.documents.MISSING * 10000 + line.documents.UNKNOWN * 100 + line.documents.PRESENT),
};

const view = {filters: new Map(), search: "", sort: "worst", down: false, page: 0, open: new Set()};

function editValue(finding) {
  return `${finding.severity} ${finding.edit}`;
}

function prepareLines() {
  const shown = new Map(
      data.facets.map(facet => [facet.key, new Set(facet.values.map(value => value.value))]));
  data.lines.forEach((line, index) => {
    line.index = index;
    line.facets = {};
    for (const [key, values] of Object.entries(FACET_VALUES)) {
      // A value without a bar of its own is counted under the empty one.
      line.facets[key] = values(line).map(value => (shown.get(key).has(value) ? value : ""));
    }
    line.text = [
      data.files[line.file], line.place, line.claimId || "", data.payers[line.payer].name,
      code(line), line.dateOfService, ...line.candidateCodes,
    ].join("\n").toLowerCase();
  });
}

function code(line) {
  return ["76496", ...line.modifiers].join("-");
}

/** How a claim is called: by its id where the page bears ids, else by its place. */
function claimName(line) {
  return line.claimId || line.place;
}

/** Each word must stand somewhere in the line, its findings or its documents. */
function searcher(search) {
  const tests = search.toLowerCase().split(/\s+/).filter(word => word).map(word => {
    const findings = matching(data.findings, finding => finding.message + "\n" + finding.edit, word);
    const documents = matching(data.requirements, rule => words.item[rule.item], word);
    return line =>
      line.text.includes(word)
      || line.findings.some(number => findings.has(number))
      || line.documentation.some(number => documents.has(number));
  });
  return line => tests.every(test => test(line));
}

function matching(shared, text, word) {
  const numbers = new Set();
  shared.forEach((one, number) => {
    if (text(one).toLowerCase().includes(word)) {
      numbers.add(number);
    }
  });
  return numbers;
}

/** The lines that match, and for each chart how many lines its bars stand for as things are. */
function matchedLines() {
  const found = searcher(view.search);
  const counts = new Map(data.facets.map(facet => [facet.key, new Map()]));
  const lines = [];
  for (const line of data.lines) {
    const failing = [...view.filters].filter(([key, values]) => !line.facets[key].some(value => values.has(value)));
    if (failing.length > 1 || !found(line)) {
      continue;
    }
    if (failing.length === 0) {
      lines.push(line);
      counts.forEach((count, key) => add(count, line.facets[key]));
    } else {
      // Only this chart rules the line out, so the chart shows what picking the value would add.
      add(counts.get(failing[0][0]), line.facets[failing[0][0]]);
    }
  }
  return {lines, counts};
}

function add(count, values) {
  for (const value of values) {
    count.set(value, (count.get(value) || 0) + 1);
  }
}

function sorted(lines) {
  const order = ORDERS[view.sort];
  const sign = view.down ? -1 : 1;
  const keyed = lines.map(line => ({line, key: order(line)}));
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : a.line.index - b.line.index));
  return keyed.map(one => one.line);
}

function isFiltered() {
  return view.filters.size > 0 || view.search.trim() !== "";
}

function toggleFilter(key, value) {
  const values = view.filters.get(key) || new Set();
  if (!values.delete(value)) {
    values.add(value);
  }
  if (values.size > 0) {
    view.filters.set(key, values);
  } else {
    view.filters.delete(key);
  }
  view.page = 0;
}

function clearFilters() {
  view.filters.clear();
  view.search = "";
  view.page = 0;
}

function writeAddress() {
  const parts = new URLSearchParams();
  for (const [key, values] of view.filters) {
    values.forEach(value => parts.append(key, value));
  }
  if (view.search.trim()) parts.set("search", view.search.trim());
  if (view.sort !== "worst" || view.down) parts.set("sort", (view.down ? "-" : "") + view.sort);
  if (view.page > 0) parts.set("page", view.page + 1);
  if (view.open.size > 0) parts.set("open", [...view.open].join("."));
  const hash = parts.toString();
  if (hash !== location.hash.slice(1)) {
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }
}

/** Takes from the address what it can; what it does not know is left out. */
function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  view.filters.clear();
  for (const facet of data.facets) {
    const known = new Set(facet.values.map(value => value.value));
    const values = parts.getAll(facet.key).filter(value => known.has(value));
    if (values.length > 0) {
      view.filters.set(facet.key, new Set(values));
    }
  }
  const sort = parts.get("sort") || "worst";
  const column = sort.replace(/^-/, "");
  view.sort = Object.hasOwn(ORDERS, column) ? column : "worst";
  view.down = sort.startsWith("-");
  view.search = parts.get("search") || "";
  view.page = Math.max(0, (parseInt(parts.get("page"), 10) || 1) - 1);
  const open = (parts.get("open") || "").split(".").filter(Boolean).map(Number);
  view.open = new Set(open.filter(index => data.lines[index]));
}
