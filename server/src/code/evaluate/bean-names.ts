/** The methods by which Java reads a property: `getName`, `isName`, and `isName` itself where the property has that name. */
export function gettersOf(property: string): readonly string[] {
  const capital = property.charAt(0).toUpperCase() + property.slice(1);
  return [`get${capital}`, `is${capital}`, ...(/^is[A-Z]/.test(property) ? [property] : [])];
}

/** The property that a getter reads; undefined where a name is none of a getter. */
export function propertyOf(getter: string): string | undefined {
  const [, name] = /^get([A-Z].*)$/.exec(getter) ?? [];
  return name === undefined ? undefined : name.charAt(0).toLowerCase() + name.slice(1);
}
