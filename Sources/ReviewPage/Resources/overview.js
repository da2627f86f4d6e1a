// How far the office is, by agency, and what agencies have to answer.

import { ask, fill, make } from "./dom.js";
import { say } from "./words.js";

export async function showProgress(place, choose) {
  const agencies = await ask("progress");
  const sum = (member) => agencies.reduce((total, one) => total + one[member], 0);
  fill(place, make("h2", {}, say("progress")),
    make("p", {}, make("a", { href: "findings.xlsx", class: "button", download: "" }, say("workbook"))),
    make("div", { class: "wide", tabIndex: 0, role: "region", "aria-label": say("progress") }, make("table", { class: "progress" },
      make("thead", {}, make("tr", {}, ["agency", "reports", "items", "remaining"].map((name) => make("th", { scope: "col" }, say(name))), make("th", {}))),
      make("tbody", {}, agencies.slice(0, 2000).map((one) => make("tr", {},
        make("th", { scope: "row" }, make("button", { type: "button", class: "link", on: { click: () => choose(one.key) } }, one.agency ?? say("noAgency"))),
        make("td", {}, String(one.reports)), make("td", {}, String(one.items)), make("td", {}, bar(one)),
        make("td", {}, make("a", { href: `agency?key=${encodeURIComponent(one.key)}`, target: "_blank", rel: "noopener" }, say("print")))))),
      make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, say("all")), ["reports", "items", "left"].map((name) =>
        make("td", {}, String(sum(name)))), make("td", {}))))));
}

function bar(one) {
  if (!one.items) return "0";
  const meter = make("progress", { max: Math.max(1, one.items), "aria-label": say("remaining") });
  meter.value = one.items - one.left;
  return [`${one.left} `, meter];
}
