"use strict";

/* What a row shows when it is open: the three answers, why, and the documents. */

const SEVERITY_MARKS = {ERROR: "error", WARNING: "warning", INFO: "info", NONE: "quiet"};
const STATE_MARKS = {PRESENT: "there", MISSING: "missing", NOT_DESCRIPTIVE: "unknown", UNKNOWN: "unknown"};
const LEVEL_GROUPS = [
  {title: "Documents", levels: ["REQUIRED", "REQUIRED_IF", "DO_NOT_SEND"], full: true},
  {title: "On request", levels: ["ON_REQUEST"], full: false},
  {title: "Recommended", levels: ["RECOMMENDED"], full: false},
];

function detail(line) {
  return element(
      "div",
      {class: "detail-body"},
      answers(line),
      element("div", {class: "columns"},
          element("div", {class: "why"}, findings(line), openFacts(line), overrides(line)),
          element("div", {class: "documents"}, checklist(line))));
}

function answers(line) {
  const better = line.candidateCodes.length > 0 ? `; ${line.codeApplies === "NO" ? "fits better:" : "look first at"} ${line.candidateCodes.join(", ")}` : "";
  return element(
      "dl",
      {class: "answers"},
      pair("Does 76496 apply?", words.codeApplies[line.codeApplies] + better),
      pair("Is modifier 26 valid?", words.modifier26[line.modifier26]),
      pair("Which documentation?", line.documents.words),
      ...(line.readAs ?? []).map(service => pair("Read as", `${service.name}, by the ${words.field[service.field]}`)),
      ...(line.dateOfServiceEnd ? [pair("Dates of service", `${line.dateOfService} to ${line.dateOfServiceEnd}`)] : []),
      pair("Payer", data.payers[line.payer].words),
      pair("Where", `${data.files[line.file]}, ${line.place}, line ${line.number}`));
}

function pair(term, text) {
  return element("div", {}, element("dt", {}, term), element("dd", {}, text));
}

function findings(line) {
  if (line.findings.length === 0) {
    return group("Why", element("p", {class: "small"}, "No edit has anything to say about this line."));
  }
  // The sort keeps the order of the catalog among those of one severity.
  const sorted = line.findings.map(number => data.findings[number])
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const items = sorted.map(said => element("li", {}, finding(said, line)));
  return group("Why", element("ul", {class: "findings"}, items));
}

function group(title, ...content) {
  return element("section", {}, element("h3", {}, title), ...content);
}

function finding(finding, line) {
  return [
    marked(SEVERITY_MARKS[finding.severity], words.severity[finding.severity], "severity"),
    element("div", {class: "said"},
        element("p", {class: "message"}, finding.message),
        element("p", {class: "small"}, editName(finding.edit)),
        codes(line.codeApplies === "NO" ? "Fits better" : "Look first at", finding.candidateCodes),
        codes("To change in an 837P", finding.remedy.x12Professional),
        codes("To change in an 837I", finding.remedy.x12Institutional),
        codes("To change in FHIR", finding.remedy.fhir),
        codes("The payer might answer with claim status", finding.remedy.claimStatus),
        codes("The payer might answer with adjustment reason", finding.carc),
        codes("The payer might answer with remark", finding.rarc),
        citation(finding.citation),
        finding.row ? element("p", {class: "small"}, "Row ", element("code", {}, finding.row)) : null),
  ];
}

/** The id of an edit, which leads to its place on the published page of all edits, if there is one. */
function editName(edit) {
  return data.catalogUrl
      ? link(`${data.catalogUrl}#${edit.replace("#", "%23")}`, element("code", {}, edit))
      : element("code", {}, edit);
}

function codes(title, codes) {
  return codes.length > 0 ? element("p", {class: "small"}, `${title}: ${codes.join(", ")}`) : null;
}

function citation(citation) {
  const dates = [citation.sourceDate, words.grade[citation.grade], "reviewed " + citation.lastReviewDate];
  return element(
      "p",
      {class: "small citation"},
      link(citation.url, citation.source),
      element("span", {class: "dates"}, dates.map((text, i) =>
          [i === 0 ? " " : ", ", element("span", {}, text)]).flat()));
}

function openFacts(line) {
  if (line.wouldSettle.length === 0) {
    return null;
  }
  const question = line.readAs?.[0]?.question;
  const facts = line.wouldSettle.map(fact =>
      element("li", {}, fact === "DESCRIPTION" && question ? question : words.fact[fact]));
  return group("What would settle it", element("ol", {class: "facts"}, facts));
}

function overrides(line) {
  if (line.overrides.length === 0) {
    return null;
  }
  const items = line.overrides.map(number => data.overrides[number]).map(override =>
      element("li", {},
          element("code", {}, override.edit),
          ` ${words.action[override.action]}, for payer ${override.payer}: ${override.reason}`));
  return group("Decided by the host", element("ul", {class: "overrides"}, items));
}

function checklist(line) {
  const rules = line.documentation.map(number => data.requirements[number]).filter(rule => !isForEverybody(rule));
  const groups = LEVEL_GROUPS.map(kind => documentsOf(kind, rules));
  const all = [...groups, unsaid(rules)].filter(Boolean);
  if (all.length === 0) {
    return group("Documents", element("p", {class: "small"}, line.documents.words));
  }
  return line.codeApplies === "NO"
      ? group("Documents",
          element("p", {class: "small"}, "No document corrects a wrong code."),
          folded(`The ${rules.length} for 76496`, all))
      : all;
}

function documentsOf(kind, rules) {
  const of = rules.filter(rule => kind.levels.includes(rule.level));
  if (of.length === 0) {
    return null;
  }
  const items = of.map(rule => element("li", {class: rule.level}, requirement(rule, kind.full)));
  const list = element("ul", {class: "checklist"}, items);
  return kind.full ? group(kind.title, list) : folded(`${kind.title}: ${names(of)}`, list);
}

function names(rules) {
  return rules.map(rule => words.item[rule.item]).join(", ");
}

/** One line, behind which there is more. */
function folded(title, ...content) {
  return element("details", {class: "folded"}, element("summary", {}, title), ...content);
}

/** Advice for any payer is shown once, below the lines. */
function isForEverybody(rule) {
  return rule.payer === "ANY" && (rule.level === "RECOMMENDED" || rule.level === "NOT_STATED");
}

function adviceForEverybody() {
  const rules = data.requirements.filter(rule => isForEverybody(rule) && rule.level === "RECOMMENDED");
  const once = rules.filter((rule, i) => rules.findIndex(other => other.edit === rule.edit) === i);
  return once.map(rule => element("li", {},
      element("strong", {}, words.item[rule.item]),
      rule.citation.grade === "U" ? " (unverified)" : "",
      citation(rule.citation)));
}

function requirement(rule, full) {
  const doubt = rule.citation.grade === "U" ? ", unverified" : "";
  return [
    rule.level === "DO_NOT_SEND" ? icon("never") : icon(STATE_MARKS[rule.state]),
    element("div", {class: "said"},
        element("p", {},
            element("strong", {}, words.item[rule.item]), " ",
            element("span", {class: "level"}, words.level[rule.level] + doubt), " ",
            element("span", {class: "state " + rule.state}, words.state[rule.state])),
        full ? terms(rule) : null,
        element("p", {class: "small"}, full ? "Who says so: " : "", `${whose(rule)}, ${words.scope[rule.scope]}`),
        citation(rule.citation)),
  ];
}

function terms(rule) {
  const where = rule.channels.map(channel => words.channel[channel]).join("; or ");
  const without = words.consequence[rule.consequence];
  const condition = rule.level === "REQUIRED_IF" ? data.titles[rule.edit] : "";
  return element(
      "dl",
      {class: "terms"},
      condition ? pair("Condition", condition) : null,
      where ? pair("Where", where) : null,
      without ? pair("Without it, the payer says", without) : null);
}

function whose(rule) {
  return rule.payer === "ANY" ? "any payer" : rule.payer;
}

/** Documents of which nothing else is said; what is silent here may be wanted all the same. */
function unsaid(rules) {
  const said = new Set(rules.filter(rule => rule.level !== "NOT_STATED").map(rule => rule.item));
  const silent = rules.filter(rule => rule.level === "NOT_STATED" && !said.has(rule.item));
  if (silent.length === 0) {
    return null;
  }
  return folded(
      `No public rule found: ${names(silent)}`,
      element("p", {class: "small"}, "This does not mean that they are not required."));
}
