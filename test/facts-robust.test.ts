import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CodeFile } from '../server/src/code/facts.ts';
import { languageOf } from '../server/src/code/languages/index.ts';
import { checkSpans } from './support/check-spans.ts';
import { printExpr } from './support/print-expr.ts';

function read(text: string, name = 'a.tsx'): CodeFile {
  const file = languageOf(name)?.read(`file:///${name}`, text);
  assert.ok(file);
  checkSpans(file, text);
  return file;
}

function calls({ units }: CodeFile): string[] {
  return units.flatMap(unit => unit.calls.map(call => printExpr(call.callee)));
}

suite('facts of code that no person wrote', () => {
  const deep = 5000;
  const nested: Readonly<Record<string, string>> = {
    brackets: '('.repeat(deep) + 'x' + ')'.repeat(deep),
    arrays: '['.repeat(deep) + ']'.repeat(deep),
    objects: '{a:'.repeat(deep) + '1' + '}'.repeat(deep),
    sums: Array.from({ length: deep }, () => 'a').join(' + '),
    choices: Array.from({ length: deep }, (_, i) => `c${i} ? ${i} : `).join('') + '0',
    chains: 'a' + '.b()'.repeat(deep),
    members: 'a' + '.b'.repeat(deep),
    functions: '() => '.repeat(deep) + '1',
    templates: '`${'.repeat(deep) + '1' + '}`'.repeat(deep),
    negations: '!'.repeat(deep) + 'a',
    elements: '<b>'.repeat(deep) + '</b>'.repeat(deep),
    types: `x as ${'A<'.repeat(deep)}B${'>'.repeat(deep)}`,
  };
  for (const [name, expression] of Object.entries(nested))
    test(`${name} nested ${deep} deep`, () => {
      const text = `track('A');\nconst value = ${expression};\ntrack('B');\n`;
      const file = read(text);
      const found = calls(file).filter(callee => callee === 'track');
      // Where the parser itself gives up, the file counts as unread.
      if (found.length !== 2) assert.ok(file.units.some(({ problems }) => problems !== undefined));
    });

  for (const [name, statement] of [
    ['blocks', '{'.repeat(deep) + '}'.repeat(deep)],
    ['branches', Array.from({ length: deep }, (_, i) => `if (c${i}) { f(); }`).join(' else ')],
    ['loops', 'while (x) '.repeat(deep) + ';'],
  ])
    test(`${String(name)} nested ${deep} deep`, () => {
      read(`track('A');\n${String(statement)}\ntrack('B');\n`);
    });

  test('unclosed brackets', () => {
    read('f('.repeat(3000));
    read('{ a: ['.repeat(3000));
    read('<div>'.repeat(3000));
    read('`${'.repeat(3000));
  });
});

suite('facts of unusual texts', () => {
  test('a byte order mark and Windows line ends', () => {
    const file = read("\ufefftrack('A');\r\n// tracklint-ignore-next-line a -- b\r\ntrack('B');\r\n");
    assert.deepEqual(calls(file), ['track', 'track']);
    assert.equal(file.suppressions[0]?.line, 2);
    assert.equal(file.suppressions[0].reason, 'b');
  });

  test('a script that a shell runs', () => {
    assert.deepEqual(calls(read("#!/usr/bin/env node\ntrack('A');", 'a.js')), ['track']);
  });

  test('types in JavaScript', () => {
    const flow =
      "// @flow\nimport type { A } from 'a';\nfunction f(x: ?string, y: {| a: 1 |}): void { track('A'); }\ntrack('B');";
    assert.deepEqual(calls(read(flow, 'a.js')), ['track', 'track']);
  });

  test('generics and type arguments beside elements', () => {
    const text = "const f = <T,>(x: T) => track<T>('A');\nconst g = <T extends unknown>(x: T) => <b>{track('B')}</b>;";
    assert.deepEqual(calls(read(text)), ['track', 'track', '"b"']);
    assert.deepEqual(calls(read("const x = <any>track('A');", 'a.ts')), ['track']);
  });

  test('nothing, and things that are no code', () => {
    for (const text of [
      '',
      '\ufeff',
      '\n',
      '\0\0\0',
      '\ud800',
      '}}}}',
      '<<<<<<< HEAD\ntrack();\n=======\n',
      'PNG\r\n\x1a',
    ])
      read(text);
  });
});
