// tree — what Chromium hands to a screen reader, as text that a person can read aloud.
//
// In      page: a Playwright page
// Out     accessibilityTree(page): [{depth, role, name, value, description, states}] in reading order; lines(tree): one
//         text. What a screen reader passes over is left out: boxes without a role, and the words of a label that
//         are the name of its control already
// Errors  a label whose words its control does not speak fails the test that asks
// Source  Chromium's Accessibility domain (getFullAXTree)
// Tested  tests/browser/tree.test.mjs

import assert from 'node:assert/strict';

const silent = new Set(['generic', 'none', 'InlineTextBox', 'LayoutTableRow', 'Legend', 'LabelText', 'SvgRoot', 'Caption', 'rowgroup']);
const textual = new Set(['StaticText', 'LineBreak', 'strong', 'emphasis']);
const spokenStates = ['level', 'checked', 'expanded', 'disabled', 'invalid', 'required', 'readonly', 'busy', 'live'];
const squeezed = (text) => text.replace(/\s+/g, '');  // two blocks have no space between them, and are spoken apart
const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

// What the protocol leaves out of the tree though readers say it: the current one of a set, and another language.
async function markedButtons(session, nodes) {
  const marks = new Map();
  for (const { nodeId, role, backendDOMNodeId } of nodes) {
    if (role?.value !== 'button' || !backendDOMNodeId) continue;
    const { node } = await session.send('DOM.describeNode', { backendNodeId: backendDOMNodeId });
    const attributes = Object.fromEntries((node.attributes ?? []).map((text, at, all) => [all[at - 1], text]).filter((_, at) => at % 2));
    marks.set(nodeId, { ...(attributes['aria-current'] && { current: attributes['aria-current'] }), ...(attributes.lang && { lang: attributes.lang }) });
  }
  return marks;
}

export async function accessibilityTree(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const marks = await markedButtons(session, nodes);
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = (node) => (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
  const kind = (node) => node.role?.value;
  const isText = (node) => (node.ignored || silent.has(kind(node)) || textual.has(kind(node))) && (kind(node) === 'StaticText' || children(node).every(isText));
  const words = (node) => (kind(node) === 'StaticText' ? node.name?.value ?? '' : children(node).map(words).join(''));
  const out = [];

  function walk(node, depth) {
    const role = kind(node);
    if (role === 'InlineTextBox') return;
    if (role === 'StaticText') return walkMixed([node], depth);
    if (role === 'LabelText') return walkLabel(node, depth);
    if (node.ignored || silent.has(role) || textual.has(role)) {
      walkMixed(children(node), depth);
      return;
    }
    const states = Object.fromEntries((node.properties ?? []).filter(({ name }) => spokenStates.includes(name))
      .map(({ name, value }) => [name, value.value]));
    if (role === 'listitem') delete states.level;
    Object.assign(states, marks.get(node.nodeId));
    if ((node.properties ?? []).some(({ name, value }) => name === 'focused' && value.value) && role !== 'RootWebArea') states.focused = true;
    const inner = children(node);
    const flat = inner.length > 0 && inner.every(isText);
    const entry = { depth, role, name: tidy(node.name?.value) || (flat ? tidy(inner.map(words).join('')) : ''), states,
      value: tidy(String(node.value?.value ?? '')), description: tidy(node.description?.value) };
    out.push(entry);
    if (flat) {
      if (role !== 'textbox') entry.text = tidy(inner.map(words).join(''));
      return;
    }
    walkMixed(inner, depth + 1);
  }

  // Pieces of one line are spoken in one breath.
  function walkMixed(nodes, depth) {
    let line = '';
    for (const node of [...nodes, null]) {
      if (node && (kind(node) === 'StaticText' || (isText(node) && !words(node)))) {
        line += words(node);
        continue;
      }
      if (tidy(line)) out.push({ depth, role: 'text', name: tidy(line), states: {} });
      line = '';
      if (node) walk(node, depth);
    }
  }

  // A label's words belong to its control.
  function walkLabel(label, depth) {
    const before = out.length;
    children(label).filter((child) => !isText(child)).forEach((child) => walk(child, depth));
    assert.equal(out.length, before + 1, `a label has ${out.length - before} controls`);
    assert.equal(squeezed(out[before].name), squeezed(words(label)), 'a control does not speak its label');
  }

  walk(nodes[0], 0);
  return out;
}

const said = {
  checked: (value) => (value === 'true' ? 'checked' : value === 'false' ? 'not checked' : value),
  expanded: (value) => (value ? 'expanded' : 'collapsed'),
  disabled: (value) => (value ? 'disabled' : ''),
  invalid: (value) => (value === 'false' ? '' : 'invalid'),
  focused: () => 'focused',
  level: (value) => `level ${value}`,
  current: () => 'current',
  lang: (value) => `in ${value}`,
  live: (value) => (value === 'off' ? '' : value),
};

export function line({ depth, role, name, value, description, states, text }) {
  const parts = [role, name && JSON.stringify(name)];
  if (text && text !== name) parts.push(`text ${JSON.stringify(text)}`);
  if (value) parts.push(`value ${JSON.stringify(value)}`);
  if (description) parts.push(`description ${JSON.stringify(description)}`);
  for (const [state, found] of Object.entries(states)) parts.push(said[state]?.(found) ?? (found === false || found === 'false' ? '' : state));
  return '  '.repeat(depth) + parts.filter(Boolean).join(', ').replace(', "', ' "');
}

export const lines = (tree) => `${tree.map(line).join('\n')}\n`;
