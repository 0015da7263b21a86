import type { EventDraft, PropertyDraft } from '../format.ts';
import type { Written, WrittenMap } from './print.ts';

/** An event as it is written down. */
export function writtenEvent({ description, properties }: EventDraft): WrittenMap {
  return map(false, {
    description,
    properties: properties && properties.length > 0 ? writtenProperties(properties) : undefined,
  });
}

/** Properties by name; `asBlocks` where the properties beside them are written in lines. */
export function writtenProperties(properties: readonly PropertyDraft[], asBlocks = false): WrittenMap {
  return { inline: false, entries: properties.map(each => [each.name, writtenProperty(each, asBlocks)] as const) };
}

/** A property: its bare type where there is nothing else to say. */
export function writtenProperty(draft: Omit<PropertyDraft, 'name'>, asBlock = false): Written {
  const { types = [], enum: values, items, properties, required } = draft;
  const [type] = types;
  const isBare = !values?.length && !items && !properties?.length && required !== true;
  if (isBare && type !== undefined && types.length === 1) return type;
  return map(!asBlock, {
    type: types.length > 1 ? types : type,
    required: required === true ? true : undefined,
    enum: values && values.length > 0 ? values : undefined,
    items: items && writtenProperty(items),
    properties:
      properties && properties.length > 0 ? { ...writtenProperties(properties), inline: !asBlock } : undefined,
  });
}

function map(inline: boolean, values: Readonly<Record<string, Written | undefined>>): WrittenMap {
  const entries = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return { inline, entries };
}
