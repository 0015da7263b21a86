import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every text that the extension shows by `l10n.t('…')`, for translators: each stands for itself. */
export function translatableTexts(): Readonly<Record<string, string>> {
  const texts = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => [...readFileSync(join('client/src', name), 'utf8').matchAll(/\bl10n\.t\(\s*'((?:\\.|[^'\\])*)'/g)])
    .map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
  return Object.fromEntries([...new Set(texts)].sort().map(text => [text, text]));
}
