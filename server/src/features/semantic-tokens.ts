import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensParams } from 'vscode-languageserver';
import type { Lines } from '../base/lines.ts';
import { comparePositions, contains, type Range, type Uri } from '../base/text.ts';
import type { EventName } from '../code/track-call.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { eventKind } from './payload-owner.ts';

/** In code: the names of events that the plan has, so that one which it does not have looks like any other text. */
export function semanticTokens(snapshot: Snapshot, { textDocument: { uri } }: SemanticTokensParams): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  let end = { line: 0, character: 0 };
  for (const { range, isDeprecated } of namesIn(snapshot, uri)) {
    // Tokens neither overlap nor span lines.
    if (range.start.line !== range.end.line || comparePositions(range.start, end) < 0) continue;
    const { line, character } = range.start;
    builder.push(line, character, range.end.character - character, 0, isDeprecated ? 1 : 0);
    end = range.end;
  }
  return builder.build();
}

interface ShownName {
  readonly range: Range;
  readonly isDeprecated: boolean;
}

function namesIn(snapshot: Snapshot, uri: Uri): readonly ShownName[] {
  const plan = snapshot.planFor(uri);
  const text = snapshot.text(uri);
  const lines = snapshot.codeFiles.get(uri)?.lines;
  if (!plan || text === undefined || !lines) return [];
  return snapshot
    .calls(uri)
    .flatMap(call => {
      const kind = eventKind(call);
      if (!kind || call.forwards) return [];
      return call.event.names.flatMap(name => {
        const event = plan.events[kind].get(name.value);
        return event
          ? [{ range: withoutQuotes(name, uri, text, lines), isDeprecated: event.status === 'deprecated' }]
          : [];
      });
    })
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
}

/** Inside the literal that holds the name, where it stands as it is. */
function withoutQuotes({ value, literal, range }: EventName, uri: Uri, text: string, lines: Lines): Range {
  if (literal?.uri !== uri || !contains(range, literal.range.start) || !contains(range, literal.range.end))
    return range;
  const start = lines.offset(literal.range.start);
  const at = text.slice(start, lines.offset(literal.range.end)).indexOf(value, literal.quote.length);
  return at < 0 ? range : lines.range(start + at, start + at + value.length);
}
