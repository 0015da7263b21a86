/**
 * Cuts and damages real files, as typing and merging do, and counts what is lost:
 *
 *   npm run damage -- <folder> … [--language <id>] [--files <n>] [--show <n>]
 *
 * A call of each file is cut at every character, once with nothing and once with the rest of the file behind it; other
 * files end anywhere, or lose and gain characters at random (the same ones at each run).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Call, CodeFile } from '../../server/src/code/facts.ts';
import type { Language } from '../../server/src/code/language.ts';
import { languages } from '../../server/src/code/languages/index.ts';
import { breaks } from '../support/breaks.ts';
import { checkSpans } from '../support/check-spans.ts';
import { callGrammars } from './call-grammars.ts';
import { placedCalls } from './placed-calls.ts';
import { sample, sourcesOf } from './sources.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' }, files: { type: 'string' }, show: { type: 'string' } },
});

const most = Number(values.files ?? 500);
const shown = Number(values.show ?? 10);

function cutCalls(language: Language, paths: readonly string[]): void {
  const lost = { call: 0, before: 0, after: 0, line: 0 };
  let lastShown = '';
  const total = { files: 0, cuts: 0, before: 0, after: 0 };
  const examples: string[] = [];
  for (const path of sample(paths, paths.length)) {
    if (total.files === most) break;
    const text = readFileSync(path, 'utf8');
    if (text.length > 40_000) continue;
    const whole = callsAt(language.read(path, text), text);
    const target = chooseCall(whole, text);
    if (target === undefined) continue;
    total.files++;
    const { argsAt: from, end } = target;
    // What the cut call answers may be called in turn: `f(…)()` cannot be told from `f(())` once it is cut.
    const others = [...whole].filter(
      ([key, other]) => key < target.at || (key >= end && (other.name !== '' || other.call.at > target.at)),
    );
    // Without a bracket there is no call before its first argument.
    const first = /[(:]/.test(text.charAt(from - 1)) ? from : from + 1;
    for (let cut = first; cut < end; cut++)
      for (const rest of ['', text.slice(end)]) {
        const found = callsAt(language.read(path, text.slice(0, cut) + rest), text.slice(0, cut) + rest);
        total.cuts++;
        const isLost = found.get(from)?.name !== whole.get(from)?.name;
        const missing = others.filter(([key, other]) => {
          if (key > from && rest === '') return false;
          const place = key < from ? key : key - (end - cut);
          return found.get(place)?.name !== other.name;
        });
        const before = missing.filter(([key]) => key < from).length;
        total.before += others.filter(([key]) => key < from).length;
        if (rest !== '') total.after += others.filter(([key]) => key >= from).length;
        if (isLost) lost.call++;
        lost.before += before;
        lost.after += missing.length - before;
        const lineEnd = text.indexOf('\n', end);
        lost.line += missing.filter(([key]) => key >= from && (lineEnd < 0 || key < lineEnd)).length;
        if ((isLost || missing.length > 0) && examples.length < shown && lastShown !== path) {
          lastShown = path;
          const line = text.slice(text.lastIndexOf('\n', cut - 1) + 1, cut);
          const what = isLost
            ? 'the call'
            : missing
                .map(([, { name }]) => name)
                .slice(0, 5)
                .join(' ');
          const behind = rest === '' ? '' : text.slice(end, text.indexOf('\n', lineEnd + 1));
          examples.push(
            `  ${path}:${text.slice(0, cut).split('\n').length} ${rest === '' ? 'end' : 'rest'}: ${missing.length}: ${what} lost at ${line}¦${behind}`,
          );
        }
      }
  }
  const { files, cuts } = total;
  console.log(
    `${language.id}: ${files} files, ${cuts} cuts: ${lost.call} calls lost; before the cut ${lost.before} of ${total.before} lost, behind it ${lost.after} of ${total.after} (${lost.line} on the line of the cut)`,
  );
  for (const example of examples) console.log(example);
}

interface Found {
  readonly call: Call;
  readonly name: string;
}

/** Calls with brackets or arguments, by the place where these begin. */
function callsAt(file: CodeFile, text: string): Map<number, Found> {
  const answer = new Map<number, Found>();
  for (const call of placedCalls(file)) {
    if (call.argsAt >= call.end && !call.unfinished) continue;
    const named = text.slice(call.nameAt, call.nameEnd);
    // What is called may hold the cut itself: `func() { … }()`.
    answer.set(call.argsAt, { call, name: /[({[]/.test(named) ? '' : named });
  }
  return answer;
}

const TRACKING = /track|event|capture|log|record|report|identify|screen|page|send|emit|analytics|metric/i;

/** A call with a text as one of its arguments, one that sounds like tracking if there is one. */
function chooseCall(calls: ReadonlyMap<number, Found>, text: string): Call | undefined {
  const fit = [...calls.values()].filter(({ call }) => {
    const length = call.end - call.argsAt;
    const isClosed = /[)\]]/.test(text.charAt(call.end - 1));
    return (
      isClosed &&
      length > 4 &&
      length < 300 &&
      call.args.some(({ value }) => value.k === 'literal' && value.quote !== undefined)
    );
  });
  return (fit.find(({ name }) => TRACKING.test(name)) ?? fit[Math.floor(fit.length / 2)])?.call;
}

function damage(language: Language, paths: readonly string[]): void {
  const random = numbers(1);
  const failed = { cut: 0, damaged: 0 };
  const chosen = sample(paths, 2 * most);
  for (let i = 0; i < 2 * most; i++) {
    const path = chosen[i % chosen.length] ?? '';
    const text = readFileSync(path, 'utf8').slice(0, 60_000);
    if (!isRead(language, path, text.slice(0, random(text.length)))) failed.cut++;
    let broken = text;
    for (let change = 0; change < 5; change++) {
      const at = random(broken.length + 1);
      broken = broken.slice(0, at) + (breaks[random(breaks.length)] ?? '') + broken.slice(at + random(20));
    }
    if (!isRead(language, path, broken)) failed.damaged++;
  }
  console.log(
    `${language.id}: ${2 * most} files that end anywhere, ${failed.cut} not read; ${2 * most} damaged, ${failed.damaged} not read`,
  );
}

function isRead(language: Language, path: string, text: string): boolean {
  try {
    const file = language.read(path, text);
    checkSpans(file, text, true);
    return !file.units.some(({ problems = [] }) =>
      problems.some(({ message }) => message.includes('could not be read')),
    );
  } catch (error) {
    console.log(`  ${path}: ${String(error)}`);
    return false;
  }
}

/** Whole numbers below a limit, the same at each run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

for (const language of languages) {
  if (!(language.id in callGrammars) || (values.language ?? language.id) !== language.id) continue;
  const paths = sourcesOf(positionals, language.id);
  if (paths.length === 0) continue;
  cutCalls(language, paths);
  damage(language, paths);
}
