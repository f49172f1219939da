// The mirror by itself, fed with messages as the module writes them: every role, the fewest changes, focus kept.

import test, { before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { useBrowser } from './browser.mjs';

const top = new URL('../../', import.meta.url);
const used = useBrowser({ folder: fileURLToPath(top) });
let page;

before(async () => {
  await used.started;
  page = await used.browser.newPage();
  await page.goto(`${used.address}tests/browser/blank.html`);
  const sources = Object.entries(looks).map(([name, look]) => `${name}: ${look}`);
  await page.evaluate(`window.looks = {${sources}}`);
});

// A new mirror gets the first message; then `look` runs in the page, and asks for the next ones itself.
function mirror(steps, look) {
  return page.evaluate(async ([messages, name]) => {
    const [{ makeMirror }, { plot }, { slider }] = await Promise.all(['mirror', 'plots', 'sliders'].map((each) => import(`/shell/mirror/${each}.mjs`)));
    const root = document.createElement('div');
    root.className = 'vg';
    document.querySelector('#velocity-gap').replaceWith(root);
    root.id = 'velocity-gap';
    const sent = [];
    let answer = null;  // to what is sent, at once
    const made = makeMirror({ element: root, lead: null }, {
      send(...what) {
        sent.push(what);
        if (answer) made.apply(answer);
      },
      over: (...what) => sent.push(['over', ...what]),
    });
    made.learn({ plot, slider });
    made.apply(messages[0]);
    let step = 1;
    return window.looks[name]({ root, sent, learn: made.learn, next() {
      const message = messages[step++];
      if (message !== 'copied') made.apply(message);
      return message;
    }, answered: () => { answer = messages[step++]; } });
  }, [steps, look]);
}

// What is done and looked at in the page.
const looks = {
  html: ({ root }) => root.innerHTML,
  links: async ({ root, learn, next }) => {
    const [{ linked }, { leaf }] = await Promise.all(['links', 'structure'].map((name) => import(`/shell/mirror/${name}.mjs`)));
    learn({ text: linked(leaf('p')) });
    return [0, 1].map(() => {
      next();
      return root.querySelector('p').innerHTML;
    });
  },
  tree: ({ root }) => [...root.querySelectorAll('*')].map((element) => `${element.tagName.toLowerCase()}${element.hasAttribute('role') ? `[${element.getAttribute('role')}]` : ''}`).join(' '),
  keepsFocus: ({ root, next }) => {
    const button = root.querySelector('button[class=b]');
    button.focus();
    let blurred = 0;
    button.addEventListener('blur', () => { blurred += 1; });
    next();
    return [document.activeElement === button, blurred, [...root.querySelectorAll('button')].map(({ className }) => className).join('')];
  },
  stepsBack: ({ root, next }) => {
    root.querySelector('button[class=b]').focus();
    next();
    return document.activeElement.className;
  },
  isSaid: ({ root, next }) => {
    const status = root.querySelector('[role=status]');
    const before = status.getAttribute('aria-live');
    next();
    return [before, status.getAttribute('aria-live')];
  },
  goesOn: async ({ root, next }) => {
    root.querySelector('button[class=b]').focus();
    next();
    const seen = [document.activeElement.tagName];
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
    return [...seen, document.activeElement.tagName];
  },
  speaks: async ({ root, next }) => {
    const status = root.querySelector('[role=status]');
    const seen = [status.textContent];
    next();
    seen.push(status.textContent);
    await new Promise((later) => setTimeout(later, 300));
    seen.push(status.textContent);
    next();
    return [...seen, status.textContent];
  },
  changes: async ({ root, next }) => {
    const seen = [];
    const observer = new MutationObserver((list) => seen.push(...list.map(({ type, target }) => `${type} ${target.nodeName}`)));
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    next();
    await Promise.resolve();
    return seen.concat(observer.takeRecords().map(({ type, target }) => `${type} ${target.nodeName}`));
  },
  uses: ({ root, sent }) => {
    const [first, second] = root.querySelectorAll('input[type=radio]');
    second.click();
    root.querySelector('button').click();
    const field = root.querySelector('textarea');
    field.value = 'ünï';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return [first.name === second.name, sent];
  },
  turned: async ({ root, answered, next }) => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let each = 0; each < 3; ++each) await frame();  // the browser has told by then what is in the window
    const range = root.querySelector('input');
    answered();
    range.value = 24;
    range.dispatchEvent(new Event('input', { bubbles: true }));
    const said = () => [...root.querySelectorAll('p')].map(({ textContent }) => textContent).join(' ');
    const seen = [said()];
    if (next() === 'copied') root.dispatchEvent(new Event('copy', { bubbles: true }));
    else await new Promise((later) => setTimeout(later, 300));
    return [...seen, said()];
  },
  typing: ({ root, next }) => {
    const field = root.querySelector('input[type=text]');
    field.focus();
    field.value = '1.';
    next();
    const meanwhile = field.value;
    field.blur();
    return [meanwhile, field.getAttribute('aria-invalid')];
  },
};

const node = (i, p, r, more = {}) => ({ i, p, r, ...more });
const order = (nodes) => nodes.map(({ i, p }) => [i, p]);
const all = (nodes) => ({ nodes, order: order(nodes) });

test('every role of the facade has exactly one row, and no row is idle', async () => {
  const source = readFileSync(new URL('web/ui/node.cpp', top), 'utf8');
  const names = [...source.slice(source.indexOf('to_string(Role'), source.indexOf('to_string(Style')).matchAll(/"(\w+)"/g)].map(([, name]) => name);
  const rows = await page.evaluate(async () => Object.keys((await import('/shell/mirror/roles.mjs')).roles));
  // Those that come with what is opened later.
  const learned = ['pipeline', 'reading'].flatMap((name) => [.../mirror\.learn\(\{(.*)\}\)/.exec(readFileSync(new URL(`shell/${name}.mjs`, top), 'utf8'))[1].matchAll(/(?:^|, )\s*(\w+)(?=[:,\s]|$)/g)].map(([, role]) => role));
  assert.deepEqual([...rows.filter((row) => !learned.includes(row)), ...learned].sort(), [...names].sort());
});

test('a link leads to an address of the web, and to nothing else', async () => {
  const lines = ['https://a.example/\ta, opens in a new tab', ' java\tscript:alert(1)\tb', 'data:text/html,c\tc', '/d\td'];
  const nodes = all([node(1, 0, 'main'), node(2, 1, 'text', { n: 'See \u0005on\ntwo\u0006\u0005b\u0006\u0005c\u0006, \u0005\u0002d\u0003\u0006, \u0005e\u0006.', v: lines.join('\n') })]);
  const later = { nodes: [node(2, 1, 'text', { n: 'See on\ntwobc, \u0002d\u0003, e.' })] };
  assert.deepEqual(await mirror([all([node(1, 0, 'main')]), nodes, later], 'links'), [
    'See <a href="https://a.example/" target="_blank" rel="noopener noreferrer" aria-label="a, opens in a new tab">on<i class="br"></i>two</a>bc, <b>d</b>, e.',
    'See on<i class="br"></i>twobc, <b>d</b>, e.',
  ]);
});

test('roles become native elements', async () => {
  const nodes = [node(1, 0, 'main'), node(2, 1, 'heading', { n: 'A', l: 1, s: 64 }), node(3, 1, 'group', { n: 'Q', d: 'help' }),
    node(4, 3, 'radio', { n: 'one' }), node(5, 3, 'checkbox', { n: 'two', s: 1 }), node(6, 1, 'table', { n: 'T' }), node(7, 6, 'row'),
    node(8, 7, 'columnheader', { n: 'H' }), node(9, 7, 'cell', { n: 'c' }), node(10, 1, 'progress', { n: 'done', v: '3', d: '9' }),
    node(11, 1, 'disclosure', { n: 'more', s: 12 }), node(12, 1, 'lane', { n: 'f', v: '{"marks":[{"m":"dot","a":5,"b":5,"c":"accent"},{"m":"?","a":1,"b":2,"c":"gap"}]}' }),
    node(13, 1, 'list'), node(14, 13, 'listitem', { n: 'entry' }), node(15, 1, 'status', { n: 's' }), node(16, 1, 'no_such_role')];
  assert.equal(await mirror([all(nodes)], 'tree'), 'main h1 fieldset legend span p label input span span label input span span '
    + 'table[table] caption tr[row] th[columnheader] td[cell] progress button svg[img] circle ul[list] li p[status]');
});

test('texts are texts, whatever they hold', async () => {
  const html = await mirror([all([node(1, 0, 'main'), node(2, 1, 'text', { n: '<img src=x onerror=alert(1)> \u0002bold & <i>\u0003 after \nline\vnext' })])], 'html');
  assert.equal(html, '<main><p>&lt;img src=x onerror=alert(1)&gt; <b>bold &amp; &lt;i&gt;</b> after <i class="br"></i>line\nnext</p></main>');
});

test('what has the focus is neither moved nor blurred when the order changes', async () => {
  const [main, a, b, c] = [node(1, 0, 'main'), ...['a', 'b', 'c'].map((k, at) => node(at + 2, 1, 'button', { n: k, k }))];
  assert.deepEqual(await mirror([all([main, a, b, c]), { order: order([main, c, b, a]) }], 'keepsFocus'), [true, 0, 'cba']);
  assert.deepEqual(await mirror([all([main, a, b, c]), { order: order([main, b, a, c]) }], 'keepsFocus'), [true, 0, 'bac']);
  assert.deepEqual(await mirror([all([main, a, b, c]), { gone: [2, 4], order: order([main, b]) }], 'keepsFocus'), [true, 0, 'b']);
});

test('when what had the focus goes, the nearest control before it gets it', async () => {
  const [main, a, b, c] = [node(1, 0, 'main'), ...['a', 'b', 'c'].map((k, at) => node(at + 2, 1, 'button', { n: k, k }))];
  assert.equal(await mirror([all([main, a, b, c]), { gone: [3], order: order([main, a, c]) }], 'stepsBack'), 'a');
});

test('a new screen whose button went gets the focus some frames later, or Orca would follow in silence', async () => {
  const [main, b, h] = [node(1, 0, 'main'), node(2, 1, 'button', { n: 'b', k: 'b' }), node(3, 1, 'heading', { n: 'H', l: 1, s: 64 })];
  assert.deepEqual(await mirror([all([main, b]), { nodes: [h], gone: [2], order: order([main, h]), focus: 3 }], 'goesOn'), ['BODY', 'H1']);
});

test('a status is there before its first text, or a reader would not speak it', async () => {
  const saying = (n) => ({ nodes: [node(1, 0, 'status', { n })] });
  assert.deepEqual(await mirror([all([node(1, 0, 'status')]), saying('two'), saying('three')], 'speaks'), ['', '', 'two', 'three']);
  assert.deepEqual(await mirror([all([node(1, 0, 'status', { n: 'one' })]), saying('one'), saying('three')], 'speaks'), ['one', 'one', 'one', 'three'], 'what stands there already is shown at once');
  assert.deepEqual(await mirror([all([node(1, 0, 'status', { n: 'one' })]), saying('two')], 'isSaid'), ['off', null], 'and not said until it changes');
});

test('an update touches only what changed', async () => {
  const nodes = [node(1, 0, 'main'), node(2, 1, 'text', { n: 'x' }), node(3, 1, 'text', { n: 'y' })];
  assert.deepEqual(await mirror([all(nodes), { nodes: [node(2, 1, 'text', { n: 'z' })] }], 'changes'), ['characterData #text']);
  assert.deepEqual(await mirror([all(nodes), all(nodes)], 'changes'), []);
  assert.deepEqual(await mirror([all(nodes), { nodes: [node(3, 1, 'text', { n: 'y', b: [1, 2, 3, 4] })] }], 'changes'), ['attributes P']);
  const plot = (p, t) => node(2, 1, 'plot', { n: 'x', v: JSON.stringify({ height: 200, areas: [], lines: [{ c: 'need', w: 2, d: false, p }], left: [{ at: 0, t }], below: [] }) });
  const drawn = all([node(1, 0, 'main'), plot('0,1 100,2', '7')]);
  assert.deepEqual(await mirror([drawn, { nodes: [plot('0,1 100,3', '7')] }], 'changes'), ['attributes polyline']);
  assert.deepEqual(await mirror([drawn, { nodes: [plot('0,1 100,2', '8')] }], 'changes'), ['childList svg']);
});

test('while a slider is turned, words that the canvas paints follow a little later, and before they are copied', async () => {
  const text = (i, p, n) => node(i, p, 'text', { n, b: [0, 20 * i, 50, 20] });
  const turning = (n) => [text(3, 2, n), node(4, 2, 'text', { n }), text(5, 1, n)];
  const nodes = [node(1, 0, 'main'), node(2, 1, 'section', { b: [0, 40, 0, 90] }), ...turning('one'), node(6, 1, 'slider', { n: 'Months', v: '18 1 60 1', d: '18' })];
  const answer = { nodes: turning('two') };
  assert.deepEqual(await mirror([all(nodes), answer, {}], 'turned'), ['one two one', 'two two two']);
  assert.deepEqual(await mirror([all(nodes), answer, { nodes: [text(5, 1, 'three')] }], 'turned'), ['one two one', 'two two three'], 'what is told meanwhile counts');
  assert.deepEqual(await mirror([all(nodes), answer, { gone: [5], order: order(nodes).filter(([i]) => i !== 5) }], 'turned'), ['one two one', 'two two'], 'what went stays away');
  assert.deepEqual(await mirror([all(nodes), answer, 'copied'], 'turned'), ['one two one', 'two two two']);
});

test('so do those that lie out of the window', async () => {
  const turning = (n) => [node(3, 2, 'text', { n }), node(5, 4, 'text', { n })];
  const filling = Array.from({ length: 100 }, (_, at) => node(100 + at, 2, 'text', { n: 'x' }));
  const nodes = [node(1, 0, 'main'), node(2, 1, 'section'), node(6, 2, 'slider', { n: 'Months', v: '18 1 60 1', d: '18' }), ...filling, node(4, 1, 'section'), ...turning('one')];
  const seen = (await mirror([all(nodes), { nodes: turning('two') }, {}], 'turned')).map((each) => each.replace(/(x )+/, ''));
  assert.deepEqual(seen, ['two one', 'two two']);
});

test('what a person does comes back as node, verb and value, and whether a slider is turned', async () => {
  const nodes = [node(1, 0, 'main'), node(2, 1, 'group', { n: 'Q' }), node(3, 2, 'radio', { n: 'one' }), node(4, 2, 'section', { k: 'aside' }),
    node(5, 4, 'radio', { n: 'apart', k: 'aside' }), node(6, 1, 'button', { n: 'go' }), node(7, 1, 'input_text', { n: 'note' })];
  const [sameName, sent] = await mirror([all(nodes)], 'uses');
  assert.ok(sameName, 'an answer apart from the scale belongs to the same question');
  assert.deepEqual(sent, [[5, 1], [6, 0], [7, 2, 'ünï', false]]);
});

test('nothing overwrites what is being typed, and what is not taken is marked', async () => {
  const field = (v) => node(2, 1, 'input_number', { n: 'how many', v });
  assert.deepEqual(await mirror([all([node(1, 0, 'main'), field('')]), { nodes: [field('1')] }], 'typing'), ['1.', null]);
  assert.deepEqual(await mirror([all([node(1, 0, 'main'), field('')]), {}], 'typing'), ['1.', 'true']);
});
