// What there is to decide about one figure: what was read, what speaks against it, what else it may be, and the sums that it stands in.

import { fill, find, make } from "./dom.js";
import { shown } from "./report.js";
import { alternatives, decimal, decimalText, evaluate, relationsOf } from "./sums.js";
import { pick, pickPair, say } from "./words.js";

// `state` holds the report, the code, the thing to settle and what the server has said; `label` names figures; `does` has what buttons and
// keys do, each of which waits for the one before.
export function showPanel(state, label, does) {
  const { report, code, item } = state;
  const panel = find("panel");
  if (!report) { fill(panel, make("p", { class: "soft" }, say(state.total ? "chooseFirst" : "nothing"))); return; }
  const doubtName = (doubt) => pickPair(state.server.doubts[doubt]) || doubt;
  const figure = report.figures[code] ?? { status: "missing", doubts: [], readings: [], evidence: [] };
  const found = alternatives(report, code);
  const input = make("input", { id: "value", inputMode: "decimal", autocomplete: "off", value: figure.value ?? "", "aria-describedby": "sums",
    on: { input: () => showSums(report, code, label, input.value), keydown: (event) => {
      if (event.key === "Enter") { event.preventDefault(); does.correct(); }
      if (event.key === "Escape") { panel.focus(); }
      event.stopPropagation();
    } } });
  const note = make("input", { id: "note", maxLength: 2000, autocomplete: "off", "aria-label": say("note"), placeholder: say("note"),
    value: figure.opinions?.findLast((one) => one.by === state.server.reviewer)?.note ?? "", on: { keydown: (event) => {
      if (event.key === "Escape" || event.key === "Enter") { event.preventDefault(); panel.focus(); }
      event.stopPropagation();
    } } });
  const own = item?.report === report.id && item.code === code ? item : null;
  fill(panel,
    make("p", { class: "soft" }, `${report.agency ?? say("noAgency")} ${report.year ?? ""} · ${report.file}`),
    make("h2", {}, label(code)), make("code", { class: "soft" }, code),
    own && (own.zh || own.en) ? make("p", { class: "why" }, pick(own.zh, own.en)) : null,
    make("dl", {},
      make("dt", {}, say("reading")), make("dd", {}, make("strong", { class: "number" }, figure.value ?? say("none")), " ",
        make("span", { class: `chip ${figure.status}` }, say(`status_${figure.status}`)),
        figure.wasStatus ? make("span", { class: "soft" }, " ", say("was", { value: figure.wasValue ?? say("none"), status: say(`status_${figure.wasStatus}`) })) : null),
      figure.printed != null ? [make("dt", {}, say("printed")), make("dd", {}, make("q", {}, figure.printed), figure.page ? ` ${say("page", { page: figure.page })}` : "")] : null,
      figure.doubts.length ? [make("dt", {}, say("doubts")), make("dd", {}, make("ul", {}, figure.doubts.map((doubt) => make("li", {}, doubtName(doubt)))))] : null),
    opinionsOf(figure),
    found.length ? make("section", {}, make("h3", {}, say("alternatives")), make("ol", { class: "choices" }, found.map((one, index) => make("li", {},
      make("button", { type: "button", on: { click: () => does.take(one.value) } }, make("kbd", {}, String(index + 1)), " ",
        make("strong", { class: "number" }, one.value), " ", make("span", { class: "soft" }, whyOf(one))))))) : null,
    make("label", { class: "value" }, make("span", {}, say("value")), input),
    make("section", { id: "sums", "aria-live": "polite" }),
    note,
    make("div", { class: "actions" }, [["accept", "A"], ["correct", "⏎"], ["blank", "B"], ["leave", "L"], ["undo", "U"], ["next", "J"]].map(([name, key]) =>
      make("button", { type: "button", id: name, on: { click: () => does[name]() } }, say(name), " ", make("kbd", {}, key)))));
  showSums(report, code, label, input.value);
}

const whyOf = (one) => [one.checks ? say("byCheck", { count: one.checks }) : null,
  one.reasons.includes("reading") ? say("otherReading") : null, one.reasons.includes("digits") ? say("digits") : null].filter(Boolean).join(pick("，", ", "));

function opinionsOf(figure) {
  if (!figure.opinions?.length) return null;
  const word = (one) => ({ confirmed: say("confirmed"), corrected: say("corrected", { value: one.value }), blank: say("decided_blank"), left: say("left_it") })[one.decision];
  const results = new Set(figure.opinions.map((one) => `${one.decision === "left"} ${one.value ?? ""}`));
  return make("ul", { class: results.size > 1 ? "opinions conflict" : "opinions" },
    results.size > 1 ? make("li", {}, make("b", {}, say("conflict"))) : null,
    figure.opinions.map((one) => make("li", {}, say("by", { by: one.by, at: one.at.slice(0, 16).replace("T", " "), decision: word(one) }),
      one.note ? make("q", {}, one.note) : null, one.isOutdated ? say("outdated") : null)));
}

// The sums of the row and the column, with the value as it is typed.
function showSums(report, code, label, text) {
  const typed = text.trim() === "" ? 0n : decimal(text);
  const relations = relationsOf(report, code);
  const isAsRead = text.trim() === "" && !["blank", "reviewed"].includes(report.figures[code]?.status);
  fill(find("sums"), relations.length ? make("h3", {}, say("sums")) : null, relations.map((relation) => {
    const result = evaluate(relation, report.figures, code, isAsRead || typed === null ? undefined : typed);
    const side = (codes) => codes.map((one, index) => [index ? " + " : "", make(one === code ? "mark" : "span", { title: label(one) },
      one === code && typed !== null && !isAsRead ? decimalText(typed) : shown(report.figures[one]) || "0")]);
    const outcome = !result.isKnown ? say("open_sum") : result.holds ? say("holds") : say("fails", { difference: decimalText(result.left - result.right) });
    return make("p", { class: `sum ${result.isKnown ? (result.holds ? "holds" : "fails") : ""}` },
      make("span", { class: "terms" }, side(relation.left), " = ", side(relation.right)),
      make("b", {}, `${result.holds ? "✓" : result.isKnown ? "✗" : "?"} ${outcome}`), make("code", { class: "soft" }, relation.id));
  }));
}
