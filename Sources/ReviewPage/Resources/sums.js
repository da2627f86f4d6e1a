// Sums of exact decimals. Which figures add up comes from the server; here they are only added.

// A decimal as whole millionths; null where the text is none.
export function decimal(text) {
  const plain = (text ?? "").trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[,，\s]/g, "").replace("．", ".");
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(plain);
  if (!match) return null;
  const units = BigInt(match[2]) * 1000000n + BigInt((match[3] ?? "").padEnd(6, "0"));
  return match[1] ? -units : units;
}

export function decimalText(units) {
  const sign = units < 0n ? "-" : "";
  const size = units < 0n ? -units : units;
  const rest = String(size % 1000000n).padStart(6, "0").replace(/0+$/, "");
  return sign + String(size / 1000000n) + (rest ? "." + rest : "");
}

// What a figure adds: null where that is not known. A blank adds nothing.
function amount(figure) {
  if (!figure) return 0n;
  if (figure.value !== null && figure.value !== undefined) return decimal(figure.value);
  return figure.status === "suspect" || figure.status === "missing" ? null : 0n;
}

// A relation with one figure's value as typed: both sides, null where not known, and whether they are equal.
export function evaluate(relation, figures, code, typed) {
  const side = (codes) => codes.reduce((sum, one) => {
    const value = one === code && typed !== undefined ? typed : amount(figures[one]);
    return sum === null || value === null ? null : sum + value;
  }, 0n);
  const left = side(relation.left);
  const right = side(relation.right);
  return { left, right, holds: left !== null && right !== null && left === right, isKnown: left !== null && right !== null };
}

// What a figure must be for a relation to hold; null where another of its figures is not known.
function solution(relation, figures, code) {
  const { left, right } = evaluate(relation, figures, code, 0n);
  if (left === null || right === null) return null;
  const value = relation.left.includes(code) ? right - left : left - right;
  return value < 0n ? null : value;
}

export const relationsOf = (report, code) =>
  report.relations.filter((relation) => relation.left.includes(code) || relation.right.includes(code));

// Values that speak for themselves: those that sums ask for, other readings, numbers in the printed text. Each once, those that make the
// most checks hold first.
export function alternatives(report, code) {
  const figure = report.figures[code];
  const relations = relationsOf(report, code);
  const found = new Map();
  const add = (units, reason) => {
    if (units === null || decimalText(units) === figure.value) return;
    const key = decimalText(units);
    const known = found.get(key) ?? { value: key, reasons: [] };
    if (!known.reasons.includes(reason)) known.reasons.push(reason);
    known.checks = relations.filter((relation) => evaluate(relation, report.figures, code, units).holds).length;
    found.set(key, known);
  };
  for (const relation of relations) add(solution(relation, report.figures, code), "sum");
  for (const reading of figure.readings) add(decimal(reading), "reading");
  for (const number of (figure.printed ?? "").match(/[0-9０-９]+(?:[.．][0-9０-９]+)?/g) ?? []) add(decimal(number), "digits");
  return [...found.values()].sort((one, other) => other.checks - one.checks).slice(0, 9);
}
