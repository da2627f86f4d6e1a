// Elements of the page. Whatever comes from a report is text, never markup.

export const find = (id) => document.getElementById(id);

// An element with properties and children; what is null or undefined is left out.
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [event, action] of Object.entries(value)) element.addEventListener(event, action);
    else if (key === "class") element.className = value;
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key in element && typeof value !== "string") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

export function fill(element, ...children) {
  element.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
}

// What the server says; its words where it refuses.
export async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  };
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw { zh: "服务已停止。已核定的都已保存；重新运行 nianbao review 即可继续。", en: "The server has stopped. Everything decided is saved; run nianbao review again to go on." };
  }
  if (response.ok) return response.json();
  let words;
  try { words = await response.json(); } catch { words = { zh: `不能完成（${response.status}）`, en: `not possible (${response.status})` }; }
  throw words;
}
