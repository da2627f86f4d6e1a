"use strict";
(() => {
  const root = document.documentElement;
  const button = document.getElementById("language");
  button.hidden = false;
  const setLanguage = language => {
    root.lang = language === "zh" ? "zh-CN" : "en";
    root.dataset.language = language;
    for (const element of document.querySelectorAll("[data-en]")) {
      const text = element.dataset[language];
      if ("placeholder" in element) element.placeholder = text;
      else if (element.tagName === "OPTION") element.textContent = text;
      if (element.hasAttribute("aria-label")) element.setAttribute("aria-label", text);
    }
    for (const cell of document.querySelectorAll("td[data-label]")) cell.dataset.label = cell.dataset["label" + language];
  };
  button.addEventListener("click", () => setLanguage(root.dataset.language === "zh" ? "en" : "zh"));
  setLanguage(root.dataset.language);

  for (const section of document.querySelectorAll("section.listed")) {
    const body = section.querySelector("tbody");
    const rows = [...body.rows].map(row => ({ row, text: row.textContent.toLowerCase() }));
    const search = section.querySelector("input");
    const selects = [...section.querySelectorAll("select")];
    const shown = section.querySelector(".shown");
    const more = section.querySelector(".more");
    const step = 200;
    let limit = step;
    const show = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      let fitting = 0;
      for (const { row, text } of rows) {
        const fits = words.every(word => text.includes(word))
          && selects.every(select => !select.value || row.dataset[select.name] === select.value);
        if (fits) fitting += 1;
        row.hidden = !fits || fitting > limit;
      }
      shown.textContent = `${fitting.toLocaleString("en")} / ${rows.length.toLocaleString("en")}`;
      more.hidden = fitting <= limit;
    };
    const restart = () => { limit = step; show(); };
    search.addEventListener("input", restart);
    for (const select of selects) select.addEventListener("change", restart);
    more.addEventListener("click", () => { limit += step; show(); });
    window.addEventListener("beforeprint", () => { limit = Infinity; show(); });
    window.addEventListener("afterprint", restart);
    section.querySelector(".filter").hidden = false;

    section.querySelectorAll("thead th").forEach((header, column) => {
      const label = document.createElement("button");
      label.type = "button";
      label.append(...header.childNodes);
      header.append(label);
      label.addEventListener("click", () => {
        const isAscending = header.getAttribute("aria-sort") !== "ascending";
        for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
        header.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
        const keys = new Map(rows.map(item => [item, item.row.cells[column].dataset.key ?? item.row.cells[column].textContent]));
        const order = new Intl.Collator("zh", { numeric: true });
        rows.sort((a, b) => (isAscending ? 1 : -1) * order.compare(keys.get(a), keys.get(b)));
        body.append(...rows.map(({ row }) => row));
        show();
      });
    });
    show();
  }
})();
