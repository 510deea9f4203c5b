// What is measured in a picture of the gallery, in the page itself. Each answers with what is wrong, in words.

/** Nothing jumps: the parts stand at the same height in every state that has them. */
const places = {
  280: { rail: 46, head: 100, why: 190, whyHeight: 62 },
  380: { rail: 46, head: 100, why: 190, whyHeight: 48, now: 238, section: 294, secondRow: 358 },
  520: { rail: 46, head: 100, why: 190, whyHeight: 48 },
};

/** At the window's width; a card has no such parts. */
export async function jumps(page, width) {
  const wanted = places[width];
  if (!wanted) return [];
  const found = await page.evaluate(() => {
    // What has the focus may have scrolled it.
    scrollTo(0, 0);
    const box = (selector) => document.querySelector(selector)?.getBoundingClientRect();
    const calm = !document.querySelector('.ask, .done, .go');
    return {
      rail: box('.panel > .rail')?.top,
      head: box('.panel .head')?.top,
      why: box('.panel .body .head + .why')?.top,
      whyHeight: box('.panel .body .head + .why')?.height,
      now: box('.panel .body .why + .now')?.top,
      ...(calm && {
        section: box('.panel .head ~ .sec')?.top,
        secondRow: box('.panel .head ~ .sec .fields > :nth-child(2)')?.top,
      }),
    };
  });
  return Object.entries(wanted)
    .filter(([part, at]) => found[part] !== undefined && Math.abs(found[part] - at) > 0.5)
    .map(([part, at]) => `${part} at ${found[part]}, not at ${at}`);
}

/** The reason of the why bar is read whole, whatever the CRM is called; from 460 px on it is one line. */
export function whyIsWhole(page) {
  return page.evaluate(() => {
    const bar = document.querySelector('.body .head + .why');
    const reason = bar?.querySelector('b');
    const note = bar?.querySelector('.note');
    if (!bar || !reason) return [];
    const wrong = [];
    const text = bar.querySelector('p').getBoundingClientRect();
    const [of, after] = [reason, note].map((each) => each?.getBoundingClientRect());
    const whole = document.createRange();
    whole.selectNodeContents(reason);
    const words = whole.getBoundingClientRect();
    if (words.right > text.right + 0.5 || words.left < text.left - 0.5 || words.bottom > text.bottom + 0.5)
      wrong.push(`the reason is cut: ${reason.textContent}`);
    // Where the reason itself needs two lines the note gives way.
    if (note && of.height < 20 && after.bottom > text.bottom + 0.5)
      wrong.push(`the note is cut below: ${note.textContent}`);
    if (note && innerWidth >= 460 && Math.abs(of.top - after.top) > 1)
      wrong.push('reason and note are not one line');
    return wrong;
  });
}

/** Wherever the page is scrolled to: while fields are seen, the whole name stands above them and nothing over it. */
export async function nameIsInSight(page) {
  return page.evaluate(async () => {
    const wrong = [];
    // What floats the agent has opened over it, and it names whom it is about.
    if (!document.querySelector('.body :is(.fields, .form)') || document.querySelector('.floating'))
      return wrong;
    const end = document.documentElement.scrollHeight;
    for (let at = 0; at < end; at += 7) {
      scrollTo(0, at);
      await new Promise(requestAnimationFrame);
      const name = document.querySelector('.body h1');
      const { left, right, top, bottom } = name.getBoundingClientRect();
      const inside = top >= 0 && bottom <= innerHeight;
      const seen = [0.15, 0.5, 0.85].every((part) => {
        const hit = document.elementFromPoint(left + 4, top + (bottom - top) * part);
        return hit && (name.contains(hit) || hit === name);
      });
      if (!inside || !seen || right <= left)
        wrong.push(`the name is out of sight, scrolled by ${Math.round(scrollY)}`);
    }
    scrollTo(0, 0);
    return wrong.slice(0, 3);
  });
}

/** Nothing reaches out of the window sideways, the name's line cuts no number, and what floats is inside of it. */
export function fits(page) {
  return page.evaluate(() => {
    const wrong = [];
    const sideways = document.documentElement.scrollWidth - innerWidth;
    if (sideways > 0) wrong.push(`${sideways} px wider than its window`);
    const number = document.querySelector('.named.whole h1');
    if (number && number.scrollWidth > number.clientWidth + 1) wrong.push('the number in the head is cut');
    for (const list of document.querySelectorAll('.floating')) {
      const { bottom } = list.getBoundingClientRect();
      if (bottom > innerHeight)
        wrong.push(`what floats ends ${Math.round(bottom - innerHeight)} px below the window`);
    }
    return wrong;
  });
}
