import type { MeasuredResult } from './measured.ts';

/** Time and memory of a series, side by side, all axes logarithmic: what is in proportion climbs like the dotted line. */
export function growthPlot(points: readonly MeasuredResult[]): string {
  const panels = (['ms', 'MB'] as const).map((unit, index) =>
    panel(
      points.filter(point => point.unit === unit),
      unit,
      index * (width + gap),
    ),
  );
  const size = { width: 2 * width + gap, height: height + 58 };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" font-family="sans-serif" font-size="12">
<style>
text { fill: #444 } .grid { stroke: #8884 } .line { stroke: #0969da; fill: none; stroke-width: 2 } .dot { fill: #0969da } .linear { stroke: #888; stroke-dasharray: 2 4 }
@media (prefers-color-scheme: dark) { text { fill: #bbb } .line { stroke: #58a6ff } .dot { fill: #58a6ff } }
</style>
${panels.join('\n')}
</svg>
`;
}

const width = 380;
const height = 200;
const gap = 20;
const left = 58;
const right = 14;
const top = 26;

function panel(points: readonly MeasuredResult[], unit: 'ms' | 'MB', offset: number): string {
  const values = points.map(point => ({ x: point.on?.value ?? 1, y: point.median }));
  const across = decades(values.map(({ x }) => x));
  const up = decades(values.map(({ y }) => y));
  const xAt = (x: number): number => left + share(x, across) * (width - left - right);
  const yAt = (y: number): number => top + (1 - share(y, up)) * height;
  const grid = [
    ...up.map(y => line(left, yAt(y), width - right, yAt(y), 'grid') + text(left - 6, yAt(y) + 4, short(y), 'end')),
    ...across.map(
      x => line(xAt(x), top, xAt(x), top + height, 'grid') + text(xAt(x), top + height + 16, short(x), 'middle'),
    ),
  ];
  const path = values.map(({ x, y }) => `${xAt(x).toFixed(1)},${yAt(y).toFixed(1)}`).join(' ');
  const dots = values.map(
    ({ x, y }) => `<circle class="dot" cx="${xAt(x).toFixed(1)}" cy="${yAt(y).toFixed(1)}" r="3"/>`,
  );
  return [
    `<g transform="translate(${offset} 0)">`,
    text(left, 15, unit === 'ms' ? 'processor time in milliseconds' : 'memory in megabytes', 'start'),
    text((left + width - right) / 2, top + height + 31, points[0]?.on?.unit ?? '', 'middle'),
    ...grid,
    proportional(values, up, xAt, yAt),
    `<polyline class="line" points="${path}"/>`,
    ...dots,
    '</g>',
  ].join('');
}

/** In proportion to the last point, as far as that is on the picture. */
function proportional(
  values: readonly { readonly x: number; readonly y: number }[],
  up: readonly number[],
  xAt: (x: number) => number,
  yAt: (y: number) => number,
): string {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return '';
  const least = Math.max(first.x, (last.x * (up[0] ?? 1)) / last.y);
  return line(xAt(least), yAt((last.y * least) / last.x), xAt(last.x), yAt(last.y), 'linear');
}

/** The powers of ten around some values. */
function decades(values: readonly number[]): readonly number[] {
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: most - least + 1 }, (_, index) => 10 ** (least + index));
}

function share(value: number, range: readonly number[]): number {
  const [least, most] = [Math.log10(range[0] ?? 1), Math.log10(range.at(-1) ?? 10)];
  return (Math.log10(value) - least) / (most - least);
}

function line(x1: number, y1: number, x2: number, y2: number, kind: string): string {
  return `<line class="${kind}" x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}"/>`;
}

function text(x: number, y: number, content: string, anchor: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
}

function short(value: number): string {
  return value >= 1_000_000 ? `${value / 1_000_000}M` : value >= 1000 ? `${value / 1000}k` : String(value);
}
