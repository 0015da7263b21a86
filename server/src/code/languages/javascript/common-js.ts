import type { Export, Expr, OuterWrite } from '../../facts.ts';

/** What `module.exports = value`, `module.exports.x = value` and `exports.x = value` export; nothing for other writes. */
export function commonJsExports({ name, write }: OuterWrite): readonly Export[] {
  const path = name === 'module' && write.path[0] === 'exports' ? write.path.slice(1) : write.path;
  if (name !== 'exports' && (name !== 'module' || path === write.path)) return [];
  const [member, ...deeper] = path;
  if (member === undefined && name === 'module')
    return [{ name: 'default', value: write.value }, ...membersAsExports(write.value)];
  return typeof member === 'string' && deeper.length === 0 ? [{ name: member, value: write.value }] : [];
}

/** The whole of `module.exports = { a, b }` is the default export, and each member is one as well. */
export function membersAsExports(value: Expr): readonly Export[] {
  if (value.k !== 'object') return [];
  return value.entries.flatMap(({ key, value }) => (typeof key === 'string' ? [{ name: key, value }] : []));
}
