/** The lines of `after` that differ from `before`: from the first to the last of them. */
export function changedLines(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < now.length && first < old.length && old[first] === now[first]) first++;
  let last = 0;
  while (last < now.length - first && last < old.length - first && old.at(-1 - last) === now.at(-1 - last)) last++;
  return now.slice(first, now.length - last).join('\n');
}

/** The text that a snippet leaves behind for someone who only presses Tab. */
export function expandSnippet(snippet: string): string {
  let text = '';
  for (let i = 0; i < snippet.length; i++) {
    const rest = snippet.slice(i);
    const place = /^\$(?:\d+|\{\d+(?::((?:[^\\}]|\\.)*)|\|((?:[^\\|]|\\.)*)\||)\})/.exec(rest);
    const choice = /^\$\{\d+\|((?:[^\\|,]|\\.)*)[^|]*\|\}/.exec(rest);
    if (rest.startsWith('\\')) text += snippet.charAt(++i);
    else if (choice) {
      text += unescape(choice[1] ?? '');
      i += choice[0].length - 1;
    } else if (place) {
      text += unescape(place[1] ?? '');
      i += place[0].length - 1;
    } else text += snippet.charAt(i);
  }
  return text;
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
