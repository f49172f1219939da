// Hostile texts in a catalogue are shown as texts: they inject nothing, and break no layout in either skin.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, ready, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { byScript, layoutFaults, openEverything, withEveryKind } from './visitor.mjs';

const used = useBrowser();

const markup = [
  '<img src=x onerror="window.hacked=1">', '<script>window.hacked=2</script>', '</p></main><iframe srcdoc="<b>x</b>">', '<svg/onload=hacked=3>',
  '&lt;b&gt; &#60;i&#62; &amp;', 'javascript:hacked=4', '"><a href=//example.org style=position:fixed;inset:0>x', '**<b onclick=hacked=5>** after', '\u0002<b>\u0003',
];
const shapes = [
  'x'.repeat(5000), `${'Ä'.repeat(2500)}-${'ß'.repeat(2499)}`, 'Wiii'.repeat(300), '\u200B\u2060\uFEFF\u00AD', '😀'.repeat(300), '漢字'.repeat(1000),
  'a\nb\r\n\tc', '\u0001\u0007\u001B[31m', '\u2028line\u2029para',
];
// What the canvas cannot shape: the document skin shows it, whichever was chosen.
const joined = [
  '\u202Eabc \u2066def\u202B ghi', 'אבג \u202E def', 'مرحبا <b>', 'क्षत्रिय '.repeat(400), 'ש'.repeat(5000), 'e\u0301\u0302\u0303\u0304\u0305'.repeat(200),
  '\u200D\u200D👩\u200D👩\u200D👧\u200D\u200D', 'plain',
];

// The catalogue with each text replaced, or with each text followed by a hostile one.
function altered(list) {
  let at = 0;
  return ({ instrument, catalogue }) => {
    const read = JSON.parse(catalogue);
    for (const [id, text] of Object.entries(read.messages)) {
      const hostile = list[at++ % list.length];
      read.messages[id] = id.endsWith('.name') || id.endsWith('.title') ? hostile : `${hostile} ${text}`;
    }
    return { instrument, catalogue: JSON.stringify(read) };
  };
}

const ours = ['html', 'head', 'meta', 'title', 'link', 'script', 'body', 'div', 'p', 'noscript', 'canvas', 'main', 'header', 'nav', 'footer', 'section',
  'h1', 'h2', 'h3', 'h4', 'span', 'b', 'i', 'blockquote', 'fieldset', 'legend', 'label', 'input', 'textarea', 'button', 'progress', 'ul', 'li', 'table',
  'caption', 'tr', 'th', 'td', 'figure', 'svg', 'rect', 'circle'];
const scripts = (page) => page.locator('script:not([type="application/json"])').count();  // data is never run
const tags = (page) => page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase()))].sort());
const attributes = (page) => page.evaluate(() => [...new Set([...document.querySelectorAll('#velocity-gap *')].flatMap((element) => element.getAttributeNames()))].filter((name) => /^on|^src|href|formaction/.test(name)));

for (const skin of skins) {
  for (const [kind, list] of Object.entries({ markup, shapes, joined })) {
    test(`${skin} skin: an instrument whose texts are hostile (${kind}) is only strange to read`, async () => {
      for (const width of [320, 1280]) {
        const context = await used.browser.newContext({ viewport: { width, height: 700 } });
        await withEveryKind(context, altered(list));
        const shown = kind === 'joined' ? 'document' : skin;
        const hostile = await ready(await visit(used, { skin, context }), shown);
        let screens = 0;
        const look = async () => {
          assert.deepEqual(await layoutFaults(hostile), [], `${width} px`);
          assert.deepEqual((await tags(hostile)).filter((tag) => !ours.includes(tag)), []);
          assert.equal(await scripts(hostile), 1);
          assert.deepEqual(await attributes(hostile), []);
          screens += 1;
        };
        await takeAssessment(hostile, { ...byScript, screen: look });
        await openEverything(hostile);
        await look();
        assert.ok(screens >= 5, `${screens} screens`);
        assert.equal(await hostile.evaluate(() => window.hacked), undefined);
        if (kind === 'markup') assert.ok((await hostile.locator('main').textContent()).includes('<script>window.hacked=2</script>'), 'the text is not shown as it is');
        assert.equal(await api(hostile, 'skin'), shown);
        await hostile.done();
        await context.close();
      }
    });
  }
}
