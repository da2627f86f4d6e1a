// A whole report as its statutory tables and its text, and two of them side by side.

import { ask, fill, find, make } from "./dom.js";
import { pick, say } from "./words.js";

export const shown = (figure) => {
  if (!figure) return "";
  if (figure.value !== null && figure.value !== undefined) return figure.value;
  return figure.status === "missing" ? "—" : figure.status === "suspect" ? figure.printed || "?" : figure.printed || "";
};

const title = (report) => `${report.agency ?? say("noAgency")} ${report.year ?? ""}`;

// `save(report, code, text)` is told of a value that somebody has typed, `choose(report, code)` of a figure that is to be looked at.
// Figures in `told` are marked besides.
export function showReport(place, report, code, labels, save, choose, told = new Set()) {
  fill(place,
    make("h2", {}, title(report)), make("p", { class: "soft" }, `${report.file}${report.document > 1 ? ` #${report.document}` : ""}`),
    legend(), report.tables.map((table) => tableView(report, table, code, labels, save, choose)),
    report.findings.length ? make("section", {}, make("h3", {}, say("findings")),
      make("ul", {}, report.findings.map((finding) => make("li", { class: finding.severity }, pick(finding.zh, finding.en))))) : null,
    prose(report, labels, choose));
  for (const button of place.querySelectorAll(".figure button")) if (told.has(button.dataset.code)) button.parentElement.classList.add("disagrees");
  place.querySelector(".chosen button")?.scrollIntoView({ block: "center" });
}

function legend() {
  const statuses = ["printed", "blank", "recovered", "suspect", "missing", "reviewed"];
  return make("p", { class: "legend" }, statuses.map((status) => make("span", { class: `chip ${status}` }, say(`status_${status}`))));
}

function tableView(report, table, code, labels, save, choose) {
  return make("section", { class: "form" }, make("h3", {}, pick(table.zh, table.en)), table.blocks.map((block) =>
    make("div", { class: "wide", tabIndex: 0, role: "region", "aria-label": pick(table.zh, table.en) },
      make("table", { class: "statutory" }, make("tbody", {}, block.rows.map((row) => make("tr", {}, row.map((cell) =>
        cell.kind === "figure" ? figureCell(report, cell.code, cell.code === code, labels, save, choose)
          : make(cell.kind === "title" ? "td" : "th", {
            class: cell.kind, rowSpan: cell.rows, colSpan: cell.columns, scope: cell.kind === "label" ? "row" : cell.kind === "heading" ? "col" : null,
          }, pick(cell.zh, cell.en))))))))));
}

function figureCell(report, code, isChosen, labels, save, choose) {
  const figure = report.figures[code];
  if (!figure) return make("td", { class: "absent" });
  const cell = make("td", { class: `figure ${figure.status}${isChosen ? " chosen" : ""}` });
  const name = `${labels(code)}: ${shown(figure) || say("none")}, ${say(`status_${figure.status}`)}`;
  const button = make("button", { type: "button", "aria-label": name, title: name, data: { code } }, shown(figure) || "\u00a0");
  const edit = () => {
    const input = make("input", { value: figure.value ?? "", inputMode: "decimal", "aria-label": labels(code), size: 6 });
    input.value = figure.value ?? "";
    let isDone = false;
    const end = (saves) => {
      if (isDone) return;
      isDone = true;
      const text = input.value.trim();
      cell.replaceChildren(button);
      button.focus();
      if (saves && text !== (figure.value ?? "")) save(report, code, text);
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") end(true);
      if (event.key === "Escape") end(false);
      event.stopPropagation();
    });
    input.addEventListener("blur", () => end(false));
    cell.replaceChildren(input);
    input.select();
  };
  button.addEventListener("click", edit);
  button.addEventListener("dblclick", () => choose(report, code));
  button.addEventListener("keydown", (event) => {
    if (event.key === "v") { choose(report, code); event.stopPropagation(); }
    if (event.key.startsWith("Arrow")) { move(button, event.key); event.preventDefault(); event.stopPropagation(); }
  });
  cell.append(button);
  return cell;
}

// To the nearest figure in the direction of an arrow key.
function move(from, key) {
  const here = from.getBoundingClientRect();
  const [x, y] = [here.left + here.width / 2, here.top + here.height / 2];
  let best = null;
  for (const other of from.closest("main, .side").querySelectorAll(".figure button")) {
    if (other === from) continue;
    const there = other.getBoundingClientRect();
    const [dx, dy] = [there.left + there.width / 2 - x, there.top + there.height / 2 - y];
    const [along, across] = { ArrowRight: [dx, dy], ArrowLeft: [-dx, dy], ArrowDown: [dy, dx], ArrowUp: [-dy, dx] }[key];
    if (along < 2 || Math.abs(across) > here.width) continue;
    const distance = along + 3 * Math.abs(across);
    if (!best || distance < best.distance) best = { distance, other };
  }
  best?.other.focus();
}

function prose(report, labels, choose) {
  if (!report.prose.length) return null;
  return make("section", { class: "prose" }, make("h3", {}, say("text")), report.prose.map((part) => [
    part.title ? make("h4", {}, part.title) : null,
    part.paragraphs.map((paragraph) => make("p", {}, pieces(paragraph).map((piece) => {
      if (!piece.mark) return piece.text;
      const { code, agrees } = piece.mark;
      const name = `${labels(code)}: ${say(agrees ? "agrees" : "differs")} (${shown(report.figures[code])})`;
      return make("button", { type: "button", class: agrees ? "told" : "told differs", title: name, "aria-label": `${piece.text}, ${name}`,
        on: { click: () => choose(report, code) } }, piece.text);
    }))),
  ]));
}

function pieces(paragraph) {
  const found = [];
  let end = 0;
  for (const mark of paragraph.marks) {
    found.push({ text: paragraph.text.slice(end, mark.start) }, { text: paragraph.text.slice(mark.start, mark.start + mark.length), mark });
    end = mark.start + mark.length;
  }
  found.push({ text: paragraph.text.slice(end) });
  return found.filter((piece) => piece.text);
}

// Two reports of one agency beside each other.
export async function showYears(place, report, load, labels, save, choose) {
  if (report.years.length < 2) { fill(place, make("h2", {}, title(report)), make("p", { class: "soft" }, say("oneYear"))); return; }
  const own = report.years.findIndex((one) => one.id === report.id);
  const chosen = [report.years[Math.max(0, own - 1)].id, own === 0 ? report.years[1].id : report.id];
  const sides = [make("div", { class: "side" }), make("div", { class: "side" })];
  const choice = (side) => {
    const select = make("select", { "aria-label": say(side === 0 ? "first" : "second") }, report.years.map((one) =>
      make("option", { value: String(one.id), selected: one.id === chosen[side] }, `${one.year ?? "?"} · ${one.file}`)));
    select.addEventListener("change", () => { chosen[side] = Number(select.value); draw(side); });
    return select;
  };
  const disagreements = report.items.filter((item) => item.kind === "years");
  const told = new Set(disagreements.map((item) => item.code));
  const draw = async (side) => {
    const one = await load(chosen[side]);
    const again = async (...what) => { await save(...what); draw(side); };
    showReport(sides[side], one, null, labels, again, choose, told);
  };
  fill(place, make("h2", {}, report.agency ?? say("noAgency")),
    disagreements.length ? make("ul", {}, disagreements.map((item) => make("li", { class: "warning" }, pick(item.zh, item.en)))) : null,
    make("div", { class: "pair" }, choice(0), choice(1)), make("div", { class: "pair" }, sides));
  await Promise.all([draw(0), draw(1)]);
}
