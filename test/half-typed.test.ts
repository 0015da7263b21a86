import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import type { Call, CodeFile, Unit } from '../server/src/code/facts.ts';
import { languageOf } from '../server/src/code/languages/index.ts';
import { checkSpans } from './support/check-spans.ts';
import { parseFixture } from './support/fixture.ts';
import { printExpr } from './support/print-expr.ts';

interface PlacedCall {
  readonly call: Call;
  readonly unit: Unit;
  readonly nameAt: number;
  readonly end: number;
}

/** The calls of a file by the offset of their name. */
function callsOf({ units }: CodeFile): ReadonlyMap<number, PlacedCall> {
  const calls = units.flatMap(unit =>
    unit.calls.map(call => ({ call, unit, nameAt: unit.start + call.nameAt, end: unit.start + call.end })),
  );
  return new Map(calls.map(call => [call.nameAt, call]));
}

/** The callee without the bindings that it resolves to, which half-typed code may hide. */
function calleeOf({ call }: PlacedCall): string {
  return printExpr(call.callee).replace(/(?<=@|call)\d+/g, '');
}

/** The first string argument, or the one under `event`. */
function eventOf(placed: PlacedCall | undefined): unknown {
  const first = placed?.call.args[0]?.value;
  const event = first?.k === 'object' ? first.entries.find(({ key }) => key === 'event')?.value : first;
  return event?.k === 'literal' ? event.value : undefined;
}

for (const name of readdirSync('test/half-typed'))
  suite(`half-typed calls: ${name.replace('.md', '')}`, () => {
    let cuts = 0;
    let others = 0;
    let kept = 0;
    const lost: string[] = [];
    for (const { title, files } of parseFixture(readFileSync(`test/half-typed/${name}`, 'utf8')))
      test(title, () => {
        const [file] = files;
        const language = file && languageOf(file.uri);
        assert.ok(language);
        const before = file.text.slice(0, file.text.indexOf('«'));
        const target = file.text.slice(before.length + 1, file.text.indexOf('»'));
        const after = file.text.slice(before.length + target.length + 2);
        const whole = callsOf(language.read(file.uri, before + target + after));
        const targetEnd = before.length + target.length;
        const wanted = [...whole.values()].find(
          ({ unit, call, end }) => unit.start + call.at === before.length && end === targetEnd,
        );
        assert.ok(wanted, 'the marked text is a call');
        const open = before.length + target.indexOf(target.startsWith('[') ? ':' : '(');
        const first = wanted.call.args[0]?.value;
        const isAsked = /^(?:\.|->)/.test(after);
        for (let cut = open + 1; cut < targetEnd; cut++) {
          const text: string = before + target.slice(0, cut - before.length) + after;
          const read = language.read(file.uri, text);
          checkSpans(read, text);
          const calls = callsOf(read);
          const found = calls.get(wanted.nameAt);
          const line: string = text.slice(text.lastIndexOf('\n', cut - 1) + 1, cut);
          assert.equal(found && calleeOf(found), calleeOf(wanted), `the call is lost at: ${line}`);
          assert.ok(found?.call.unfinished === true || /^\s*[)\]]/.test(text.slice(cut)), `finished at: ${line}`);
          cuts++;
          // A member behind the call belongs to its last argument, while that is open.
          if (first && cut >= wanted.unit.start + first.end && !isAsked)
            assert.equal(eventOf(found), eventOf(wanted), `the event is lost at: ${line}`);
          for (const other of whole.values()) {
            const at = other.nameAt < before.length ? other.nameAt : other.nameAt - (targetEnd - cut);
            if (other.nameAt >= before.length && other.nameAt < targetEnd) continue;
            const again = calls.get(at);
            others++;
            const isAnswer = isAsked && other.unit.start + other.call.at === before.length;
            const written = (placed: PlacedCall): string | undefined =>
              isAnswer ? calleeOf(placed).split('.').at(-1) : calleeOf(placed);
            if (again && written(again) === written(other)) kept++;
            else lost.push(`${calleeOf(other)} at: ${line}`);
          }
        }
      });
    test('the other calls are kept', () => {
      assert.ok(cuts > 200, `only ${cuts} cuts were made`);
      assert.ok(kept === others, `${others - kept} of ${others} lost:\n${lost.slice(0, 60).join('\n')}`);
    });
  });
