// The page of a report as it looks, with the figures' places marked over it.

import { ask, fill, find, make } from "./dom.js";
import { pick, say } from "./words.js";

let resolution = 150;
let zoom = null; // CSS pixels a point; null fits the width.
let current = null;

export function setResolution(value) { resolution = value; }
export const address = (report, page) => `picture?report=${report.id}&page=${page}`;

const usualZoom = 1.35;

// Shows the page that a figure stands on. `choose` is told of a figure that is clicked.
export async function show(report, code, choose) {
  const figure = report.figures[code];
  const page = figure?.page ?? nearestPage(report, code);
  if (!report.pages) return showTables(report, code, choose);
  current = { report, code, page, choose };
  const view = find("view");
  const source = address(report, page);
  const known = view.querySelector("img");
  if (known?.getAttribute("src") === source && known.complete) { mark(); center(); return; }
  const image = make("img", { alt: `${report.agency ?? report.file} ${say("page", { page })}` });
  image.src = source;
  try {
    await image.decode();
  } catch {
    if (current.report !== report || current.page !== page) return;
    const cause = await ask(source).then(() => "", (words) => pick(words.zh, words.en));
    fill(view, make("p", { class: "soft pad" }, say("noPicture", { cause })));
    return showTables(report, code, choose, true);
  }
  if (current.report !== report || current.code !== code) return;
  fill(view, make("div", { class: "stage" }, image, make("div", { class: "boxes" })));
  mark();
  center();
}

// Where a figure that is not there would be looked for: where others of its table are.
function nearestPage(report, code) {
  const table = code.split(".")[0];
  const pages = Object.entries(report.figures).filter(([one, figure]) => figure.page && one.startsWith(table + "."));
  return pages[0]?.[1].page ?? 1;
}

function scale(image) {
  const width = image.naturalWidth * 72 / resolution;
  const fit = (find("view").clientWidth - 4) / width;
  return { width, height: image.naturalHeight * 72 / resolution, factor: zoom ?? Math.max(fit, usualZoom), fit };
}

function mark() {
  const view = find("view");
  const image = view.querySelector("img");
  const { report, code, page, choose } = current;
  const { width, height, factor } = scale(image);
  image.style.width = `${width * factor}px`;
  const related = new Set(report.relations.filter((one) => one.left.includes(code) || one.right.includes(code))
    .flatMap((one) => [...one.left, ...one.right]));
  const boxes = Object.entries(report.figures).filter(([, figure]) => figure.page === page && figure.box).map(([one, figure]) => {
    const [x0, y0, x1, y1] = figure.box;
    const box = make("button", {
      type: "button", class: `box ${figure.status}${one === code ? " chosen" : ""}${related.has(one) ? " related" : ""}`,
      tabIndex: -1, "aria-hidden": "true", on: { click: () => choose(one) },
    });
    Object.assign(box.style, {
      left: `${100 * x0 / width}%`, top: `${100 * y0 / height}%`,
      width: `${100 * (x1 - x0) / width}%`, height: `${100 * (y1 - y0) / height}%`,
    });
    return box;
  });
  fill(view.querySelector(".boxes"), boxes);
}

// The figure in the middle of the height, and as far to the right as it can be: its row's label stands to the left.
function center() {
  const view = find("view");
  const chosen = view.querySelector(".chosen");
  if (!chosen) { view.scrollTo(0, 0); return; }
  const [outer, inner] = [view.getBoundingClientRect(), chosen.getBoundingClientRect()];
  const right = view.scrollLeft + inner.right - outer.left;
  view.scrollTo(right + 60 - view.clientWidth, view.scrollTop + inner.top + inner.height / 2 - outer.top - view.clientHeight / 2);
}

export function changeZoom(step) {
  const image = find("view").querySelector("img");
  if (!image || !current) return;
  const { factor, fit } = scale(image);
  zoom = step === 0 ? fit : Math.min(6, Math.max(fit / 2, factor * (step > 0 ? 1.25 : 0.8)));
  mark();
  center();
}

const tables = new Map();

// Of a source without pages the tables as they were read, with the cell marked.
async function showTables(report, code, choose, keepsMessage = false) {
  current = { report, code, choose };
  const view = find("view");
  let found = tables.get(report.id);
  if (!found) {
    try {
      found = report.pages ? [] : await ask(`tables?report=${report.id}`);
    } catch (words) {
      fill(view, make("p", { class: "soft pad" }, pick(words.zh, words.en)));
      return;
    }
    tables.set(report.id, found);
  }
  if (current.report !== report || current.code !== code || keepsMessage) return;
  const marked = found.find((table) => table.rows.some((row) => row.some((cell) => cell.code === code)));
  fill(view, make("div", { class: "pad" }, make("h3", {}, say("asRead")), found.map((table) =>
    (marked && table !== marked) ? null : make("table", { class: "read" }, make("tbody", {}, table.rows.map((row) => make("tr", {}, row.map((cell) => {
      const figure = cell.code ? report.figures[cell.code] : null;
      return make("td", {
        rowSpan: cell.rows, colSpan: cell.columns,
        class: `${figure ? figure.status : ""}${cell.code === code ? " chosen" : ""}`,
        on: figure ? { click: () => choose(cell.code) } : null,
      }, cell.text);
    }))))))));
  view.querySelector(".chosen")?.scrollIntoView({ block: "center", inline: "center" });
}
