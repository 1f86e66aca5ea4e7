// What a picture's words cover or leave: another word, a point, a line, the edge. Read from the drawn shapes themselves.
() => {
  const faults = [];
  const least = 12; // pixels
  const box = (node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return { left: left + 0.5, top: top + 1.5, right: right - 0.5, bottom: bottom - 1.5 };
  };
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const cut = ([x1, y1, x2, y2], { left, top, right, bottom }) => {
    let [enter, leave] = [0, 1];
    for (const [start, step, from, to] of [[x1, x2 - x1, left, right], [y1, y2 - y1, top, bottom]]) {
      if (!step && (start <= from || start >= to)) return false;
      if (!step) continue;
      const [one, other] = [(from - start) / step, (to - start) / step];
      [enter, leave] = [Math.max(enter, Math.min(one, other)), Math.min(leave, Math.max(one, other))];
    }
    return enter < leave;
  };
  for (const svg of document.querySelectorAll("svg.bp-plane, svg.bp-chart, svg.bp-map, svg.bp-strip, svg.bp-feeling")) {
    const seen = (node) => getComputedStyle(node).display !== "none";
    const all = (selector) => [...svg.querySelectorAll(selector)].filter(seen);
    const matrix = svg.getScreenCTM();
    if (!matrix?.a || !svg.clientWidth) continue;
    const at = (x, y) => [matrix.a * x + matrix.e, matrix.d * y + matrix.f];
    const steps = (path) => [...(path.getAttribute("d") ?? "").matchAll(/([MLVH])([-\d.]+)(?: ([-\d.]+))?/g)];
    const points = (path) => steps(path).filter(([, way]) => way === "M").map(([, , x, y]) => at(Number(x), Number(y)));
    const lines = (path) => {
      let now = [0, 0];
      return steps(path).flatMap(([, way, one, other]) => {
        const next = way === "V" ? [now[0], Number(one)] : way === "H" ? [Number(one), now[1]] : [Number(one), Number(other)];
        const line = [...at(...now), ...at(...next)];
        now = next;
        return way === "M" ? [] : [line];
      });
    };
    const length = (node, name) => Number(node.getAttribute(name));
    const straight = (line) => [...at(length(line, "x1"), length(line, "y1")), ...at(length(line, "x2"), length(line, "y2"))];
    const texts = all("text").map((node) => ({ node, said: node.textContent, box: box(node), own: node.closest(".bp-idea") }));
    const dots = all(".bp-cloud, .bp-fallen, .bp-frontier-marks, .bp-frontier-fallen, .bp-idea-dot, .bp-chart-marks").flatMap(points);
    const drawn = all(".bp-frontier, .bp-path, .bp-chart-lines .bp-chart-line, .bp-chart-rules .bp-chart-line").flatMap(lines);
    drawn.push(...all(".bp-leader, .bp-floor-you, .bp-floor-them").map(straight));
    const ideaLines = all(".bp-idea-line").map((line) => ({ line: straight(line), of: line.parentNode }));
    const marks = all(".bp-middle, .bp-signed-mark, .bp-here, .bp-path-latest, .bp-idea > circle, .bp-idea > path");
    const frame = svg.getBoundingClientRect();
    for (const { node, said, box: place, own } of texts) {
      for (const other of texts) if (other.node !== node && meet(place, other.box)) faults.push(`“${said}” and “${other.said}”`);
      for (const [x, y] of dots) if (meet(place, { left: x, right: x + 0.01, top: y, bottom: y + 0.01 })) faults.push(`“${said}” on a dot`);
      for (const line of drawn) if (cut(line, place)) faults.push(`“${said}” on a line`);
      for (const { line, of } of ideaLines) if (of !== own && cut(line, place)) faults.push(`“${said}” on another number's line`);
      for (const mark of marks) {
        const around = own && mark.classList.contains("bp-here") && meet(box(own.querySelector("circle, path")), box(mark));
        if (!around && mark.closest(".bp-idea") !== (own ?? 0) && meet(place, box(mark))) faults.push(`“${said}” on a mark`);
      }
      if (place.left < frame.left - 1 || place.right > frame.right + 1 || place.top < frame.top - 2 || place.bottom > frame.bottom + 2)
        faults.push(`“${said}” outside`);
      const size = parseFloat(getComputedStyle(node).fontSize) * matrix.a;
      if (size < least) faults.push(`“${said}” is ${size.toFixed(1)} px`);
    }
    const boxes = all(".bp-box > rect, .bp-link-label > rect");
    boxes.forEach((one, n) => {
      const other = boxes.slice(n + 1).find((other) => meet(box(one), box(other)));
      if (other) faults.push(`the boxes “${one.parentNode.textContent}” and “${other.parentNode.textContent}”`);
    });
    const numbers = all(".bp-idea > circle, .bp-idea > path");
    numbers.forEach((one, n) => numbers.slice(n + 1).forEach((other) => meet(box(one), box(other)) && faults.push("two numbers")));
  }
  return faults;
}
