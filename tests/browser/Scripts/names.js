// What a screen reader would stumble over: controls and pictures without a name, headings out of order, identifiers given twice, tables without heads.
() => {
  const wrong = [], name = e => (e.getAttribute("aria-label") || (e.getAttribute("aria-labelledby") && document.getElementById(e.getAttribute("aria-labelledby"))?.textContent) || e.textContent || "").trim();
  for (const e of document.querySelectorAll("a, button, summary, section, article, nav, [role=img], [role=region], [tabindex='0']")) {
    if (!name(e)) wrong.push(`no name: ${e.outerHTML.slice(0, 80)}`);
  }
  for (const e of document.querySelectorAll("input, select")) if (!e.labels || !e.labels.length) wrong.push(`no label: ${e.outerHTML}`);
  for (const e of document.querySelectorAll("svg")) if (e.getAttribute("role") !== "img" && e.getAttribute("aria-hidden") !== "true") wrong.push(`picture that is neither told nor hidden: ${e.outerHTML.slice(0, 60)}`);
  let level = 0;
  for (const h of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const next = +h.tagName[1];
    if (next > level + 1) wrong.push(`h${next} "${h.textContent.trim()}" after h${level}`);
    level = next;
  }
  if (document.querySelectorAll("h1").length !== 1) wrong.push("not exactly one h1");
  const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push(`twice: ${id}`);
  for (const link of document.querySelectorAll("a[href^='#']")) {
    if (!document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)))) wrong.push(`leads nowhere: ${link.getAttribute("href")}`);
  }
  for (const t of document.querySelectorAll("table")) if (!t.querySelector("th[scope=col]") || !t.querySelector("th[scope=row]") && t.tBodies[0].rows.length) wrong.push(`table without heads: ${t.className}`);
  for (const l of ["main", "header", "nav", "footer"]) if (!document.querySelector(l)) wrong.push(`no ${l}`);
  return wrong;
}
