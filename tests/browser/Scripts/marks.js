// Marks, bars and ranges of the wide pictures that do not stand where their figures say on the axis of the picture.
() => {
  const wrong = [];
  for (const svg of document.querySelectorAll("svg.timeline")) {
    const ticks = [...svg.querySelectorAll(".tick")].map(t => ({ s: +t.dataset.seconds, x: +t.querySelector("line").getAttribute("x1") }));
    if (ticks.length < 2) { wrong.push("fewer than two ticks"); continue; }
    const a = ticks[0], b = ticks[ticks.length - 1], axis = svg.querySelector(".axis line");
    const left = +axis.getAttribute("x1"), right = +axis.getAttribute("x2");
    const x = s => Math.min(right, Math.max(left, a.x + (s - a.s) / (b.s - a.s) * (b.x - a.x)));
    const check = (what, seconds, found) => { if (Math.abs(x(+seconds) - found) > 0.75) wrong.push(`${what} ${seconds} s at ${found}, not ${x(+seconds)}`); };
    for (const e of svg.querySelectorAll(".event")) {
      const shape = e.querySelector("circle, line");
      check(e.dataset.event, e.dataset.seconds, +(shape.getAttribute("cx") ?? shape.getAttribute("x1")));
    }
    for (const e of svg.querySelectorAll(".range, .bar")) {
      const rect = e.matches("rect") ? e : e.querySelector("rect"), start = +rect.getAttribute("x");
      check(e.getAttribute("class"), e.dataset.from, start);
      if (+rect.getAttribute("width") > 2) check(e.getAttribute("class"), e.dataset.to, start + +rect.getAttribute("width"));
    }
  }
  return wrong;
}
