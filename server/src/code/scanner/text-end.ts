/**
 * Where a text of several lines that begins at `start` and was left open ends: before the first line that is indented no
 * more than its own and looks like code.
 */
export function textEnd(text: string, start: number, statementWords: ReadonlySet<string>): number {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = indentOf(text, lineStart);
  let end = text.indexOf('\n', start);
  while (end >= 0) {
    const next = text.indexOf('\n', end + 1);
    const line = text.slice(end + 1, next < 0 ? text.length : next);
    if (line.trim() !== '' && indentOf(text, end + 1) <= indent && isCode(line, statementWords)) return end;
    end = next;
  }
  return text.length;
}

function indentOf(text: string, lineStart: number): number {
  let i = lineStart;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i - lineStart;
}

function isCode(line: string, statementWords: ReadonlySet<string>): boolean {
  const [, word = ''] = /^\s*([A-Za-z_]\w*)/.exec(line) ?? [];
  return (
    // A word and a symbol or a string are a command.
    /^\s*[a-z_]\w*[!?]? [:"'@]\w/.test(line) ||
    /^\s*(?:[)\]}]|\/\/|[@$*&]?[A-Za-z_][\w.$]*(?:[(.=[]|\s*[:+-]?=|\s*<-|->|::))/.test(line) ||
    statementWords.has(word)
  );
}
