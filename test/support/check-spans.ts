import assert from 'node:assert/strict';
import type { CodeFile } from '../../server/src/code/facts.ts';
import { offsetIn } from '../../server/src/code/unit-places.ts';

/**
 * Checks what must hold of the places in any facts: they lie within the text, and where something has a name that is
 * written out, the name stands at its place; the latter is left out for code that is broken at random.
 */
export function checkSpans(file: CodeFile, text: string, isBroken = false): void {
  for (const unit of file.units) {
    assert.ok(unit.start >= 0 && unit.start <= text.length);
    walk(unit, (one: Record<string, unknown>) => {
      const { at, end, k, name, nameAt, keyAt, keyEnd, key } = one;
      if (typeof at === 'number' && typeof end === 'number') {
        assert.ok(
          at >= 0 && at <= end && offsetIn(unit, end) <= text.length,
          `span ${at}–${end} of ${JSON.stringify(one)}`,
        );
        if (
          !isBroken &&
          (k === 'name' || 'writes' in one) &&
          typeof name === 'string' &&
          nameAt === undefined &&
          end > at
        )
          assert.equal(text.slice(offsetIn(unit, at), offsetIn(unit, end)), name);
      }
      if (isBroken) return;
      if (k === 'literal' && typeof one.quote === 'string' && typeof at === 'number')
        assert.ok(text.startsWith(one.quote, offsetIn(unit, at)), `no ${one.quote} at ${at}`);
      if (typeof nameAt === 'number' && typeof name === 'string' && !('static' in one) && one.object !== undefined)
        checkName(text, offsetIn(unit, nameAt), name);
      if (typeof keyAt === 'number' && typeof keyEnd === 'number') {
        assert.ok(keyAt <= keyEnd);
        if (
          typeof key === 'string' &&
          keyEnd > keyAt &&
          !text.slice(offsetIn(unit, keyAt), offsetIn(unit, keyEnd)).includes('\\')
        )
          assert.match(
            text.slice(offsetIn(unit, keyAt), offsetIn(unit, keyEnd)),
            new RegExp(`^[@:'"\`\\[]*${escapeRegExp(key)}`),
          );
      }
    });
  }
}

function checkName(text: string, offset: number, name: string): void {
  const written = text.slice(offset, offset + name.length);
  assert.ok(
    written === name || text.slice(offset, offset + name.length + 4).includes('\\'),
    `${name} is not at ${offset}`,
  );
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function walk(value: unknown, visit: (one: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Record<string, unknown>);
  for (const child of Object.values(value)) walk(child, visit);
}
