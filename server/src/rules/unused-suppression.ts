import { closest } from '../base/closest.ts';
import type { Fix } from '../base/finding.ts';
import { Lines } from '../base/lines.ts';
import type { Range, Uri } from '../base/text.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'both',
  summary: 'A suppressing comment suppresses nothing, has expired, or gives no reason.',
  why: `A comment that suppresses nothing will one day hide a fault that nobody meant to hide. Reported are comments of which no
finding is left, rules that do not exist or that had nothing to report there, and comments whose date has passed, which
suppress nothing any more. With the preset \`strict\` a comment has to give its reason after \`--\`:

\`\`\`ts
// tracklint-ignore-next-line unknown-event -- sent by the old app only until 2027-01-01
\`\`\`

A comment above the first line of a call covers the whole call. Whether a comment is used is only known once the whole
workspace has been read.`,
  fixes: ['remove-comment', 'correct-comment'],
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n',
      bad: `// tracklint-ignore-next-line unknown-event -- not planned yet
analytics.track('Order Completed');`,
      good: `// tracklint-ignore-next-line unknown-event -- not planned yet
analytics.track('Cart Abandoned');`,
    },
  ],

  *suppression({ suppression, expired, used, ruleIds }, context) {
    const { snapshot, uri, config } = context;
    const { range, rules, until, reason } = suppression;
    const fixes = (): readonly Fix[] => removal(uri, range, snapshot);
    if (expired) {
      yield {
        range,
        message: `This suppression ended on ${until ?? ''}, so it suppresses nothing. Repair what it hid, or give it a new date.`,
        fixes,
      };
      return;
    }
    if (config.preset === 'strict' && reason === undefined)
      yield { range, message: 'This suppression gives no reason. Write it after `--`.' };
    for (const { id, range: place } of rules) {
      if (ruleIds.includes(id)) continue;
      const meant = closest(id, ruleIds);
      yield {
        range: place,
        message: `There is no rule ${quote(id)}.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`}`,
        fixes: () =>
          meant === undefined
            ? []
            : [
                {
                  kind: 'correct-comment',
                  title: `Change to ${quote(meant)}`,
                  edits: [{ uri, range: place, newText: meant }],
                  preferred: true,
                },
              ],
      };
    }
    if (!snapshot.isComplete) return;
    const idle = rules.filter(({ id }) => ruleIds.includes(id) && context.isOn(id) && !used.has(id));
    const isUseless = rules.length === 0 ? used.size === 0 : used.size === 0 && idle.length === rules.length;
    if (isUseless) {
      yield { range, message: 'This suppression suppresses nothing. Remove it.', tags: ['unnecessary'], fixes };
    } else {
      for (const { id, range: place } of idle)
        yield {
          range: place,
          message: `${quote(id)} has nothing to suppress here. Remove it from the comment.`,
          tags: ['unnecessary'],
        };
    }
  },
};

/** The comment, with its line where nothing else stands there. */
function removal(uri: Uri, range: Range, snapshot: Snapshot): readonly Fix[] {
  const text = snapshot.text(uri);
  if (text === undefined) return [];
  const lines = new Lines(text);
  const lineStart = lines.offset({ line: range.start.line, character: 0 });
  const lineEnd = lines.offset({ line: range.end.line + 1, character: 0 });
  const start = lines.offset(range.start);
  const end = lines.offset(range.end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  const isAlone = /^[\s{]*$/.test(before) && /^[\s}]*$/.test(after) && before.includes('{') === after.includes('}');
  const whole = isAlone
    ? lines.range(lineStart, lineEnd)
    : lines.range(start - (/\s*$/.exec(before)?.[0].length ?? 0), end);
  return [
    {
      kind: 'remove-comment',
      title: 'Remove the suppression',
      edits: [{ uri, range: whole, newText: '' }],
      preferred: true,
      safe: true,
    },
  ];
}
