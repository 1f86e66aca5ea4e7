"""Where the interest map puts its boxes and breaks their names: the script by itself, in a real browser."""

from biggerpie.widgets._bundle import bundle
from playwright.sync_api import Browser

GEOMETRY = f"""{bundle("interest_map/map_places.js")}
return {{ boxWidth, firstPlace, settle, near, labelPlace, wrap, GAP }};"""


def test_placed_boxes_never_overlap_nor_leave_the_map_at_any_width(browser: Browser):
    page = browser.new_page()
    faults = page.evaluate(
        """(source) => {
          const { boxWidth, firstPlace, settle, near, GAP } = new Function(source)();
          let seed = 1;
          const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
          const faults = [];
          let tried = 0;
          for (let width = 280; width <= 1000; width += 7) {
            for (const totals of [{ own: 1, other: 1 }, { own: 3, other: 3 }, { own: 6, other: 2 }]) {
              for (const moved of [false, true]) {
                const w = boxWidth(width);
                const boxes = Object.entries(totals).flatMap(([side, most]) => {
                  return Array.from({ length: most }, (_, n) => {
                    const h = 38 + 18 * Math.floor(random() * 6);
                    const [x, y] = moved ? [random(), random()] : firstPlace(`${side}-${n}`, totals);
                    return { x: x * (width - w), y: y * 300, w, h };
                  });
                });
                const settled = settle(boxes, width);
                tried += 1;
                const close = settled.some((a, i) => settled.some((b, j) => i < j && near(a, b, GAP)));
                if (close) faults.push(["near", width]);
                if (settled.some(({ x, y }) => !(x >= 0 && x + w <= width && y >= 0))) faults.push(["outside", width]);
                if (2 * w + GAP > width) faults.push(["no room for links", width]);
                if (settle(settled, width).some(({ y }, i) => y !== settled[i].y)) faults.push(["restless", width]);
              }
            }
          }
          return [tried, faults];
        }""",
        GEOMETRY,
    )
    page.close()
    assert faults == [618, []]


def test_every_line_of_a_wrapped_name_fits(browser: Browser):
    page = browser.new_page()
    lines = page.evaluate(
        "(source) => new Function(source)().wrap('a Donaudampfschifffahrt is far', (text) => text.length <= 9)",
        GEOMETRY,
    )
    page.close()
    assert "".join(lines).replace(" ", "") == "aDonaudampfschifffahrtisfar"
    assert max(map(len, lines)) <= 9
