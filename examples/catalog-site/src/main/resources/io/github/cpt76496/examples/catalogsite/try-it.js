"use strict";

/* The form: looks the answers up that were reviewed when this page was written. */

const data = JSON.parse(byId("data").textContent);
const MARKS = {
  YES: "good", NO: "bad", UNDETERMINED: "open",
  VALID: "good", INVALID: "bad", MISSING: "bad", NOT_NEEDED: "quiet",
};

/* The questions to which the reader has no answer. */
const notKnown = new Set();

function drawForm() {
  for (const dimension of data.dimensions) {
    const select = element("select", {id: `try-${dimension.key}`});
    let group = null;
    dimension.choices.forEach((choice, i) => {
      const option = element("option", {value: i}, choice.label);
      if (!choice.group) {
        select.append(option);
        return;
      }
      if (!group || group.label !== choice.group) {
        group = element("optgroup", {label: choice.group});
        select.append(group);
      }
      group.append(option);
    });
    select.addEventListener("change", () => { notKnown.clear(); answer(); });
    byId("form").append(element("label", {}, dimension.label, select));
  }
}

/* Of choices that make no difference the table keeps one column. */
function lookUp(part, chosen) {
  let index = 0;
  part.sizes.forEach((size, d) => { index = index * size + part.classes[d][chosen[d]]; });
  let number = 0;
  for (const digit of part.text.slice(index * part.width, (index + 1) * part.width)) {
    number = number * data.digits.length + data.digits.indexOf(digit);
  }
  return part.values[number];
}

function review(chosen) {
  const {procedure, modifier, documentation, settles} = data.parts;
  const parts = [procedure, modifier, documentation].map(part => lookUp(part, chosen));
  return {
    codeApplies: parts[0].answer,
    candidateCodes: parts[0].candidateCodes,
    modifier26: parts[1].answer,
    match: parts[2].match,
    documentation: parts[2].requirements.map(number => data.requirements[number]),
    findings: parts.flatMap(part => part.findings).map(number => data.findings[number]),
    wouldSettle: lookUp(settles, chosen).facts,
    words: lookUp(settles, chosen).words,
  };
}

function answer() {
  const chosen = data.dimensions.map(dimension => Number(byId(`try-${dimension.key}`).value));
  const line = review(chosen);
  byId("answer").replaceChildren(
      answers(line, chosen),
      element("div", {class: "columns"}, findings(line.findings), documents(line.documentation)));
}

function answers(line, chosen) {
  const required = line.documentation.filter(r => r.level === "REQUIRED");
  const missing = required.filter(r => r.state === "MISSING");
  const documents = required.length > 0
      ? `${required.length} required` + (missing.length > 0 ? `, ${missing.length} missing` : "")
      : line.match === "NONE" ? "No public rule found" : "None always required";
  const more = [];
  if (line.candidateCodes.length > 0) more.push(`${line.codeApplies === "NO" ? "Fits better" : "Look first at"}: ${line.candidateCodes.join(", ")}`);
  return element(
      "dl",
      {class: "three sheet"},
      said("Does 76496 apply?", MARKS[line.codeApplies], data.words.codeApplies[line.codeApplies], more.join(". ")),
      said("Is modifier 26 valid?", MARKS[line.modifier26], data.words.modifier26[line.modifier26], ""),
      said(
          "Which documentation is required?",
          required.length > 0 ? (missing.length > 0 ? "missing" : "required") : line.match === "NONE" ? "no-public-rule" : "quiet",
          documents,
          ""),
      line.wouldSettle.length > 0
          ? element("div", {class: "settles"}, element("dt", {}, "What would settle the rest"), element("dd", {}, questions(line, chosen)))
          : "");
}

/* In the order in which a review asks: the first that has no answer yet, and what would come after it. */
function questions(line, chosen) {
  const open = line.wouldSettle.filter(fact => !notKnown.has(fact));
  const text = fact => fact === "description" && line.words ? line.words : data.questions[fact].text;
  const again = notKnown.size === 0 ? "" : button("Ask again", () => notKnown.clear());
  if (open.length === 0) {
    return element("p", {}, "Nothing more to ask: what is not known stays open. ", again);
  }
  const [now, ...later] = open;
  const offered = data.questions[now].options.flatMap(option => {
    const way = wayTo(now, option.code, chosen);
    return way ? [button(option.words, () => { byId(`try-${way.key}`).value = way.choice; })] : [];
  });
  return element(
      "div", {},
      element("p", {class: "question", id: "question"}, text(now)),
      element(
          "div", {class: "options", role: "group", "aria-labelledby": "question"},
          ...offered,
          button("Not known", () => notKnown.add(now)),
          again),
      more(now, offered.length),
      later.length === 0 ? "" : element("p", {class: "later"}, "If that settles nothing: ", later.map(text).join(" ")));
}

/* What this form cannot take. */
function more(fact, offered) {
  const question = data.questions[fact];
  const words = question.options.length > 0 && offered === 0 ? "This form takes no answer to it beside what is chosen above."
      : question.options.length === 0 ? "It is answered in words, which this form does not take."
      : question.more > 0 ? `${question.more} more answers are known to the library.` : "";
  return words ? element("p", {class: "later"}, words) : "";
}

/* The choice that states an answer beside what is stated already, and as little else as can be. */
function wayTo(fact, code, chosen) {
  const ways = data.dimensions.flatMap((dimension, d) => {
    const stated = Object.entries(dimension.choices[chosen[d]].states).filter(([name]) => name !== fact);
    return dimension.choices.flatMap((choice, i) =>
        choice.states[fact] === code && stated.every(([name, value]) => choice.states[name] === value)
            ? [{key: dimension.key, choice: i, size: Object.keys(choice.states).length}] : []);
  });
  ways.sort((one, other) => one.size - other.size);
  return ways[0];
}

function button(words, act) {
  const node = element("button", {type: "button"}, words);
  node.addEventListener("click", () => {
    act();
    answer();
    const next = document.querySelector("#answer .options button");
    if (next) next.focus();
  });
  return node;
}

function said(question, mark, words, more) {
  return element(
      "div", {},
      element("dt", {}, question),
      element("dd", {}, icon(mark), element("span", {}, words)),
      more ? element("dd", {}, more) : "");
}

function findings(list) {
  return element(
      "section", {class: "sheet"},
      element("h3", {}, counted(list.length, "finding")),
      element("ul", {}, ...list.map(finding => element(
          "li", {},
          icon(finding.severity.toLowerCase()),
          element(
              "div", {},
              element(
                  "p", {},
                  element("span", {class: "unseen"}, `${data.words.severity[finding.severity]}: `),
                  capital(finding.message)),
              element("p", {class: "small"}, editLink(finding.edit)),
              cited(finding.citation, ""))))));
}

function documents(list) {
  const of = (...levels) => list.filter(r => levels.includes(r.level));
  const needed = of("REQUIRED", "REQUIRED_IF", "DO_NOT_SEND");
  const softer = of("ON_REQUEST", "RECOMMENDED");
  const silent = of("NOT_STATED");
  return element(
      "section", {class: "sheet"},
      element("h3", {}, counted(needed.length, "document") + " that the payer names"),
      needed.length > 0 ? "" : element(
          "p", {class: "small"},
          "No public rule of this payer was found that requires one. This does not mean that nothing is required."),
      element("ul", {}, ...needed.map(requirement)),
      folded(softer, `${softer.length} more: when the payer asks, or recommended`, "softer"),
      folded(silent, `${silent.length} more: no public rule found`, "silent"));
}

function folded(list, summary, className) {
  return list.length === 0 ? "" : element(
      "details", {class: className},
      element("summary", {}, summary),
      element("ul", {}, ...list.map(requirement)));
}

function requirement(r) {
  const where = r.channels.map(channel => data.words.channel[channel]).join("; ");
  const without = data.words.consequence[r.consequence];
  return element(
      "li", {},
      icon(r.level === "NOT_STATED" ? "no-public-rule" : r.state.toLowerCase()),
      element(
          "div", {},
          element(
              "p", {},
              element("strong", {}, capital(data.words.item[r.item])), " ",
              element("span", {class: `level ${r.level}`}, data.words.level[r.level]), " ",
              unverified(r.citation) && r.level !== "NOT_STATED" ? element("span", {class: "level unverified-tag"}, "unverified") : "", " ",
              r.level === "NOT_STATED" ? "" : element("span", {class: "small"}, data.words.state[r.state])),
          where ? element("p", {class: "small"}, `Where: ${where}`) : "",
          without ? element("p", {class: "small"}, `If missing: ${without}`) : "",
          cited(r.citation, r.edit)));
}

function editLink(id) {
  return element("a", {href: anchor(id)}, element("code", {}, id));
}

function anchor(id) {
  return `#${id.replace("#", "%23")}`;
}

function cited(citation, edit) {
  const source = /^https?:\/\//.test(citation.url)
      ? element("a", {href: citation.url, rel: "noopener noreferrer"}, citation.source)
      : citation.source;
  return element(
      "p", {class: "small"},
      source, `, ${citation.sourceDate}, grade ${citation.grade}${unverified(citation) ? ", unverified" : ""}`,
      ...(edit ? [", ", element("a", {href: anchor(edit)}, "its edit", element("span", {class: "unseen"}, ` ${edit}`))] : []));
}

function unverified(citation) {
  return citation.grade === "U";
}

function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

drawForm();
answer();
byId("try-note").textContent = `One line billed with 76496, one unit, date of service ${data.day}. `
    + "The answers were computed by the library for every combination of this form when the page was written; "
    + "the library itself takes any claim.";
