// Every visible text whose contrast with what is behind it is below WCAG AA.
() => {
  const parse = text => { const m = text.match(/[\d.]+/g); return m ? { r: +m[0], g: +m[1], b: +m[2], a: m[3] === undefined ? 1 : +m[3] } : null; };
  const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  const light = c => { const f = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b); };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const behind = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour && colour.a > 0) { layers.push(colour); if (colour.a === 1) break; }
    }
    return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const behindText = text => {
    const svg = text.ownerSVGElement, box = text.getBBox(), x = box.x + Math.min(6, box.width / 2), y = box.y + box.height / 2;
    let colour = behind(svg.parentElement);
    for (const rect of svg.querySelectorAll("rect")) {
      if (!(rect.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      const b = rect.getBBox(), fill = getComputedStyle(rect).fill;
      if (fill !== "none" && x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height) colour = over(parse(fill), colour);
    }
    return colour;
  };
  const wrong = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || element.closest(".vh, .skip, option")) continue;
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.nodeValue.trim());
    if (!own || element.tagName === "title") continue;
    const style = getComputedStyle(element), isText = element.tagName === "text";
    const front = parse(isText ? style.fill : style.color), back = isText ? behindText(element) : behind(element);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
    const found = ratio(over(front, back), back);
    if (found < (isLarge ? 3 : 4.5)) wrong.push(`${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""} "${element.textContent.trim().slice(0, 40)}" ${found.toFixed(2)}`);
  }
  return [...new Set(wrong)];
}
