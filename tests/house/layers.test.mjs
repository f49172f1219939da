// Data runs one way: core/ in its fixed order, web/ over core/, pages over the facade.

import test from 'node:test';
import { enforce, files, lineOf, withoutComments } from './tree.mjs';

const order = ['base', 'json', 'text', 'stats', 'instrument', 'articles', 'answers', 'scoring', 'plan', 'cohort', 'readiness', 'people',
  'calibration', 'flow', 'workspace', 'chart', 'report', 'export'];

function includes({ path, text }) {
  return [...withoutComments(text).matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/gm)]
    .map((match) => ({ name: match[1], at: `${path}:${lineOf(text, match.index)}` }));
}

// forbid(allowed, sentence): a rule over includes; `allowed` gets (included name, including path).
function forbid(allowed, sentence) {
  return (file) => includes(file).filter(({ name }) => !allowed(name, file.path)).map(({ name, at }) => `${at} includes ${name}: ${sentence}`);
}

const inCore = files(/^core\/.*\.[ch]pp$/);

test('a folder of core includes only folders above it', () => {
  const rule = forbid((name, path) => {
    if (!name.startsWith('core/')) return true;
    const [from, to] = [path, name].map((file) => order.indexOf(file.split('/')[1]));
    return from >= 0 && to >= 0 && to <= from;
  }, `the order is ${order.join(' ')}`);
  enforce(rule, inCore, [
    { path: 'core/scoring/score.cpp', text: '#include "core/plan/rank.hpp"\n' },
    { path: 'core/scoring/score.cpp', text: '#  include "core/newcomer/x.hpp"\n' },
    { path: 'core/newcomer/score.cpp', text: '#include "core/base/result.hpp"\n' },
  ]);
});

test('every folder of core has its place in the order', () => {
  const rule = ({ path }) => (order.includes(path.split('/')[1]) ? [] : [`${path}: its folder has no place in ${order.join(' ')}`]);
  enforce(rule, inCore, [{ path: 'core/stray.cpp', text: '' }, { path: 'core/utility/x.hpp', text: '' }]);
});

test('core includes neither the front end nor the outside world', () => {
  const foreign = /^(imgui|imconfig|web\/|shell\/|tools\/|tests\/|emscripten|GLES|GL\/|CLI\/|gtest)|^(filesystem|fstream|iostream|ostream|istream|chrono|ctime|time\.h|thread|mutex|future|atomic|condition_variable|stdexcept|typeinfo|any|unistd\.h|locale|regex)$/;
  enforce(forbid((name) => !foreign.test(name), 'core has no ImGui, files, clock, environment or threads'), inCore, [
    { path: 'core/base/a.cpp', text: '#include <chrono>\n' },
    { path: 'core/base/a.cpp', text: '#include "imgui.h"\n' },
    { path: 'core/base/a.cpp', text: '#include "web/ui/theme.hpp"\n' },
  ]);
});

test('core calls no clock, environment, stream or sampler of the library', () => {
  const calls = /\b(?:getenv|system|fopen|std::time|std::rand|clock_gettime|gettimeofday|setlocale|std::(?:cout|cerr|chrono|thread|random_device|\w+_distribution))\b/g;
  const rule = ({ path, text }) => [...withoutComments(text).matchAll(calls)].map((match) => `${path}:${lineOf(text, match.index)} uses ${match[0]}`);
  enforce(rule, inCore, [
    { path: 'core/base/a.cpp', text: 'auto home = std::getenv("HOME");' },
    { path: 'core/base/a.cpp', text: 'std::normal_distribution<double> d;' },
  ]);
});

test('only core/json includes nlohmann', () => {
  const rule = forbid((name, path) => !name.startsWith('nlohmann/') || path.startsWith('core/json/'), 'read through core/json');
  enforce(rule, files(/^(core|web|tests)\/.*\.[ch]pp$/), [{ path: 'core/scoring/a.cpp', text: '#include <nlohmann/json.hpp>\n' }]);
});

test('no header of core/json shows nlohmann to its includers', () => {
  enforce(forbid((name) => !name.startsWith('nlohmann/'), 'keep it in the .cpp'), files(/^core\/json\/.*\.hpp$/), [
    { path: 'core/json/a.hpp', text: '#include <nlohmann/json.hpp>\n' },
  ]);
});

test('web includes core and itself, its pages never ImGui', () => {
  const outside = forbid((name) => !/^(shell|tools|tests)\//.test(name), 'web stands on core alone');
  enforce(outside, files(/^web\/.*\.[ch]pp$/), [{ path: 'web/app/a.cpp', text: '#include "tools/cli/x.hpp"\n' }]);
  const pages = forbid((name) => !/imgui|emscripten|GLES|web\/host\//.test(name), 'pages call the facade');
  enforce(pages, files(/^web\/(pages|app)\/.*\.[ch]pp$/), [{ path: 'web/pages/a.cpp', text: '#include "imgui.h"\n' }]);
  const drawing = ({ path, text }) => [...withoutComments(text).matchAll(/\bImGui::|\bImDraw\w+|\bImVec\d/g)].map((match) => `${path}:${lineOf(text, match.index)} uses ${match[0]}`);
  enforce(drawing, files(/^web\/(pages|app)\/.*\.[ch]pp$/), [{ path: 'web/pages/a.cpp', text: 'ImGui::Text("x");' }]);
});

test('includes name their file from the root, headers are included once', () => {
  const rooted = forbid((name) => !name.startsWith('.') && !(/\.hpp$/.test(name) && !name.includes('/')), 'write the path from the root');
  enforce(rooted, files(/^(core|web|tests|tools)\/.*\.[ch]pp$/), [{ path: 'core/base/a.cpp', text: '#include "../json/value.hpp"\n' }, { path: 'core/base/a.cpp', text: '#include "result.hpp"\n' }]);
  const once = ({ path, text }) => (/^#pragma once$/m.test(text) ? [] : [`${path} has no #pragma once`]);
  enforce(once, files(/^(core|web|tests|tools)\/.*\.hpp$/), [{ path: 'core/base/a.hpp', text: 'struct A {};' }]);
});
