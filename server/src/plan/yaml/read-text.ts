import { parseYaml, type ParsedText } from './parse.ts';
import { quickParse } from './quick.ts';

/** The tree of a YAML or JSON text, by the quickest reader that is sure of it. */
export function readText(text: string): ParsedText {
  const quick = quickParse(text);
  return quick ? { root: quick.root, problems: [] } : parseYaml(text);
}
