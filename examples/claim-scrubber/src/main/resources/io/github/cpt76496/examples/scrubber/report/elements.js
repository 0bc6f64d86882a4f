"use strict";

/** An element with attributes, listeners ("onclick") and children. Text is set as text, always. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

function icon(name) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("class", "icon " + name);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(namespace, "use");
  use.setAttribute("href", "#icon-" + name);
  svg.append(use);
  return svg;
}

/** What only a screen reader says. */
function unseen(text) {
  return element("span", {class: "hidden"}, text);
}

/** Shape and color together, and never without the word beside it. */
function marked(mark, text, className = "") {
  return element("span", {class: `marked ${mark} ${className}`}, icon(mark), element("span", {}, text));
}

/** A link where there is an address that a browser can open without harm, else the text alone. */
function link(address, text) {
  if (!/^https?:\/\//i.test(address || "")) {
    return element("span", {}, text);
  }
  return element(
      "a",
      {href: address, target: "_blank", rel: "noopener noreferrer"},
      text,
      unseen(" (opens in a new tab)"));
}

function counted(count, noun) {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

function byId(id) {
  return document.getElementById(id);
}
