import { Lines } from '../../base/lines.ts';
import { spell } from '../../plan/yaml/spell.ts';
import { PlainText, SnippetText } from '../placeholders.ts';
import type { Suggestion } from './suggestion.ts';
import type { NamedChoice, YamlQuestion } from './yaml-question.ts';

/** A key or a value as it must be written at the place: quoted where needed, a key with its colon and room for a value. */
export function entrySuggestion(question: YamlQuestion, choice: NamedChoice): Suggestion {
  const { place, snippets } = question;
  const { name, kind, detail, documentation } = choice;
  const into = snippets ? new SnippetText() : new PlainText();
  const written = spelled(question, name);
  const isNewKey = place.at === 'key' && !place.hasColon;
  const [before, after] = isNewKey ? afterKey(question, choice) : ['', ''];
  const hasPlace = isNewKey && choice.value === undefined;
  return {
    label: name,
    kind,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
    filter: (place.quote ?? '') + name,
    range: place.range,
    newText: into.text(written + before) + (hasPlace && snippets ? into.place('') : '') + into.text(after),
    isSnippet: snippets,
    ...((choice.continues ?? (isNewKey && choice.holds === 'scalar')) && { continues: true }),
  };
}

/** A text in the quotes that are there, or in those that it needs. */
function spelled({ place: { quote }, isJson }: YamlQuestion, name: string): string {
  return spell(isJson ? '"' : (quote ?? ''), name);
}

/** What stands between a key and the cursor, and behind the cursor. */
function afterKey(question: YamlQuestion, { value, holds }: NamedChoice): readonly [string, string] {
  const { place, isJson, text } = question;
  if (value !== undefined) return [`: ${value}`, ''];
  const [open, close] = holds === 'map' ? ['{ ', ' }'] : holds === 'list' ? ['[', ']'] : ['', ''];
  if (place.flow || isJson || holds === 'list') return [`: ${open}`, close];
  if (holds !== 'map') return [': ', ''];
  const line = new Lines(text).offset({ line: place.range.start.line, character: 0 });
  const indent = /^[ \t]*(?:- +)*/.exec(text.slice(line))?.[0].replace(/-/g, ' ') ?? '';
  return [`:\n${indent}  `, ''];
}
