// The page on which people settle what a conversion leaves in doubt: the queue, the decision, the keys.

import { ask, fill, find, make } from "./dom.js";
import { showProgress } from "./overview.js";
import { showPanel } from "./panel.js";
import { address, changeZoom, setResolution, show } from "./picture.js";
import { showReport, showYears } from "./report.js";
import { alternatives, decimal, decimalText } from "./sums.js";
import { pick, pickPair, say, translate } from "./words.js";

const state = { server: null, labels: {}, items: [], total: 0, item: null, report: null, code: null, view: "review" };
const filter = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const label = (code) => pickPair(state.labels[code]) || code;
const order = ["check", "suspect", "missing", "years", "prose"];
const facets = ["kind", "year", "agency", "form", "doubt"];

// MARK: Messages

let silence;
function tell(words, isGood = false) {
  const message = find("message");
  message.textContent = typeof words === "string" ? words : pick(words?.zh, words?.en) || String(words);
  message.className = isGood ? "good" : "bad";
  message.hidden = false;
  clearTimeout(silence);
  if (isGood) silence = setTimeout(() => { message.hidden = true; }, 1500);
}
const guarded = (action) => async (...values) => { try { return await action(...values); } catch (words) { tell(words); console.error(words); } };
// One thing at a time: a key that is pressed before the page shows what the one before has done would be about another figure than
// whoever pressed it means.
let isBusy = false;
const alone = (action) => async (...values) => {
  if (isBusy) return undefined;
  isBusy = true;
  document.body.setAttribute("aria-busy", "true");
  try { return await guarded(action)(...values); } finally {
    isBusy = false;
    document.body.removeAttribute("aria-busy");
  }
};

// MARK: Reports, and those that will be asked for next

const reports = new Map();
function load(id, isFresh = false) {
  if (isFresh || !reports.has(id)) {
    const asked = ask(`report?id=${id}`);
    reports.set(id, asked);
    asked.catch(() => reports.delete(id));
    if (reports.size > 40) reports.delete(reports.keys().next().value);
  }
  return reports.get(id);
}
const pictures = [];
async function prefetch(item) {
  if (!item) return;
  try {
    const report = await load(item.report);
    const page = report.figures[item.code]?.page;
    if (!report.pages || !page) return;
    const image = new Image();
    image.src = address(report, page);
    pictures.push(image);
    if (pictures.length > 8) pictures.shift();
  } catch { /* It is asked for again when it is needed. */ }
}

// MARK: The queue

async function refreshState() {
  state.server = await ask("state");
  const { left, items, problems, conflicts } = state.server;
  const notes = [say("left", { left, items })];
  if (conflicts) notes.push(say("conflicts", { count: conflicts }));
  find("left").textContent = notes.join(" · ");
  if (problems.length) tell(say("problems", { count: problems.length, first: problems[0] }));
}

const query = (more = {}) => new URLSearchParams(Object.entries({ ...filter, ...more }).filter(([, value]) => value !== "" && value != null)).toString();

async function refreshQueue() {
  const found = await ask(`queue?${query()}`);
  [state.items, state.total] = [found.items, found.total];
  drawQueue();
}

async function more() {
  const last = state.items.at(-1);
  if (!last || state.items.length >= state.total) return;
  const found = await ask(`queue?${query({ rank: last.rank, after: last.id })}`);
  state.items.push(...found.items);
  drawQueue();
}

function drawQueue() {
  find("found").textContent = state.total ? say("found", { count: state.total })
    : say(Object.values(filter).some(Boolean) ? "nothingHere" : "nothing");
  fill(find("items"), state.items.map((item) => make("li", {}, make("button", {
    type: "button", class: `item ${item.kind}${item.settled ? " settled" : ""}`, data: { id: String(item.id) },
    "aria-current": item.id === state.item?.id ? "true" : null, on: { click: alone(() => select(item)) },
  }, make("span", { class: "top" }, make("b", {}, pickPair(state.server.kinds[item.kind])), ` ${item.year ?? ""} `, item.agency ?? item.file),
  make("span", { class: "name" }, label(item.code)), make("span", { class: "soft" }, reason(item))))));
  if (state.items.length < state.total) {
    find("items").append(make("li", {}, make("button", { type: "button", class: "item", on: { click: guarded(more) } }, "…")));
  }
  find("items").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

const reason = (item) => pick(item.zh, item.en) || item.doubts.map((doubt) => pickPair(state.server.doubts[doubt]) || doubt).join(pick("；", "; "))
  || item.printed || say(`status_${item.status}`);

async function drawFilters() {
  const counts = await ask(`counts?${query()}`);
  const options = (facet) => counts[facet].map((one) => {
    const name = facet === "kind" ? pickPair(state.server.kinds[one.value]) : facet === "doubt" ? pickPair(state.server.doubts[one.value])
      : one.name ?? (one.value === "?" || one.value === "" ? say("unknown") : one.value);
    return make("option", { value: one.value, selected: filter[facet] === one.value }, `${name} (${one.count})`);
  });
  const narrow = async (name, value) => {
    filter[name] = value;
    history.replaceState(null, "", `#${query()}`);
    await Promise.all([refreshQueue(), drawFilters()]);
    if (state.items[0]) await select(state.items[0]);
  };
  const choose = (name) => guarded(async (event) => {
    await narrow(name, event.target.value);
    find(`filter-${name}`)?.focus();
  });
  fill(find("kinds"), Object.keys(state.server.kinds).map((kind) => [kind, counts.kind.find((one) => one.value === kind)?.count ?? 0])
    .filter(([kind, count]) => count || filter.kind === kind).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([kind, count]) => make("button", { type: "button", class: `kind ${kind}`, "aria-pressed": filter.kind === kind ? "true" : "false",
      on: { click: guarded(() => narrow("kind", filter.kind === kind ? "" : kind)) } }, `${pickPair(state.server.kinds[kind])} ${count}`)));
  const field = (name, control) => make("label", {}, make("span", {}, say(name)), control);
  const select_ = (name, children) => make("select", { id: `filter-${name}`, on: { change: choose(name) } }, children);
  fill(find("filter"),
    facets.map((facet) => field(facet, select_(facet, [make("option", { value: "" }, say("all")), options(facet)]))),
    field("file", make("input", { id: "filter-file", type: "text", value: filter.file ?? "", on: { change: choose("file") } })),
    field("state", select_("state", ["open", "settled", "all"].map((one) =>
      make("option", { value: one, selected: (filter.state ?? "open") === one }, say(one))))),
    make("button", { type: "button", on: { click: guarded(async () => {
      for (const name of Object.keys(filter)) delete filter[name];
      history.replaceState(null, "", location.pathname);
      await Promise.all([refreshQueue(), drawFilters()]);
    }) } }, say("clear")));
}

// MARK: One figure

async function select(item) {
  state.item = item;
  await look(await load(item.report), item.code);
  for (const button of find("items").querySelectorAll(".item")) {
    if (button.dataset.id === String(item.id)) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
  }
  find("items").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  const place = state.items.indexOf(item);
  for (const next of state.items.slice(place + 1, place + 4)) prefetch(next);
}

// Shows a figure of a report, whether it is in the queue or not.
async function look(report, code) {
  [state.report, state.code] = [report, code];
  if (state.view !== "review") open("review");
  drawPanel();
  await show(report, code, guarded(async (other) => {
    state.item = state.items.find((item) => item.report === report.id && item.code === other) ?? state.item;
    await look(report, other);
  }));
}

const drawPanel = () => showPanel(state, label, buttons);

// MARK: Decisions

async function decide(decision, value) {
  const { report, code } = state;
  if (!report) return;
  const note = find("note")?.value ?? "";
  await note_(report, code, decision, value, note);
  await next();
}

// Has a decision written down; when this is over it is on the disk.
async function note_(report, code, decision, value, note) {
  const changed = await ask("decide", { report: report.id, sha256: report.sha256, document: report.document, code, decision, value: value ?? null, note: note ?? null });
  reports.set(report.id, Promise.resolve(changed));
  tell(say("saved"), true);
  take(changed);
  if (state.report?.id === report.id) state.report = changed;
  await refreshState();
  drawFilters().catch(() => {});
  return changed;
}

// What is settled of a report leaves the queue.
function take(report) {
  const settled = new Set(report.items.filter((item) => item.settled).map((item) => item.id));
  const open = new Set(report.items.filter((item) => !item.settled).map((item) => item.id));
  for (const item of state.items) {
    if (settled.has(item.id)) item.settled = true;
    if (open.has(item.id)) item.settled = false;
  }
  drawQueue();
}

async function correct() {
  const text = find("value").value.trim();
  if (text === "") { tell(say("needValue")); return; }
  const units = decimal(text);
  const figure = state.report.figures[state.code];
  if (units !== null && decimalText(units) === (figure?.wasStatus ? figure.wasValue : figure?.value)) return decide("confirmed");
  await decide("corrected", text);
}

async function next(step = 1) {
  const place = state.items.indexOf(state.item);
  const isWanted = (item) => (filter.state ?? "open") !== "open" || !item.settled;
  if (step > 0 && place > state.items.length - 5) await more();
  const rest = step > 0 ? state.items.slice(place + 1) : state.items.slice(0, Math.max(0, place)).reverse();
  const item = rest.find(isWanted) ?? (step > 0 ? state.items.find(isWanted) : null);
  if (item) await select(item);
  else if (step > 0) {
    await refreshQueue();
    const first = state.items.find(isWanted);
    if (first) await select(first); else { drawPanel(); }
  }
}

async function undo() {
  const { report, code } = await ask("undo", {});
  const changed = await load(Number(report), true);
  tell(say("undone"), true);
  await refreshState();
  await refreshQueue();
  state.item = state.items.find((item) => item.report === changed.id && item.code === code) ?? state.item;
  await look(changed, code);
  drawQueue();
}

const actions = {
  accept: () => decide("confirmed"), correct, blank: () => decide("blank"), leave: () => decide("left"), undo, next: () => next(),
};

const buttons = Object.fromEntries(Object.entries({ ...actions, take: (value) => decide("corrected", value) })
  .map(([name, action]) => [name, alone(action)]));

// MARK: Views

const views = ["review", "report", "years", "progress"];
const save = alone(async (report, code, text) => {
  const changed = await note_(report, code, text === "" ? "blank" : "corrected", text === "" ? null : text);
  if (state.view === "report") open("report");
  return changed;
});
const chooseFigure = guarded(async (report, code) => {
  state.item = state.items.find((item) => item.report === report.id && item.code === code) ?? state.item;
  await look(report, code);
});

const open = guarded(async (view) => {
  state.view = view;
  for (const one of views) find(one).hidden = one !== view;
  for (const button of find("views").children) {
    if (button.dataset.view === view) button.setAttribute("aria-current", "page"); else button.removeAttribute("aria-current");
  }
  const place = find(view);
  if (view === "review") { if (state.report) drawPanel(); return; }
  if (view === "progress") {
    await showProgress(place, guarded(async (key) => {
      for (const name of Object.keys(filter)) delete filter[name];
      filter.agency = key;
      await Promise.all([refreshQueue(), drawFilters()]);
      open("review");
      if (state.items[0]) await select(state.items[0]);
    }));
  } else if (!state.report) fill(place, make("p", { class: "soft" }, say("chooseFirst")));
  else if (view === "report") showReport(place, state.report, state.code, label, save, chooseFigure);
  else await showYears(place, state.report, load, label, save, chooseFigure);
  place.focus();
});

// MARK: Keys

const keys = {
  a: ["accept", actions.accept], e: ["edit", () => { find("value")?.focus(); find("value")?.select(); }], Enter: ["correct", correct],
  b: ["blank", actions.blank], l: ["leave", actions.leave], n: ["note", () => find("note")?.focus()], u: ["undo", undo],
  j: ["next", () => next()], k: ["previous", () => next(-1)], ArrowDown: ["next", () => next()], ArrowUp: ["previous", () => next(-1)],
  f: ["filters", () => { find("filters").open = true; find("filter-kind")?.focus(); }],
  "+": ["closer", () => changeZoom(1)], "-": ["wider", () => changeZoom(-1)], 0: ["fit", () => changeZoom(0)],
};
const viewKeys = { q: "review", r: "report", y: "years", p: "progress" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || find("keys").open) return;
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") find("panel").focus();
    return;
  }
  if (event.target.matches("button, a, summary") && ["Enter", " "].includes(event.key)) return;
  if (event.key === "?") { showKeys(); event.preventDefault(); return; }
  if (viewKeys[event.key]) { alone(open)(viewKeys[event.key]); event.preventDefault(); return; }
  if (state.view !== "review") return;
  const action = keys[event.key]?.[1] ?? (/^[1-9]$/.test(event.key) ? () => {
    const chosen = state.report ? alternatives(state.report, state.code)[Number(event.key) - 1] : null;
    return chosen ? decide("corrected", chosen.value) : undefined;
  } : null);
  if (!action || event.repeat && !["j", "k", "ArrowDown", "ArrowUp", "+", "-"].includes(event.key)) return;
  event.preventDefault();
  alone(action)();
});

function showKeys() {
  const rows = [...Object.entries(keys).map(([key, [name]]) => [key, say(name)]), ["1–9", say("alternatives")],
    ...Object.entries(viewKeys).map(([key, view]) => [key, say(view)])];
  fill(find("keys"), make("h2", {}, say("keys_title")), make("dl", { class: "keys" }, rows.map(([key, name]) =>
    [make("dt", {}, make("kbd", {}, key)), make("dd", {}, name)])),
  make("button", { type: "button", on: { click: () => find("keys").close() } }, say("close")));
  find("keys").showModal();
}

// MARK: The beginning

guarded(async () => {
  translate();
  fill(find("views"), views.map((view) => make("button", { type: "button", data: { view }, on: { click: () => open(view) } }, say(view))));
  fill(find("tools"), [["wider", "−", -1], ["closer", "+", 1], ["fit", "⇔", 0]].map(([name, sign, step]) =>
    make("button", { type: "button", title: say(name), "aria-label": say(name), on: { click: () => changeZoom(step) } }, sign)));
  find("help").addEventListener("click", showKeys);
  const [labels] = await Promise.all([ask("labels"), refreshState()]);
  state.labels = labels;
  setResolution(state.server.resolution);
  find("title").textContent = `${say("title")} · ${state.server.title}`;
  document.title = find("title").textContent;
  find("title").title = `${say("reviewer", { name: state.server.reviewer })} · ${state.server.decisions}`;
  await refreshQueue();
  open("review");
  if (state.items[0]) await select(state.items[0]); else drawPanel();
  drawFilters();
  document.body.dataset.ready = "true";
  // Somebody else may be deciding, too.
  setInterval(() => { if (!document.hidden) refreshState().catch(() => {}); }, 20000);
})();
