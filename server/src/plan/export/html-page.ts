/** A page without any other file. `title` and `style` are plain text, `body` is markup. */
export function htmlPage(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
<style>${pageStyle}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Text as it must stand in a page: nothing that a plan says may become a part of it. */
export function htmlText(value: string): string {
  return value.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}

const pageStyle = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --soft: color-mix(in srgb, currentColor 65%, transparent); }
body { margin: 0 auto; max-width: 70rem; padding: 0 1.25rem 4rem; font: 16px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; }
h2 { margin: 0; font-size: 1.125rem; }
table { width: 100%; table-layout: fixed; margin-top: .5rem; border-collapse: collapse; font-size: .875rem; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 500; border-top: 0; }
ul { margin: .5rem 0 0; padding-left: 1.25rem; }
`;
