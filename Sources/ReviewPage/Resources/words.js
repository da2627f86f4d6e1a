// The page in Chinese and English, by the browser's language.

export const chinese = (navigator.languages?.[0] ?? navigator.language ?? "zh").toLowerCase().startsWith("zh");

const words = {
  title: ["年报核对", "Review"], skip: ["跳到核定", "Skip to the decision"], views: ["视图", "Views"],
  queue: ["待核队列", "Queue"], source: ["原文", "Source"], panel: ["核定", "Decision"], tools: ["原文工具", "Source tools"],
  review: ["逐项核对", "Review"], report: ["整份报告", "Whole report"], years: ["两年对照", "Two years"], progress: ["进度", "Progress"],
  filters: ["筛选", "Filters"], keys: ["按键 ?", "Keys ?"], kind: ["类型", "Kind"], agency: ["机关", "Agency"], year: ["年度", "Year"],
  form: ["格式", "Form"], doubt: ["疑点", "Doubt"], file: ["文件名含", "File name has"], state: ["状态", "State"], all: ["全部", "all"],
  open: ["待核", "open"], settled: ["已核", "settled"], unknown: ["未知", "unknown"], clear: ["清除", "Clear"],
  left: ["剩 {left} / 共 {items} 项", "{left} of {items} left"], found: ["{count} 项", "{count} found"],
  nothing: ["没有待核的了。", "Nothing left to settle."], nothingHere: ["没有符合筛选的项。", "Nothing fits the filters."],
  reading: ["读数", "Reading"], printed: ["原文", "Printed"], page: ["第 {page} 页", "page {page}"], none: ["无", "none"],
  doubts: ["疑点", "Doubts"], alternatives: ["可选值", "Alternatives"], value: ["应为", "Should be"], sums: ["勾稽", "Sums"],
  note: ["备注", "Note"], accept: ["接受", "Accept"], correct: ["改正", "Correct"], blank: ["空白", "Blank"], leave: ["保留", "Leave"],
  undo: ["撤销", "Undo"], next: ["下一项", "Next"], previous: ["上一项", "Previous"], edit: ["填写", "Type a value"],
  byCheck: ["使 {count} 项勾稽成立", "makes {count} checks hold"], otherReading: ["另一读法", "another reading"],
  digits: ["原文中的数", "a number in the text"], holds: ["成立", "holds"], fails: ["差 {difference}", "off by {difference}"],
  open_sum: ["有未知项", "has unknowns"], was: ["原读数 {value}（{status}）", "was {value} ({status})"],
  by: ["{by} 于 {at}：{decision}", "{by}, {at}: {decision}"], conflict: ["意见不一", "People disagree"],
  outdated: ["（依据的读数已变，未采用）", "(about another reading; not applied)"],
  confirmed: ["确认", "confirmed"], corrected: ["改为 {value}", "corrected to {value}"], decided_blank: ["空白", "blank"],
  left_it: ["保留待答", "left as it is"], closer: ["放大", "Closer"], wider: ["缩小", "Wider"], fit: ["适合宽度", "Fit width"],
  marked: ["本项", "this figure"], noPicture: ["不能显示页面图像：{cause}", "No picture of the page: {cause}"],
  asRead: ["读到的表格", "Tables as read"], asForm: ["按格式排列", "By the form"], text: ["正文", "Text"],
  findings: ["发现", "Findings"], agrees: ["与表格一致", "agrees with the table"], differs: ["与表格不一致", "differs from the table"],
  first: ["左", "Left"], second: ["右", "Right"], oneYear: ["该机关只有一份报告。", "There is one report of this agency only."],
  chooseFirst: ["请先选一项。", "Choose something first."], reports: ["报告", "Reports"], items: ["待核项", "To settle"],
  remaining: ["剩余", "Left"], print: ["打印核查问题", "Questions to print"], workbook: ["导出全部核查问题（XLSX）", "Export all questions (XLSX)"],
  noAgency: ["（未写明机关）", "(no agency named)"], saved: ["已保存", "Saved"], undone: ["已撤销", "Undone"],
  problems: ["核定文件中有 {count} 行不能读取：{first}", "{count} lines of the file of decisions are none: {first}"],
  conflicts: ["{count} 处意见不一", "{count} conflicts"], reviewer: ["核定人 {name}", "Reviewer {name}"],
  close: ["关闭", "Close"], status_printed: ["原文", "printed"], status_blank: ["空白", "blank"], status_recovered: ["推得", "recovered"],
  status_suspect: ["存疑", "suspect"], status_missing: ["缺失", "missing"], status_reviewed: ["已核定", "reviewed"],
  keys_title: ["按键", "Keys"], needValue: ["请填写一个数", "Type a number"], related: ["同一勾稽中的项", "in the same sum"],
};

// A word in the page's language, with values for its `{names}`.
export function say(name, values = {}) {
  const text = words[name]?.[chinese ? 0 : 1] ?? name;
  return text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? "");
}

// Of two texts the one in the page's language.
export const pick = (zh, en) => (chinese ? zh ?? en : en ?? zh) ?? "";
export const pickPair = (pair) => (pair ? pick(pair[0], pair[1]) : "");

// Gives elements that are there from the beginning their words.
export function translate() {
  document.documentElement.lang = chinese ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
}
